import type { IRecognitionException, IToken, TokenType } from "chevrotain";
import * as t from "../../grammar/tokens.js";
import { isHard, units, words } from "../../grammar/words.js";
import type { Edit } from "../diagnostic/diagnostic.js";
import type { Expected } from "../diagnostic/syntax/expected.js";
import { nearest } from "../text/nearest.js";
import { expectedOf } from "./expected.js";
import { reportInModel } from "./model-blunder.js";
import { endOf, type Reading } from "./reading.js";
import { reportInStrategy } from "./strategy-blunder.js";

/** What people write for a unit, with the unit. */
const unitWords: ReadonlyMap<string, string> = new Map([
  ...["天", "日", "d"].map((word): [string, string] => [word, "days"]),
  ...["周", "星期", "w"].map((word): [string, string] => [word, "weeks"]),
  ...["月", "个月"].map((word): [string, string] => [word, "months"]),
  ...["年", "y"].map((word): [string, string] => [word, "years"]),
  ...["小时", "个小时", "时", "h", "hr", "hrs"].map((word): [string, string] => [word, "hours"]),
  ...["分钟", "分", "min", "mins"].map((word): [string, string] => [word, "minutes"]),
  ...["元", "块", "yuan", "rmb"].map((word): [string, string] => [word, "CNY"]),
  ...["次", "time"].map((word): [string, string] => [word, "times"]),
  ["积分", "points"],
]);
/** Plurals first: of equally close ones the first is taken. */
const unitNames: readonly string[] = [
  ...[...units.keys()].toReversed(),
  "points",
  "times",
  "CNY",
  "USD",
  "EUR",
  "HKD",
  "JPY",
];
/** What people write for `contains`. */
const containing: ReadonlySet<string> = new Set(["like", "contain", "includes", "include", "has", "match", "matches"]);
/** After a field of the profile these need `was` before them. */
const windowStarts: ReadonlySet<TokenType> = new Set([t.Today, t.Yesterday, t.This, t.From, t.Between]);
/** A clause holds no braces but those of a sequence, so nothing else waits for the closing one. */
const isAmongSteps = ({ expected }: Blunder): boolean => expected.length === 1 && expected[0] === t.RCurly.name;

const startsWindow = (found: IToken, next: IToken | undefined): boolean =>
  windowStarts.has(found.tokenType) || (found.tokenType === t.In && next !== undefined && inThe.has(next.tokenType));
/** `at least 30 days ago`, where `was` is missing before it. */
const startsAgo = (found: IToken, next: IToken | undefined): boolean =>
  found.tokenType === t.At && (next?.tokenType === t.Least || next?.tokenType === t.Most);
/** Whether a name after a dot stands before a token: `user.registered_at`, and not an event or a step. */
function endsField(tokens: readonly IToken[], found: IToken): boolean {
  const at = tokens.indexOf(found);
  const name = tokens[at - 1];
  return name !== undefined && isName(name.tokenType) && tokens[at - 2]?.tokenType === t.Dot;
}
const startsTest: ReadonlySet<TokenType> = new Set([t.Did, t.Has, t.Not, t.Reached]);
const inThe: ReadonlySet<TokenType> = new Set([t.The, t.Last, t.Previous]);
/** Clauses with an `if` of their own. */
const holdsIf: ReadonlySet<TokenType> = new Set([t.Consent, t.Stop, t.Personalise, t.Reach]);
const whereWords: ReadonlySet<string> = new Set(["whose", "which", "that", "with", "having", "if", "when"]);

/**
 * Turns a failure of the parser into the message that helps its author most. It points at the word that was found, or at
 * what stands before the gap when the line ends there. `following` is what comes after `tokens` in the file.
 */
export function reportBlunder(
  reading: Reading,
  error: IRecognitionException,
  tokens: readonly IToken[],
  following: IToken | null = null,
): void {
  if (reading.diagnostics.at(-1)?.code === "nesting-too-deep") return;
  const at = tokens.indexOf(error.token);
  const found = at < 0 ? following : error.token;
  const before = tokens[(at < 0 ? tokens.length : at) - 1] ?? null;
  const expected = error.message.split("|");
  const blunder = { reading, tokens, found, before, expected };
  if (reportInModel(blunder) || reportBracket(blunder) || (found !== null && reportWord(blunder, found))) return;
  const after = before === null ? null : before.image;
  const near = found !== null && (before === null || sameLine(reading, before, found)) ? found : null;
  const span =
    near === null && before !== null
      ? reading.reach(before, before)
      : reading.reach(found ?? error.token, found ?? error.token);
  const wanted = isOfUser(tokens, before) ? ofUser : expectedOf(expected);
  const suggestion = near === null ? null : meantBy(blunder, near, wanted);
  reading.report("expected", span, { expected: wanted, after, found: near?.image ?? null }, { suggestion });
}

