import type { Expr } from "../syntax/tree.js";

/** The expressions that an expression is made of, in the order of the text; without what stands in a `where`. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.is) {
    case "and":
    case "or":
      return expr.parts;
    case "not":
    case "known":
    case "mapOf":
    case "zodiac":
      return [expr.operand];
    case "compare":
    case "equal":
    case "arithmetic":
      return [expr.left, expr.right];
    case "oneOf":
      return [expr.operand, ...expr.list];
    case "between":
      return [expr.operand, expr.low, expr.high];
    case "contains":
      return [expr.operand, expr.part];
    case "ifUnknown":
      return [expr.operand, expr.fallback];
    default:
      return [];
  }
}
