import { type Sign, signs, signZh } from "../../calendar/sign.js";
import type { Num, Type } from "../../program/program.js";
import type { Zodiac } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { isKnown } from "../known.js";
import { shownOf } from "../type.js";
import { type NumValue, plain } from "../value.js";

/** The signs in their order, as choices: ids are English, labels Chinese. */
export const signTypes: { readonly [C in Zodiac["calendar"]]: Type & { readonly is: "enum" } } = {
  western: choiceOf(signs.western),
  chinese: choiceOf(signs.chinese),
};

/** `zodiac of user.birthday`. The Chinese year is known for a range of years only, so that sign is always optional. */
export function zodiac(c: Checker, expr: Zodiac, scope: Scope): NumValue | null {
  const date = c.value(expr.operand, scope);
  if (!date) return null;
  const { calendar } = expr;
  const text = c.phrases.textOf(expr.span);
  if (date.is !== "num" || date.type.is !== "date") {
    const of = c.phrases.textOf(expr.operand.span);
    return c.report.add("zodiac-needs-date", expr.operand.span, { text, of, type: shownOf(date) });
  }
  const num: Num = { is: "zodiac", calendar, date: date.num };
  const type = signTypes[calendar];
  if (isKnown(scope.known, num)) return plain(type, num);
  if (calendar === "western") return plain(type, num, date.missing);
  const fallback = type.members[0]?.id ?? null;
  return plain(type, num, [{ span: expr.span, text, known: `${text} is known`, fallback }]);
}

function choiceOf(ids: readonly Sign[]): Type & { readonly is: "enum" } {
  return { is: "enum", members: ids.map((id) => ({ id, label: signZh[id] })) };
}
