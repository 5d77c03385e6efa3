import type { Has } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { meant } from "../report.js";
import { shownOf } from "../type.js";
import { type CheckedTest, constant, failed } from "../value.js";

/** `has headphone_fan`. */
export function has(c: Checker, expr: Has, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  const { tags, strategyTags } = c.catalogue;
  const entry = tags.get(expr.tag.text);
  if (entry) {
    const meaning = c.tag(expr.tag.text, expr.tag);
    if (meaning?.is === "value") {
      const type = shownOf(meaning.value);
      c.report.add("tag-not-boolean", expr.span, { tag: expr.tag.text, type });
    }
    if (meaning?.is !== "test") return failed;
    const { test, whenTrue, whenFalse } = meaning.checked;
    return test
      ? { test: { is: "tag", tag: entry.place, said: c.phrases.said(expr.span) }, whenTrue, whenFalse }
      : failed;
  }
  if (strategyTags.has(expr.tag.text)) return hasStrategyTag(c, expr, scope);
  const { exist, suggestion } = meant(expr.tag, [...tags.keys(), ...strategyTags.keys()]);
  c.report.add("unknown-tag", expr.tag.span, { name: expr.tag.text, exist }, { suggestion });
  return failed;
}

/** What strategies have done is known only when one of them decides: at its turn, after those before it. */
function hasStrategyTag(c: Checker, expr: Has, scope: Scope): CheckedTest {
  const tag = c.catalogue.strategyTags.get(expr.tag.text);
  if (!tag || !scope.who) {
    c.report.add("strategy-tag-place", expr.span, { tag: expr.tag.text });
    return failed;
  }
  const left = { is: "column", column: c.facts.column({ is: "strategyTag", tag: tag.place }), per: 1 } as const;
  const said = c.phrases.said(expr.span);
  const test = { is: "compare", op: "=", left, right: constant(1), type: { is: "boolean" }, said } as const;
  return { test, whenTrue: [], whenFalse: [] };
}
