import type { TokenType } from "chevrotain";
import type { Expected, Kind } from "../diagnostic/syntax/expected.js";
import * as t from "../../grammar/tokens.js";

const kinds: ReadonlyMap<TokenType, Kind> = new Map([
  [t.Name, "name"],
  [t.NumberWord, "number"],
  [t.Text, "text"],
  [t.DateWord, "date"],
  [t.ClockWord, "clock"],
  [t.Unit, "unit"],
  [t.FieldName, "field"],
]);
const signs: ReadonlyMap<TokenType, string> = new Map([
  [t.LCurly, "{"],
  [t.RCurly, "}"],
  [t.LParen, "("],
  [t.RParen, ")"],
  [t.Comma, ","],
  [t.Colon, ":"],
  [t.Dot, "."],
  [t.Equal, "="],
  [t.Percent, "%"],
]);
const several: ReadonlyMap<TokenType, readonly string[]> = new Map([
  [t.Aggregate, ["count"]],
  [t.TimeZone, ["time"]],
]);
/** Forms that are read to be corrected or refused: nobody should be told to write them. */
const hidden: ReadonlySet<TokenType> = new Set([
  t.DateSlip,
  t.IsNot,
  t.LessWord,
  t.MoreWord,
  t.Ordinal,
  t.Most,
  t.Distinct,
  t.DaysWith,
  t.Sequence,
  t.Minus,
  t.LaterPart,
  t.LaterClause,
  t.Without,
  t.Since,
  t.Within,
  t.Today,
  t.Yesterday,
  t.This,
  t.From,
  t.Happens,
  t.Enters,
  t.Stalls,
  t.Preferred,
  t.Product,
  t.Lunar,
  t.Template,
  t.Target,
  t.Not,
  t.Plain,
  t.Filler,
]);

const byName: ReadonlyMap<string, TokenType> = new Map(t.vocabulary.map((type) => [type.name, type]));

/** The names of the types, joined: what a parser error carries as its message. */
export function wording(types: readonly TokenType[]): string {
  return [...new Set(types.map((type) => type.name))].join("|");
}

/** What to tell people of the types that a parser could have taken. */
export function expectedOf(names: readonly string[]): Expected[] {
  const types = names.map((name) => byName.get(name)).filter((type) => type !== undefined);
  if (types.includes(t.Did)) return [{ kind: "test" }];
  if (types.includes(t.Name) && types.includes(t.Text) && types.includes(t.NumberWord)) {
    const known = types.includes(t.Known) ? [{ word: "known" }, { word: "one of (…)" }] : [];
    return [{ kind: "value" }, ...known];
  }
  if (types.includes(t.Aim) && types.includes(t.When)) return [{ kind: "clause" }];
  const shown = types.filter((type) => !hidden.has(type) && !(type === t.NumberWord && types.includes(t.ClockWord)));
  return (shown.length > 0 ? shown : types).flatMap(expected);
}

function expected(type: TokenType): Expected[] {
  const kind = kinds.get(type);
  if (kind !== undefined) return [{ kind }];
  const words = several.get(type) ?? [signs.get(type) ?? type.LABEL ?? type.name];
  return words.map((word) => ({ word }));
}
