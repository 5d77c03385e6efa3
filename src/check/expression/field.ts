import type { Num, Text, Type } from "../../program/program.js";
import type { Name, Path } from "../../syntax/tree.js";
import type { Fields } from "../catalogue.js";
import type { Checker, Scope } from "../checker.js";
import { isKnown } from "../known.js";
import { meant } from "../report.js";
import { fallbackFor, isText } from "../type.js";
import { type Missing, plain, type Value } from "../value.js";

/** A stored field as a value: it may be unknown where it is optional and nothing before has established it. */
export function storedField(
  c: Checker,
  type: Type,
  at: Num | Text,
  optional: boolean,
  expr: Path,
  scope: Scope,
): Value {
  const unsure = optional && !isKnown(scope.known, at);
  const missing = unsure ? [missingField(c, expr, type)] : [];
  return isText(type) ? { is: "text", type, text: at as Text, missing } : plain(type, at as Num, missing);
}

function missingField(c: Checker, expr: Path, type: Type): Missing {
  const text = c.phrases.textOf(expr.span);
  return { span: expr.span, text, known: `${text} is known`, fallback: fallbackFor(type) };
}

export function unknownField(c: Checker, name: Name, owner: string, fields: Fields): null {
  const { exist, suggestion } = meant(name, fields.keys());
  return c.report.add("unknown-field", name.span, { name: name.text, owner, exist }, { suggestion });
}
