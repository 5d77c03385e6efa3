import type { TokenType } from "chevrotain";
import * as t from "./tokens.js";
import { wordsOf } from "./words.js";

/** Signs in their plain form; the full-width ones mean the same. */
const signs: ReadonlyMap<TokenType, string> = new Map([
  [t.LessEqual, "<="],
  [t.GreaterEqual, ">="],
  [t.Less, "<"],
  [t.Greater, ">"],
  [t.Equal, "="],
  [t.IsNot, "!="],
  [t.LCurly, "{"],
  [t.RCurly, "}"],
  [t.LParen, "("],
  [t.RParen, ")"],
  [t.Comma, ","],
  [t.Colon, ":"],
  [t.Dot, "."],
  [t.Question, "?"],
  [t.Percent, "%"],
  [t.Plus, "+"],
  [t.Minus, "-"],
  [t.Star, "*"],
  [t.Slash, "/"],
]);

/** What has no spelling of its own, with what it is made of. */
export const classes: ReadonlyMap<TokenType, { readonly name: string; readonly made: string }> = new Map([
  [
    t.Name,
    { name: "NAME", made: "a letter or `_`, then letters, digits and `_`: Latin or Chinese; any word in back-quotes" },
  ],
  [t.FieldName, { name: "FIELD", made: "a NAME right before a colon; every word may be one" }],
  [t.Text, { name: "TEXT", made: "anything on one line in quotes: \"…\", '…', “…” or ‘…’; \\\" \\' \\\\ \\n \\t" }],
  [
    t.NumberWord,
    { name: "NUMBER", made: "digits, with `_` between them if that reads better, and decimals after a point" },
  ],
  [t.Unit, { name: "UNIT", made: "right after a NUMBER: seconds … years, points, or a currency code such as CNY" }],
  [t.DateWord, { name: "DATE", made: "2026-11-10" }],
  [t.DateSlip, { name: "DATE_SLIP", made: "2026/11/10, 2026年11月10日: read, and corrected" }],
  [t.ClockWord, { name: "CLOCK", made: "10:30" }],
  [t.Ordinal, { name: "ORDINAL", made: "1st, 2nd …" }],
]);

/** Words that the lexer knows by another name. */
const renamed = new Map<TokenType, string>([
  [t.TimeZone, "time"],
  [t.LessWord, "less"],
]);

/** How a type of token is written, or one way of several. */
export function spelling(type: TokenType): string {
  const words = wordsOf(type);
  const word = type.LABEL !== undefined && words.includes(type.LABEL) ? type.LABEL : words[0];
  return signs.get(type) ?? renamed.get(type) ?? word ?? type.LABEL ?? type.name;
}

/** All ways in which a type of token is written; `null` for a class. */
export function spellings(type: TokenType): readonly string[] | null {
  if (classes.has(type)) return null;
  const words = wordsOf(type);
  return words.length > 1 && !signs.has(type) && !renamed.has(type) ? words : [spelling(type)];
}