/** After `when user` there are fewer choices than after an event. */
const ofUser: readonly Expected[] = [{ word: "enters" }, { word: "leaves" }];
const isOfUser = (tokens: readonly IToken[], before: IToken | null): boolean =>
  tokens[0]?.tokenType === t.When && tokens[1] === before && before?.tokenType === t.User;

/** What to write in the place of a word, or before it. */
function meantBy({ reading, expected }: Blunder, found: IToken, wanted: readonly Expected[]): Edit | null {
  const span = reading.reach(found, found);
  if (found.tokenType === t.Is && expected.includes(t.Was.name)) return { span, text: "was" };
  const word = nearest(
    found.image,
    wanted.flatMap((each) => ("word" in each ? [each.word] : [])),
  );
  return word === null ? null : { span, text: word };
}

/** A word after something that was complete without it. */
export function reportUnexpected(reading: Reading, tokens: readonly IToken[], found: IToken): void {
  // What was left because it lies too deep has been reported.
  if (reading.diagnostics.at(-1)?.code === "nesting-too-deep") return;
  // What a suggestion replaces already needs no message of its own.
  const mend = reading.diagnostics.at(-1)?.suggestion?.span;
  if (mend !== undefined && mend.start < found.startOffset && endOf(found) <= mend.end) return;
  const before = tokens[tokens.indexOf(found) - 1] ?? null;
  const blunder = { reading, tokens, found, before, expected: [] };
  if (found.tokenType !== t.RParen && reportWord(blunder, found)) return;
  // In a chain of channels one word joins, though others may be as near.
  const joining = tokens[0]?.tokenType === t.Channel ? nearest(found.image, ["then"]) : null;
  const near = joining ?? nearest(found.image, words);
  const span = reading.reach(found, found);
  const suggestion = near === null || near === found.image ? null : { span, text: near };
  const args = { written: found.image, after: before?.image ?? null, near: suggestion === null ? null : near };
  reading.report("unexpected", span, args, { suggestion });
}

interface Blunder {
  readonly reading: Reading;
  readonly tokens: readonly IToken[];
  readonly found: IToken | null;
  readonly before: IToken | null;
  readonly expected: readonly string[];
}

/** A `(` that is not closed is shown at its opening. */
function reportBracket({ reading, tokens, found, expected }: Blunder): boolean {
  if (!expected.includes(t.RParen.name)) return false;
  let depth = 0;
  const at = found === null ? -1 : tokens.indexOf(found);
  for (let i = at < 0 ? tokens.length - 1 : at - 1; i >= 0; i--) {
    const token = tokens[i] as IToken;
    if (token.tokenType === t.RParen) depth++;
    else if (token.tokenType === t.LParen && depth-- === 0) {
      const related = found === null ? [] : [reading.reach(found, found)];
      reading.report("unclosed-bracket", reading.reach(token, token), { found: found?.image ?? null }, { related });
      return true;
    }
  }
  return false;
}

