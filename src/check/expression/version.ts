import type { Quantity, TextLiteral } from "../../syntax/tree.js";
import { parseVersion } from "../../text/version.js";
import type { Checker } from "../checker.js";
import { constant, type NumValue, plain, type Value } from "../value.js";

export function isVersion(value: Value): boolean {
  return value.is === "num" && value.type.is === "version";
}

/** `"8.2.0"` against a version. A number is no version: 8.10 is later than 8.9. */
export function versionLiteral(c: Checker, expr: TextLiteral | Quantity): NumValue | null {
  const version = expr.is === "text" ? parseVersion(expr.text) : null;
  if (version !== null) return plain({ is: "version" }, constant(version));
  const write = quoted(expr);
  const suggestion = write === null ? null : { span: expr.span, text: write };
  return c.report.add("bad-version", expr.span, { text: c.phrases.textOf(expr.span), write }, { suggestion });
}

/** What was surely meant: `8.2` and `"v8.2"` are `"8.2"`, `8` is `"8.0"`. */
function quoted(expr: TextLiteral | Quantity): string | null {
  if (expr.is === "quantity" && expr.unit !== null) return null;
  const text = (expr.is === "text" ? expr.text : expr.amount).trim().replace(/^v/i, "");
  return [text, `${text}.0`].map((each) => (parseVersion(each) === null ? null : `"${each}"`)).find(Boolean) ?? null;
}
