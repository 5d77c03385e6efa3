import type { Benefit, BenefitValue } from "../../program/program.js";
import { COST_PER_MINOR } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import { amountOf, costOf } from "./amount.js";
import { kindOf, saysWhatItMust } from "./benefit-kind.js";
import { benefitValue } from "./benefit-value.js";
import { countOf } from "./count.js";
import { validityOf } from "./validity.js";

type Checked = Omit<Benefit, "face" | "cost"> & { readonly said: { readonly cost: number | null } };

/** The benefits in order; those made of others take their face value from these. `null` for one with an error. */
export function benefits(c: Checker): readonly (Benefit | null)[] {
  const checked = [...c.catalogue.benefits.values()].map(({ node }) => benefit(c, node));
  return checked.map((each) => {
    if (!each) return null;
    const { said, ...rest } = each;
    const face = faceOf(each.value, checked);
    const isMade = each.value.is === "lottery" || each.value.is === "referral";
    return { ...rest, face, cost: said.cost ?? (isMade ? 0 : face * COST_PER_MINOR) };
  });
}

function benefit(c: Checker, node: Tree.Benefit): Checked | null {
  const kind = kindOf(node);
  if (!kind || !saysWhatItMust(c, node, kind)) return null;
  const optional = <From extends object, To>(from: From | null, read: (c: Checker, from: From) => To | null) =>
    from === null ? { sound: true, value: null } : sound(read(c, from));
  const value = benefitValue(c, node, kind);
  const over = optional(node.over, amountOf);
  const valid = optional(node.valid, validityOf);
  const quantity = optional(node.quantity, countOf);
  const perUser = optional(node.perUser, countOf);
  const budget = optional(node.budget, budgetOf);
  const cost = optional(node.cost, costOf);
  const byChannel = shelves(c, node, quantity.value);
  if (!value || !byChannel || [over, valid, quantity, perUser, budget, cost].some((each) => !each.sound)) return null;
  return {
    id: node.name.text,
    label: node.label?.text ?? null,
    value,
    over: over.value,
    valid: valid.value,
    quantity: quantity.value,
    byChannel,
    perUser: perUser.value,
    budget: budget.value,
    said: { cost: cost.value },
  };
}

function sound<Value>(value: Value | null): { readonly sound: boolean; readonly value: Value | null } {
  return { sound: value !== null, value };
}

/** What all of something may cost us, in 1/10,000 of a minor unit. */
export function budgetOf(c: Checker, node: Tree.Quantity): number | null {
  const amount = amountOf(c, node);
  if (amount === null || Number.isSafeInteger(amount * COST_PER_MINOR)) return amount && amount * COST_PER_MINOR;
  return c.report.add("too-large", node.span, { text: c.phrases.textOf(node.span) });
}

/** `quantity 3000 by push`: each channel once, and none more than there are in all. */
function shelves(c: Checker, node: Tree.Benefit, inAll: number | null): Benefit["byChannel"] | null {
  const first = new Map<string, Tree.Name>();
  const found = node.byChannel.flatMap(({ channel: name, quantity: said, span }) => {
    const earlier = first.get(name.text);
    const entry = c.catalogue.channels.get(name.text);
    const quantity = countOf(c, said);
    if (!entry) {
      const { exist, suggestion } = meant(name, c.catalogue.channels.keys());
      c.report.add("unknown-channel", name.span, { name: name.text, exist }, { suggestion });
      return [];
    }
    if (earlier) {
      c.report.add("quantity-twice", name.span, { channel: name.text }, { related: [earlier.span] });
      return [];
    }
    first.set(name.text, name);
    if (quantity === null) return [];
    if (inAll !== null && quantity > inAll) {
      c.report.add("quantity-beyond", span, { channel: name.text, quantity, inAll });
      return [];
    }
    return [{ channel: entry.place, quantity }];
  });
  return found.length < node.byChannel.length ? null : found;
}

/** The face value of one, at most: of a lottery its best prize, of a referral what both sides get. */
function faceOf(value: BenefitValue, all: readonly (Checked | null)[]): number {
  const faceAt = (place: number): number => {
    const part = all[place];
    return part ? faceOf(part.value, all) : 0;
  };
  switch (value.is) {
    case "coupon":
      return value.amount;
    case "percent":
    case "free_order":
      return value.upTo;
    case "points":
      return 0;
    case "gift":
    case "privilege":
    case "check_in":
      return value.worth;
    case "lottery":
      return Math.max(...value.prizes.map(({ benefit: place }) => faceAt(place)));
    case "referral":
      return faceAt(value.giver) + faceAt(value.friend);
  }
}
