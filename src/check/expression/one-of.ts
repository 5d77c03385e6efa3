import type { Test, Type } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Expr, OneOf } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { type CheckedTest, failed, type Value } from "../value.js";
import { isSure } from "./missing.js";
import { against } from "./pair.js";
import { type Related, related } from "./relation.js";
import { isStage, memberClaims } from "./stage.js";

/** `a is one of (b, c)`: a list of constants where that is exact, otherwise one comparison per member. */
export function oneOf(c: Checker, expr: OneOf, scope: Scope): CheckedTest {
  const value = c.value(expr.operand, scope);
  if (!value) return failed;
  if (value.is === "since" || value.is === "period") {
    c.report.add("time-since-needs-length", expr.span, { text: c.phrases.textOf(expr.operand.span) });
    return failed;
  }
  const members = expr.list.map((item) => member(c, value, item, expr.operand, scope));
  const sure = (!expr.negated && isStage(value)) || isSure(c, value, scope);
  if (!sure || members.includes(null)) return failed;
  const said = c.phrases.said(expr.span);
  const test = listed(members as Related[], said) ?? compared(members as Related[], said);
  const claims = value.is === "num" && value.num.is === "stage" ? memberClaims(c, value.num.lifecycle) : [];
  if (expr.negated) return { test: { is: "not", part: test, said }, whenTrue: [], whenFalse: claims };
  return { test, whenTrue: claims, whenFalse: [] };
}

function member(c: Checker, value: Value, item: Expr, operand: Expr, scope: Scope): Related | null {
  const found = against(c, item, value, operand, scope);
  const both = found && related(c, value, found, operand, item);
  return both && isSure(c, both.right, scope) ? both : null;
}

/** The list as constants in stored units, or `null` if a member is not one, or is finer than what is stored. */
function listed(members: readonly Related[], said: number): Test | null {
  const first = members[0];
  if (!first) return null;
  if (first.is === "text") {
    const list = members.flatMap(({ right }) =>
      right.is === "text" && right.text.is === "constant" ? [right.text.text] : [],
    );
    return list.length < members.length ? null : { is: "oneOfText", value: first.left.text, list, said };
  }
  const { type } = first.left;
  const list = members.flatMap(({ right }) => stored(right, type));
  return list.length < members.length ? null : { is: "oneOfNum", value: first.left.num, list, type, said };
}

function stored(value: Related["right"], type: Type): number[] {
  if (value.is !== "num" || value.num.is !== "constant") return [];
  const scaled = value.num.n * storedPer(type);
  if (!Number.isSafeInteger(scaled) || scaled % value.num.d !== 0) return [];
  return [scaled / value.num.d];
}

function compared(members: readonly Related[], said: number): Test {
  const parts = members.map(
    (both): Test =>
      both.is === "text"
        ? { is: "sameText", left: both.left.text, right: both.right.text, said }
        : { is: "compare", op: "=", left: both.left.num, right: both.right.num, type: both.type, said },
  );
  return parts.length === 1 ? (parts[0] as Test) : { is: "or", parts, said };
}
