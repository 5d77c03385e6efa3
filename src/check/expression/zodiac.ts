import type { Member, Num, Type } from "../../program/program.js";
import type { Zodiac } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { isKnown } from "../known.js";
import { shownOf } from "../type.js";
import { type NumValue, plain } from "../value.js";

const western = signs(
  "aries 白羊座 taurus 金牛座 gemini 双子座 cancer 巨蟹座 leo 狮子座 virgo 处女座 libra 天秤座 scorpio 天蝎座",
  "sagittarius 射手座 capricorn 摩羯座 aquarius 水瓶座 pisces 双鱼座",
);

const chinese = signs(
  "rat 鼠 ox 牛 tiger 虎 rabbit 兔 dragon 龙 snake 蛇 horse 马 goat 羊 monkey 猴 rooster 鸡 dog 狗 pig 猪",
);

/** The signs in their order, as choices: ids are English, labels Chinese. */
export const signTypes: { readonly [C in Zodiac["calendar"]]: Type & { readonly is: "enum" } } = { western, chinese };

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

function signs(...names: readonly string[]): Type & { readonly is: "enum" } {
  const words = names.join(" ").split(" ");
  const members = words.flatMap((id, at): Member[] => (at % 2 === 0 ? [{ id, label: words[at + 1] ?? null }] : []));
  return { is: "enum", members };
}
