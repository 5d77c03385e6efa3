import type { Expr } from "../../../syntax/tree.js";
import { nowhere } from "../literal.js";

/** What a rule comes to: always one thing, or a test. */
export type Truth = boolean | Expr;

const span = nowhere;

export function conjunction(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return joined("and", parts);
}

export function disjunction(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return joined("or", parts);
}

function joined(is: "and" | "or", parts: readonly Truth[]): Truth {
  const tests = parts.flatMap((part) => (typeof part === "boolean" ? [] : part.is === is ? part.parts : [part]));
  const once = [...new Map(tests.map((each) => [JSON.stringify(each), each])).values()];
  if (once.length === 0) return is === "and";
  return once.length === 1 ? (once[0] as Expr) : { is, parts: once, span };
}

export function negation(of: Truth): Truth {
  if (typeof of === "boolean") return !of;
  switch (of.is) {
    case "not":
      return of.operand;
    case "known":
    case "equal":
    case "oneOf":
      return { ...of, negated: !of.negated };
    default:
      return { is: "not", operand: of, span };
  }
}

export const known = (operand: Expr): Expr => ({ is: "known", negated: false, operand, span });
export const equal = (left: Expr, right: Expr): Expr => ({ is: "equal", negated: false, left, right, span });