function reportWord(blunder: Blunder, found: IToken): boolean {
  const { reading, before, tokens } = blunder;
  if (reportInStrategy({ ...blunder, found })) return true;
  const span = reading.reach(found, found);
  const wantsName = blunder.expected.includes(t.Name.name);
  const next = tokens[tokens.indexOf(found) + 1];
  if (wantsName && found.tokenType === t.NumberWord && next !== undefined && next.startOffset === endOf(found)) {
    const whole = reading.reach(found, next);
    const written = reading.written(whole);
    reading.report("digit-name", whole, { written }, { suggestion: { span: whole, text: `\`${written}\`` } });
  } else if (found.tokenType === t.Not && before?.tokenType === t.Then && next !== undefined) {
    const suggestion = { span, text: "no" };
    reading.report("then-not", span, { event: next.image }, { suggestion });
  } else if (wantsName && blunder.expected.length === 1 && isHard(found.tokenType)) {
    const text = `\`${found.image}\``;
    reading.report("reserved-word", span, { written: found.image }, { suggestion: { span, text } });
  } else if (
    before?.tokenType === t.NumberWord &&
    found.tokenType === t.Identifier &&
    sameLine(reading, before, found)
  ) {
    reportUnit(reading, before, found);
  } else if (isAmongSteps(blunder) && tokens.includes(found) && reportStep(blunder, found)) {
    return true;
  } else if (
    before !== null &&
    isName(before.tokenType) &&
    whereWords.has(found.image) &&
    !holdsIf.has(tokens[0]?.tokenType ?? t.Name) &&
    sameLine(reading, before, found)
  ) {
    reading.report("use-where", span, { written: found.image }, { suggestion: { span, text: "where" } });
  } else if (
    found.tokenType === t.Comma &&
    (tokens[0]?.tokenType === t.Channel || isAmongSteps(blunder)) &&
    next !== undefined &&
    isName(next.tokenType) &&
    next.image !== "then"
  ) {
    const suggestion = { span, text: next.startOffset === endOf(found) ? " then " : " then" };
    reading.report("use-word", span, { written: found.image, right: "then" }, { suggestion });
  } else if ((startsWindow(found, next) || startsAgo(found, next)) && endsField(tokens, found)) {
    const right = `was ${found.image}`;
    reading.report("was-missing", span, { right: `${right} …` }, { suggestion: { span, text: right } });
  } else if (isShortWindow(blunder, found, next)) {
    reportShortWindow(blunder, found);
  } else if (containing.has(found.image) && before !== null && isName(before.tokenType) && next?.tokenType === t.Text) {
    const args = { written: found.image, near: "contains" };
    reading.report("misspelt", span, args, { suggestion: { span, text: "contains" } });
  } else if (found.tokenType === t.Comma && next !== undefined && startsTest.has(next.tokenType)) {
    const text = next.startOffset === endOf(found) ? " and " : " and";
    reading.report("use-word", span, { written: found.image, right: "and" }, { suggestion: { span, text } });
  } else if (found.tokenType === t.Comma) {
    const glues = next !== undefined && next.startOffset === endOf(found) && next.tokenType !== t.NumberWord;
    reading.report("stray-comma", span, {}, { suggestion: { span, text: glues ? " " : "" } });
  } else return false;
  return true;
}

/** `in 7 days`, `last 7 days`: a window without the words that it starts with. */
function isShortWindow({ before, expected }: Blunder, found: IToken, next: IToken | undefined): boolean {
  if (found.tokenType === t.NumberWord) return before?.tokenType === t.In && expected.includes(t.Last.name);
  return isLast(found) && next?.tokenType === t.NumberWord;
}

const isLast = ({ image }: IToken): boolean => image === "last" || image === "past" || image === "previous";

function reportShortWindow({ reading, before }: Blunder, found: IToken): void {
  const word = found.tokenType === t.NumberWord ? (before as IToken) : found;
  const span = reading.reach(word, word);
  const right = found.image === "previous" ? "in the previous" : "in the last";
  const written = reading.written(reading.reach(word, found));
  reading.report("window-form", span, { written, right }, { suggestion: { span, text: right } });
}

/** What does not fit among the steps of a sequence. */
function reportStep({ reading, tokens, before }: Blunder, found: IToken): boolean {
  const span = reading.reach(found, found);
  const at = tokens.indexOf(found);
  const start = tokens.slice(0, at).findLastIndex(({ tokenType }) => tokenType === t.LCurly) + 1;
  const isFirst = !tokens.slice(start + 1, at).some(({ tokenType }) => tokenType === t.Then);
  if (isName(found.tokenType) && before?.tokenType === t.Then && at === start + 1) {
    const suggestion = reading.edit(before.startOffset, found.startOffset, "");
    reading.report("then-first", reading.reach(before, before), {}, { suggestion });
  } else if (isName(found.tokenType) && before?.image === "then") {
    const suggestion = reading.edit(before.startOffset, found.startOffset, "");
    reading.report("then-twice", reading.reach(before, before), {}, { suggestion });
  } else if (isFirst && (found.tokenType === t.With || found.tokenType === t.Within)) {
    reading.report("first-step", span, { event: (tokens[start] as IToken).image });
  } else if (isName(found.tokenType)) {
    const suggestion = reading.edit(span.start, span.start, "then ");
    reading.report("then-missing", span, { event: found.image }, { suggestion });
  } else return false;
  return true;
}

function reportUnit(reading: Reading, number: IToken, found: IToken): void {
  const span = reading.reach(found, found);
  const near = unitWords.get(found.image.toLowerCase()) ?? nearest(found.image, unitNames);
  const written = reading.written(reading.reach(number, found));
  const blank = number.startOffset + number.image.length === found.startOffset ? " " : "";
  const suggestion = near === null ? null : { span, text: `${blank}${near}` };
  const right = near === null ? null : `${number.image} ${near}`;
  reading.report("not-a-unit", span, { unit: found.image, written, right }, { suggestion });
}

function sameLine(reading: Reading, left: IToken, right: IToken): boolean {
  return !/[\n\r]/.test(reading.text.slice(endOf(left), right.startOffset));
}

const isName = (type: TokenType): boolean => type.CATEGORIES?.includes(t.Name) ?? false;
