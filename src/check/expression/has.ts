import type { Has } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { meant } from "../report.js";
import { shownOf } from "../type.js";
import { type CheckedTest, failed } from "../value.js";

/** `has headphone_fan`. */
export function has(c: Checker, expr: Has, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  const { tags } = c.catalogue;
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
  const { exist, suggestion } = meant(expr.tag, tags.keys());
  c.report.add("unknown-tag", expr.tag.span, { name: expr.tag.text, exist }, { suggestion });
  return failed;
}
