import type { PolicyRule } from "../../src/syntax/tree.js";
import { weekStartsOf } from "./catalogue.js";
import { dateText, weekdayOf } from "./clock.js";
import type { Touch } from "./entries.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";

export type Cap = Extract<PolicyRule, { is: "cap" }>;

export function capsOf({ catalogue }: World): Cap[] {
  return (catalogue.policy?.rules ?? []).flatMap((rule) => (rule.is === "cap" ? [rule] : []));
}

/** Whether a cap belongs to one channel alone. */
export function isOwn(cap: Cap): boolean {
  return cap.channels.length === 1;
}

export function speaksOf(cap: Cap, channel: string): boolean {
  return cap.channels.length === 0 || cap.channels.some(({ text }) => text === channel);
}

/** As it was written: `push and sms in 7 days`, `all per week`. */
export function capName({ channels, window }: Cap): string {
  const who = channels.length === 0 ? "all" : channels.map(({ text }) => text).join(" and ");
  if (window.is === "per") return `${who} per ${window.unit.text}`;
  const { amount, unit } = window.length;
  return `${who} in ${amount} ${unit}${amount === "1" ? "" : "s"}`;
}

export interface Sending {
  readonly sendAt: number;
  readonly sendDate: number;
}

/** Whether one more send would make some window of the cap's kind hold more than it may. */
export function isFull(cap: Cap, touches: readonly Touch[], next: Sending, world: World): boolean {
  const all: Sending[] = [...touches.filter(({ channel }) => speaksOf(cap, channel)), next];
  const most = Number(cap.n.amount);
  return windowsWith(cap, all, next, world).some((isIn) => all.filter(isIn).length > most);
}

type IsIn = (sending: Sending) => boolean;

/** All windows that hold the new send, as far as they differ in what else they hold. */
function windowsWith({ window }: Cap, all: readonly Sending[], next: Sending, world: World): IsIn[] {
  if (window.is === "per") {
    const nameOf = calendarName(window.unit.text, weekStartsOf(world.catalogue));
    return [({ sendDate }) => nameOf(sendDate) === nameOf(next.sendDate)];
  }
  const length = lengthOf(window.length);
  if (length?.is === "days") {
    const firsts = Array.from({ length: length.days }, (_, back) => next.sendDate - back);
    return firsts.map(
      (first) =>
        ({ sendDate }) =>
          first <= sendDate && sendDate < first + length.days,
    );
  }
  if (length?.is !== "span") throw new Error("a cap counts in hours or in days");
  const lasts = all.map(({ sendAt }) => sendAt).filter((at) => next.sendAt <= at && at < next.sendAt + length.ms);
  return lasts.map(
    (last) =>
      ({ sendAt }) =>
        last - length.ms < sendAt && sendAt <= last,
  );
}

/** What tells one day, week or month from another. */
function calendarName(unit: string, weekStarts: number): (date: number) => string | number {
  switch (unit) {
    case "day":
      return (date) => date;
    case "week":
      return (date) => date - ((weekdayOf(date) - weekStarts + 7) % 7);
    case "month":
      return (date) => dateText(date).slice(0, 7);
    default:
      throw new Error(`no cap per ${unit}`);
  }
}
