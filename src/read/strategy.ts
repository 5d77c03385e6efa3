import type { Member } from "../check/inherited.js";
import type { WhoPart } from "../check/catalogue.js";
import type { Expr, Guard, Holdout, Quantity, Strategy } from "../syntax/tree.js";
import type { Kind } from "./catalogue.js";
import { type Offers, offering } from "./offering.js";
import { after, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { lengthOf } from "./stretch.js";
import { aim, hypothesis, strategyGoal } from "./target.js";
import { told } from "./test.js";
import type { Length, Purpose } from "./told.js";
import type { Metric, ToldGuard, ToldHoldout } from "./told-strategy.js";
import { value } from "./value.js";
import { isOfOneUser, triggersOf, when } from "./when.js";

/** When, who, channel, benefit, material, and then the rest: a sentence each, without its end. */
export function strategy({ strategy: node, who: parts }: Member, offers: Offers, outer: Scope): Said[] {
  const scope: Scope = { ...outer, triggers: triggersOf(node.when, outer) };
  const { words } = scope;
  const names = (list: readonly { readonly text: string }[], kind: Kind): string[] =>
    list.map(({ text }) => shown(kind, text, scope));
  return [
    who(node, parts, scope),
    ...offering(node, offers, scope),
    repeat(node, scope),
    ...(node.limit ? [words.limit(node.limit.n.amount, value(node.limit.key, scope))] : []),
    ...strategyGoal(node, offers.goals, scope),
    ...(node.hypothesis ? [hypothesis(node.hypothesis, scope)] : []),
    ...node.exclusive.map((each) => words.exclusive(names(each.names, "strategy"), apart(each.days))),
    ...(node.sets.length > 0 ? [words.setsTags(names(node.sets, "tag"))] : []),
    ...(node.holdout ? [words.holdout(holdout(node.holdout, scope))] : []),
    ...node.guards.map((each) => words.guard(guard(each, scope))),
    ...(node.purpose ? [words.purpose(node.purpose.text as Purpose)] : []),
    ...(node.point ? [words.operatingPoint(shown("point", node.point.text, scope))] : []),
    words.rank(node.aim && words.aim(aim(node.aim, scope)), node.priority?.amount ?? null),
  ];
}

/** Users who are kept out for comparison. */
export function holdout({ share, salt }: Holdout, { words }: Scope): ToldHoldout {
  return { share: words.quantity(share.amount, share.unit), salt: words.text(salt.text) };
}

function shown(kind: Kind, id: string, { words, catalogue }: Scope): string {
  return words.name(catalogue.named[kind].shown(id));
}

/** The parts are numbered as a refusal names them. */
function who(node: Strategy, parts: readonly WhoPart[], scope: Scope): Said {
  const { words } = scope;
  const start = words.when(when(node.when, scope));
  const known = isOfOneUser(node.when);
  const tests = parts.map(({ expr, denied }): Expr => (denied ? { is: "not", operand: expr, span: expr.span } : expr));
  const [first, ...others] = tests;
  if (!first) return words.who(start, { tests: "none", known });
  if (others.length === 0) return after(words.who(start, { tests: "one", known }), told(first, scope));
  const items = tests.map((part) => told(part, scope));
  return { head: words.who(start, { tests: "all", known }), numbered: true, items };
}

/** What is due once comes once, and what users do counts each time, unless said. */
function repeat({ repeat: clause, when: start }: Strategy, { words }: Scope): string {
  const rule = clause?.rule ?? (start?.is === "once" ? "never" : "always");
  return words.repeat(typeof rule === "string" ? rule : lengthOf(rule));
}

/** One day apart is on different days. */
function apart(days: Quantity | null): Length | null {
  return days === null || (Number(days.amount) === 1 && days.unit === "day") ? null : lengthOf(days);
}

function guard({ metric, op, value: limit, after: least }: Guard, { words }: Scope): ToldGuard {
  const unit = metric.text === "touches" ? null : limit.unit;
  return {
    metric: metric.text as Metric,
    op,
    value: words.quantity(limit.amount, unit),
    after: least && Number(least.amount) > 0 ? least.amount : null,
  };
}
