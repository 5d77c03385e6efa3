import type { SequenceStep, Test, Window } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker, Scope } from "../checker.js";
import type { Claim } from "../known.js";
import { lengthOf } from "../length.js";
import type { Matched, Step } from "../matched.js";
import { meant } from "../report.js";
import { sameType, shown } from "../type.js";
import { constant } from "../value.js";
import { howMany } from "./did.js";
import { happened, matched } from "./pattern.js";
import { isKept } from "./retention.js";

/** The steps of a sequence; `null` when something in them was reported. */
export function stepsOf(
  c: Checker,
  first: Tree.Pattern,
  rest: readonly Tree.SequenceStep[],
  scope: Scope,
): readonly Step[] | null {
  const start = matched(c, first.event, first.where, scope);
  const steps: (Step | null)[] = [start && stepOf(start, false, null, null)];
  // The nearest step before that is without `no`; `null` after one with an error.
  let before: Matched | null = start;
  for (const node of rest) {
    const found = matched(c, node.pattern.event, node.pattern.where, scope);
    const within = node.within && lengthOf(node.within);
    const known = node.within === null || isLength(c, node.within, within);
    const same = node.same && found && before ? sameField(c, node.same, found, before) : null;
    const sound = found && known && (node.same === null || same !== null);
    steps.push(sound ? stepOf(found, node.no, same, within) : null);
    if (!node.no) before = found;
  }
  const lowered = steps.flatMap((step) => step ?? []);
  return lowered.length < steps.length ? null : lowered;
}

function stepOf(found: Matched, no: boolean, same: SequenceStep["same"], within: SequenceStep["within"]): Step {
  return { found, lowered: { no, event: found.event, where: found.where, same, within } };
}

function isLength(c: Checker, node: Tree.Quantity, length: SequenceStep["within"]): boolean {
  if (length && length.n > 0) return true;
  c.report.add("bad-length", node.span, { text: c.phrases.textOf(node.span), needs: "window" });
  return false;
}

/** `with same order_id`: both events have the field, of one type. */
export function sameField(c: Checker, name: Tree.Name, found: Matched, before: Matched): SequenceStep["same"] {
  const own = found.entry.fields.get(name.text);
  const other = before.entry.fields.get(name.text);
  if (!own || !other) return notShared(c, name, found, before);
  if (!own.field || !other.field) return null;
  if (sameType(own.field.type, other.field.type)) return { field: own.place, before: other.place };
  return c.report.add("same-type", name.span, {
    field: name.text,
    first: before.entry.node.name.text,
    firstType: shown(other.field.type),
    second: found.entry.node.name.text,
    secondType: shown(own.field.type),
  });
}

/** Only a field that both events have can be meant. */
function notShared(c: Checker, name: Tree.Name, found: Matched, before: Matched): null {
  const [first, second] = [before, found].map(({ entry }) => entry.node.name.text) as [string, string];
  const both = [...found.entry.fields.keys()].filter((field) => before.entry.fields.has(field));
  if (both.length === 0) return c.report.add("no-same-field", name.span, { field: name.text, first, second });
  const { exist, suggestion } = meant(name, both);
  const owner = before.entry.fields.has(name.text) ? second : first;
  return c.report.add("unknown-field", name.span, { name: name.text, owner, exist }, { suggestion });
}

/** Whether all that steps read is kept. */
export function areKept(c: Checker, steps: readonly Step[], window: Window, span: Span): boolean {
  return steps.every(({ found }) => isKept(c, found.entry, window, span));
}

/** Whether such steps were taken in a window; of one step alone, whether it happened. */
export function taken(c: Checker, steps: readonly Step[], window: Window, said: number): Test {
  const [first] = steps;
  if (steps.length === 1 && first) return howMany(c, "count", first.found, window, ">=", 1, said);
  const fact = { is: "sequence", window, steps: steps.map(({ lowered }) => lowered) } as const;
  const left = { is: "column", column: c.facts.column(fact), per: 1 } as const;
  return { is: "compare", op: "=", left, right: constant(1), type: { is: "boolean" }, said };
}

/** What follows when steps were taken: each positive one happened, as often as it occurs among them. */
export function takenClaims(steps: readonly Step[], window: Window): readonly Claim[] {
  const positive = steps.filter(({ lowered }) => !lowered.no);
  return positive.flatMap(({ found }) => {
    const alike = positive.filter((each) => each.found.event === found.event);
    const equal = alike.filter((each) => each.found.key === found.key);
    const any = { ...found, key: "" };
    return [happened(found, window, null, equal.length), happened(any, window, null, alike.length)];
  });
}
