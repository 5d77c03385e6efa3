import type { IToken, TokenType } from "chevrotain";
import * as t from "./tokens.js";

/**
 * The word before, the word after and the one after that, as written; empty where there is none. `declared` is the word
 * of the declaration whose `=` stands before.
 */
type Fits = (before: string, after: string, next: string, declared: () => string) => boolean;

const before =
  (...words: string[]): Fits =>
  (word) =>
    words.includes(word);
const after =
  (...words: string[]): Fits =>
  (_, word) =>
    words.includes(word);

/** Units of time, in every form that people write, with the one form that the tree keeps. */
export const units: ReadonlyMap<string, string> = new Map(
  ["second", "minute", "hour", "day", "week", "month", "year"].flatMap((unit) => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
);

/** Words that keep one meaning wherever they stand. */
const fixed: readonly TokenType[] = [
  t.And,
  t.Or,
  t.Not,
  t.Did,
  t.Has,
  t.Is,
  t.Between,
  t.Contains,
  t.If,
  t.Where,
  t.Was,
  t.Ever,
  t.In,
  t.For,
  t.On,
  t.At,
  t.Exactly,
  t.Without,
  t.Within,
  t.Since,
  t.True,
  t.False,
  t.Of,
  t.The,
  t.Times,
  t.Consecutive,
  t.Ending,
  t.Ago,
  t.Today,
  t.Yesterday,
  t.This,
  t.From,
  t.To,
  t.With,
  t.Same,
  t.But,
  t.As,
  t.After,
  t.Before,
  t.Enters,
  t.Happens,
  t.Stalls,
  t.By,
  t.Then,
  t.Off,
  t.Over,
  t.Per,
  t.Valid,
  t.Issue,
  t.Touch,
  t.Target,
  t.Stage,
  t.Otherwise,
  t.Reach,
  t.Cost,
  t.Kept,
  t.Zone,
  t.Currency,
  t.Week,
  t.Starts,
  t.Settle,
  t.Template,
  t.Locales,
  t.Calendar,
  t.Else,
  t.Skip,
  t.Delay,
  t.Best,
  t.Receipts,
  t.Touches,
  t.Characters,
  t.Quota,
  t.Quantity,
  t.Worth,
  t.Up,
  t.Free,
  t.Prize,
  t.Giver,
  t.Friend,
  t.Salt,
  t.Variant,
  t.Case,
  t.Consent,
  t.List,
  t.Personalise,
  t.Quiet,
  t.Cap,
  t.Silence,
  t.Observed,
  t.Users,
  t.Among,
  t.Refresh,
  t.Score,
  t.Better,
  t.Tier,
  t.Top,
  t.Next,
  t.Group,
  t.Each,
  t.Scale,
  t.Into,
  t.Acquisition,
  t.Upkeep,
  t.Margin,
  t.Aim,
  t.When,
  t.Who,
  t.Repeat,
  t.Priority,
  t.Purpose,
  t.Limit,
  t.Send,
  t.Exclusive,
  t.Holdout,
  t.Budget,
  t.Sets,
  t.Split,
  t.Stop,
  t.Hypothesis,
  t.Point,
  t.Policy,
  t.StrategySet,
  t.Project,
  t.User,
  t.Event,
  t.Tag,
  t.Fact,
  t.MapTable,
  t.Process,
  t.Lifecycle,
  t.Channel,
  t.Benefit,
  t.Material,
  t.Goal,
  t.Strategy,
  t.Measure,
  t.Value,
  t.Groups,
  t.Metric,
  t.Line,
  t.Expect,
];

interface Row {
  readonly type: TokenType;
  readonly fits: Fits | null;
}

const rows = new Map<string, Row>(fixed.map((type) => [type.LABEL ?? type.name, { type, fits: null }]));

function add(type: TokenType, words: string, fits: Fits | null): void {
  for (const text of words.split(" ")) rows.set(text, { type, fits });
}

// Words that are keywords beside certain others only, and names elsewhere.
add(t.Aggregate, "count sum average min max", after("of"));
add(t.Known, "known", before("is", "not"));
add(t.Unknown, "unknown", before("if"));
add(t.One, "one", after("of"));
add(t.Most, "most", (left, right) => left === "at" || right === "frequent");
add(t.Frequent, "frequent", before("most"));
add(t.Least, "least", before("at"));
add(t.Previous, "previous", before("the", "in"));
add(t.Last, "past", before("the", "in"));
add(t.Time, "time", (left, right) => right === "since" || (left === "median" && right === "from"));
add(t.Zodiac, "zodiac", after("of"));
add(t.Chinese, "chinese", after("zodiac"));
add(
  t.Distinct,
  "distinct",
  (left, right) => left === "of" && startsName(right) && !operators.has(right) && !hardAfterEvent.has(right),
);
add(t.DaysWith, "days", (left, right) => left === "of" && right === "with");
add(t.Sequence, "sequence", (left, right, next) => {
  if (left !== "did" && left !== "not") return false;
  return oneWordWindows.has(right) ? /^[{｛]$/.test(next) : startsWindow.has(right);
});
add(t.Reached, "reached", (_, right, next) => next === "of" || isPlainWord(right));
add(t.No, "no", (left, right) => {
  if (left === "then") return startsName(right) && !hardAfterEvent.has(right);
  return /^[{｛]$/.test(left) && startsName(right) && !stepWords.has(right);
});
add(t.Than, "than", before("less", "more", "fewer"));
add(t.LessWord, "less fewer", after("than"));
add(t.MoreWord, "more", after("than"));
add(t.Every, "every", before("when", "refresh"));
add(t.Once, "once", before("when"));
add(t.Enters, "leaves", null);
add(t.Followed, "followed", before("not"));
add(t.Preferred, "preferred", before("channel"));
add(
  t.None,
  "none",
  (left, right) => left === "benefit" || left === "else" || (/^[{｛]$/.test(left) && afterNone.has(right)),
);
add(t.Never, "never", before("repeat"));
add(t.Always, "always", before("repeat"));
add(t.Lunar, "lunar", after("date"));
add(t.Product, "product", after("stage"));
add(t.Makeup, "makeup", (left, right) => left === "every" && right === "workday");
add(t.Hour, "hour", before("best"));
add(t.Hours, "hours", before("quiet"));
add(t.All, "all", before("consent", "cap"));
add(t.Model, "model", before("tag"));
add(t.Smallest, "smallest", (_, right, __, declared) => right === "n" || declared() === "measure");
add(t.Such, "such", after("that"));
add(t.That, "that", before("such"));
add(t.Return, "return", (left, right) => left === "that" && right === "rate");
add(t.North, "north", (left, right) => right === "star" && left !== "metric");
add(t.NorthStar, "star", before("north"));
add(t.Median, "median", (_, right, __, declared) => right === "time" && declared() === "metric");
add(t.Daily, "daily weekly monthly", after("active"));
add(t.Active, "active", before("daily", "weekly", "monthly"));
// `share of last order` is a field of an event that goes by that name.
add(t.Share, "share", (_, right, next, declared) => {
  return right === "of" && !startsPoint(next) && (declared() === "metric" || declared() === "measure");
});
add(t.Total, "total", (left, right, next, declared) => {
  return right === "of" && !startsPoint(next) && (left === "over" || declared() === "metric");
});
add(t.Rate, "rate", (left, right, next, declared) => {
  return right === "of" && (left === "return" || (!startsPoint(next) && declared() === "metric"));
});
add(t.LaterDeclaration, "journey alert", null);

/** What follows the `none` of a variant; all but the brace is wrong there, and is reported. */
const afterNone: ReadonlySet<string> = new Set(["}", "｝", "send", "channel", "benefit", "material"]);
const oneWordWindows: ReadonlySet<string> = new Set(["ever", "today", "yesterday"]);
const startsWindow: ReadonlySet<string> = new Set([
  "{",
  "｛",
  "in",
  "for",
  "this",
  "from",
  "within",
  "since",
  "between",
]);
/** Words that go on after an event and can only be its name in back-quotes. */
const hardAfterEvent: ReadonlySet<string> = new Set(["where", "ever", "in", "for", "within", "since"]);
const stepWords: ReadonlySet<string> = new Set(["then", "where", "with", "within", "as"]);
const operators: ReadonlySet<string> = new Set(["is", "between", "contains", "and", "or", "if"]);
/** `last pay` is the latest payment; `last is "Smith"` reads a field called `last`. */
add(t.Last, "last", (left, right) => left === "the" || left === "in" || (startsName(right) && !operators.has(right)));

/** `last order`, `1st order`. */
function startsPoint(text: string): boolean {
  return text === "last" || /^[0-9０-９]/.test(text);
}

function startsName(text: string): boolean {
  return /^[^\s\d!-/:-@[-^{-~]/.test(text);
}

/** Whether a word can only be a name. */
function isPlainWord(text: string): boolean {
  return startsName(text) && !rows.has(text);
}

/** The words with a meaning of their own, for suggestions. */
export const words: readonly string[] = [...rows.keys()];

/** The words that a type of token is written with. */
export const wordsOf = (type: TokenType): readonly string[] => words.filter((word) => rows.get(word)?.type === type);

/** Whether a word needs back-quotes to be a name. */
export const isHard = (type: TokenType): boolean =>
  fixed.includes(type) && type.CATEGORIES !== undefined && !type.CATEGORIES.includes(t.Name);

const ends = (type: TokenType): boolean =>
  t.clauseWords.has(type) || type === t.Case || type === t.Otherwise || type === t.Strategy;

/** Whether a word starts a clause or a member of a set, so that the clause before it ends. */
export function endsClause(text: string): boolean {
  const row = rows.get(text);
  return row !== undefined && ends(row.type);
}

/** Whether a token is a name that goes on a clause of a strategy. */
export const continuesOn = ({ tokenType: type }: IToken): boolean =>
  (type.CATEGORIES?.includes(t.Name) ?? false) && !ends(type);

function isUnit(text: string): boolean {
  return units.has(text) || text === "points" || text === "point" || /^[A-Z]{3}$/.test(text);
}

/** `time zone Etc/GMT+8  week starts Monday`, `priority 80  point checkout`: after a number a clause may start with what else is a unit. */
function startsClause(text: string, right: IToken | undefined, next: IToken | undefined): boolean {
  if (text === "week") return right?.image === "starts";
  if (text !== "point" || right === undefined) return false;
  // `gift: 1 point  other: 2 points`, `cost = 1 point  name = user.nickname`: a row follows.
  if (next?.tokenType === t.Colon || next?.tokenType === t.Equal) return false;
  return right.tokenType === t.QuotedName || (right.tokenType === t.Identifier && isPlainWord(right.image));
}

/** The word of the declaration whose `=` stands at a place: `metric` in `metric arpu "人均" north star =`. */
function declaredBefore(tokens: readonly IToken[], equal: number): string {
  if (tokens[equal]?.tokenType !== t.Equal) return "";
  let at = equal - 1;
  if (tokens[at]?.image === "star" && tokens[at - 1]?.image === "north") at -= 2;
  if (tokens[at]?.tokenType === t.Text) at--;
  return tokens[at - 1]?.image ?? "";
}

function typeOf(token: IToken, at: number, tokens: readonly IToken[]): TokenType {
  const [left, right] = [tokens[at - 1], tokens[at + 1]];
  if (left?.tokenType === t.Dot) return t.Identifier;
  if (right?.tokenType === t.Colon) return t.FieldName;
  const text = token.image;
  const counted = left?.tokenType === t.NumberWord || left?.tokenType === t.Consecutive;
  if (counted && isUnit(text) && !startsClause(text, right, tokens[at + 2])) return t.Unit;
  if (text === "time" && right?.image === "zone") return t.TimeZone;
  const row = rows.get(text);
  if (row === undefined) return t.Identifier;
  if (row.fits === null) return row.type;
  const declared = () => declaredBefore(tokens, at - 1);
  const fits = row.fits(left?.image ?? "", right?.image ?? "", tokens[at + 2]?.image ?? "", declared);
  return fits ? row.type : t.Identifier;
}

/** Gives the words among the tokens their types, in place. */
export function retype(tokens: readonly IToken[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as IToken;
    if (token.tokenType === t.Identifier) {
      setType(token, typeOf(token, i, tokens));
    } else if (token.tokenType === t.QuotedName && tokens[i + 1]?.tokenType === t.Colon) {
      setType(token, t.FieldName);
    }
  }
}

/** A parser looks at the index, people and tools at the type: both must agree. */
export function setType(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}
