import type { TokenType } from "chevrotain";
import type { Expected, Kind } from "../diagnostic/syntax/expected.js";
import { spelling } from "../../grammar/spelling.js";
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
/** Forms that are read to be corrected or refused: nobody should be told to write them. */
const hidden: ReadonlySet<TokenType> = new Set([
  t.DateSlip,
  t.IsNot,
  t.LessWord,
  t.MoreWord,
  t.Minus,
  t.LaterDeclaration,
  t.Not,
  t.No,
  // Rare beside what else may stand there.
  t.Ordinal,
  t.Most,
  t.Distinct,
  t.DaysWith,
  t.Sequence,
  t.Reached,
  t.Zodiac,
  t.Chinese,
  t.Without,
]);

/** A window may start in so many ways that one example stands for all. */
const windowStarts: ReadonlySet<TokenType> = new Set([
  t.Ever,
  t.Today,
  t.Yesterday,
  t.This,
  t.In,
  t.For,
  t.From,
  t.Between,
  t.Within,
  t.Since,
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
  if (types.includes(t.Every) && types.includes(t.Once)) return [{ kind: "trigger" }];
  if (types.includes(t.Happens) && types.length > 1) return afterEvent;
  if (types.includes(t.Name) && types.includes(t.Text) && types.includes(t.NumberWord)) {
    const known = types.includes(t.Known) ? [{ word: "known" }, { word: "one of (…)" }] : [];
    return [{ kind: "value" }, ...known];
  }
  if (types.includes(t.Last) && types.includes(t.Name)) return [{ kind: "moment" }];
  if (types.includes(t.Was)) return [{ word: "was" }];
  if (types.includes(t.Aim) && types.includes(t.When)) return [{ kind: "clause" }];
  const clear = types.includes(t.Ever) ? types.filter((type) => !isWindow(type)) : types;
  const shown = clear.filter((type) => !hidden.has(type) && !(type === t.NumberWord && types.includes(t.ClockWord)));
  const window: Expected[] = clear === types ? [] : [{ kind: "window" }];
  return [...(shown.length > 0 || window.length > 0 ? shown : types).flatMap(expected), ...window];
}

/** What may follow an event after `when`. */
const afterEvent: Expected[] = [{ word: "happens" }, { word: "is not followed by" }];

const isWindow = (type: TokenType): boolean => windowStarts.has(type);

function expected(type: TokenType): Expected {
  const kind = kinds.get(type);
  return kind === undefined ? { word: spelling(type) } : { kind };
}
