import type { Piece } from "../../program/program.js";
import type { Expr, Name, Path } from "../../syntax/tree.js";
import { type Checker, type Scope, scopeUnder, type TriggerScope } from "../checker.js";
import { isSure } from "../expression/missing.js";
import { meant } from "../report.js";
import { shownOf } from "../type.js";
import type { Value } from "../value.js";

const benefitFields = ["amount", "over", "expires_at"] as const;

/** What fills a hole of a message: a value that is always known and can be shown, or a part of the benefit. */
export function hole(c: Checker, expr: Expr, trigger: TriggerScope): Piece | null {
  const scope: Scope = { ...scopeUnder(trigger), hole: true };
  if (expr.is === "path" && expr.names[0]?.text === "benefit" && expr.names.length === 2) return ofBenefit(c, expr);
  if (expr.is === "ifUnknown" && expr.fallback.is === "text") {
    const known = c.value(expr.operand, scope);
    if (!known) return null;
    if (known.is !== "text") return filled(c, expr, known, expr.fallback.text);
  }
  const value = c.value(expr, scope);
  if (!value || !isSure(c, value, scope)) return null;
  if (value.is === "text") return { is: "text", value: value.text };
  return filled(c, expr, value, null);
}

/** A value that is shown by its type; `otherwise` stands where it is unknown. */
function filled(c: Checker, expr: Expr, value: Exclude<Value, { is: "text" }>, otherwise: string | null): Piece | null {
  const type = shownOf(value);
  if (value.is !== "num" || type === "boolean" || type === "period" || type === "span") {
    return c.report.add("hole-type", expr.span, { text: c.phrases.textOf(expr.span), type });
  }
  return { is: "num", value: value.num, type: value.type, otherwise };
}

function ofBenefit(c: Checker, expr: Path): Piece | null {
  const name = expr.names[1] as Name;
  const field = benefitFields.find((each) => each === name.text);
  if (field) return { is: "benefit", field };
  const { suggestion } = meant(name, benefitFields);
  const names = benefitFields.map((each) => `benefit.${each}`);
  const args = { name: `benefit.${name.text}`, exist: { names, more: 0 } };
  return c.report.add("unknown-hole", expr.span, args, { suggestion });
}
