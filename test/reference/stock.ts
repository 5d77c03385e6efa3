import type { Quantity } from "../../src/syntax/tree.js";
import { type Catalogue, weekStartsOf } from "./catalogue.js";
import { Clock, dateText, weekdayOf } from "./clock.js";
import { compareRationals, decimal, plus, type Rational, whole } from "./rational.js";

/** What a touch takes of something limited: pieces, sends, or units of money. */
export interface Want {
  readonly resource: string;
  readonly amount: Rational;
  /** What a refusal is called where it is not to be had. */
  readonly code: string;
}

interface Taken {
  readonly key: string;
  readonly resource: string;
  readonly amount: Rational;
}

/** What all users share. Who asks first gets it; nothing is ever given twice. */
export interface Stock {
  readonly taken: Taken[];
  readonly catalogue: Catalogue;
}

/** Full, but for what is said to be taken. */
export function stockOf(catalogue: Catalogue, taken: Readonly<Record<string, string | number>> = {}): Stock {
  return {
    catalogue,
    taken: Object.entries(taken).map(([resource, amount]) => ({ key: "", resource, amount: decimal(String(amount)) })),
  };
}

/** Whether something is to be had, beside other things that are wanted together with it. */
export function isFree(stock: Stock, want: Want, others: readonly Want[]): boolean {
  const used = [...stock.taken, ...others].filter(({ resource }) => resource === want.resource);
  const sum = [...used, want].reduce((total, { amount }) => plus(total, amount), whole(0));
  return compareRationals(sum, limitOf(want.resource, stock.catalogue)) <= 0;
}

export function take(stock: Stock, key: string, wants: readonly Want[]): void {
  for (const { resource, amount } of wants) stock.taken.push({ key, resource, amount });
}

export function giveBack(stock: Stock, key: string): void {
  stock.taken.splice(0, stock.taken.length, ...stock.taken.filter((each) => each.key !== key));
}

/** How much there is of something in all. */
function limitOf(resource: string, catalogue: Catalogue): Rational {
  const [kind = "", second = "", third = ""] = resource.split(":");
  const found = (quantity: Quantity | null | undefined) => {
    if (!quantity) throw new Error(`nothing limits ${resource}`);
    return decimal(quantity.amount);
  };
  if (kind === "quota") return found(catalogue.channels.get(second)?.quota?.n);
  if (kind === "money" && second === "set") {
    const set = catalogue.declarations.find((each) => each.is === "set" && each.name.text === third);
    return found(set?.is === "set" ? set.budget : null);
  }
  if (kind === "money") return found(catalogue.benefits.get(third)?.budget);
  const [id = "", channel] = second.split("@");
  const benefit = catalogue.benefits.get(id);
  if (channel === undefined) return found(benefit?.quantity);
  return found(benefit?.byChannel.find((each) => each.channel.text === channel)?.quantity);
}

/** One send of a channel that has a quota, by the date of sending in the project's zone. */
export function quotaWants(channel: string, sendAt: number, catalogue: Catalogue): Want[] {
  const quota = catalogue.channels.get(channel)?.quota ?? null;
  if (quota === null) return [];
  const date = Clock.of(catalogue.project.zone?.text ?? "").dateAt(sendAt);
  const first = firstDate(quota.per.text, date, weekStartsOf(catalogue));
  return [{ resource: `quota:${channel}:${first}`, amount: whole(1), code: `quota ${channel}` }];
}

function firstDate(per: string, date: number, weekStarts: number): string {
  if (per === "month") return `${dateText(date).slice(0, 7)}-01`;
  return dateText(per === "week" ? date - ((weekdayOf(date) - weekStarts + 7) % 7) : date);
}
