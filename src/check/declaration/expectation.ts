import type { Expectation } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { meant } from "../report.js";
import { shownOf } from "../type.js";
import { type Per, perOf } from "./per.js";

/** The last whole one: yesterday, the seven dates up to it, or the dates since the same day of the month before. */
const whole: { readonly [P in Per]: readonly [amount: string, unit: string, days: number] } = {
  day: ["1", "day", 1],
  week: ["7", "day", 7],
  month: ["1", "month", 31],
};

/** What whoever has a tag is expected to do; `null` when something in it was reported. */
export function expectation(c: Checker, node: Tree.Expectation): Expectation | null {
  const role = roleOf(c, node.role);
  const each = perOf(c, node.each);
  if (role === null || each === null) return null;
  const [amount, unit, days] = whole[each];
  if (node.often.is === "days" && node.often.least > days) return tooOften(c, node, node.often, each);
  const { pattern, often: frequency } = node;
  const span = { ...pattern.span, end: node.each.span.end };
  const window = { is: "previous", length: { is: "quantity", amount, unit, span }, span: node.each.span } as const;
  const { test: met } = c.test(
    { is: "did", negated: false, pattern, frequency, window, without: null, span },
    userScope,
  );
  return met && { role, label: node.label?.text ?? null, met, each, said: c.phrases.said(node.span) };
}

function tooOften(
  c: Checker,
  { each }: Tree.Expectation,
  { least, span }: Tree.Frequency & { readonly is: "days" },
  unit: Per,
): null {
  const { start } = span;
  return c.report.add("expect-days", { ...span, start, end: each.span.end }, { least, each: unit });
}

/** A tag from facts that one has or has not. */
function roleOf(c: Checker, name: Tree.Name): number | null {
  const entry = c.catalogue.tags.get(name.text);
  if (!entry) {
    const { exist, suggestion } = meant(name, c.catalogue.tags.keys());
    return c.report.add("unknown-tag", name.span, { name: name.text, exist }, { suggestion });
  }
  const meaning = c.tag(name.text, name);
  if (meaning?.is !== "value") return meaning && entry.place;
  return c.report.add("tag-not-boolean", name.span, { tag: name.text, type: shownOf(meaning.value) });
}
