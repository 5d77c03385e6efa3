import type { IToken, TokenType } from "chevrotain";
import * as t from "../../grammar/tokens.js";
import { endOf, type Reading } from "./reading.js";

/** A word that does not fit, in the tokens of its clause. */
export interface Misfit {
  readonly reading: Reading;
  readonly tokens: readonly IToken[];
  readonly found: IToken;
  readonly before: IToken | null;
  /** The names of the types that could have stood there; none where the clause was complete. */
  readonly expected: readonly string[];
}

/** Tells of the slips that are made in the clauses of strategies and policies; whether this was one. */
export function reportInStrategy(misfit: Misfit): boolean {
  const first = misfit.tokens[0]?.tokenType;
  if (first === t.When) return reportTrigger(misfit);
  if (first === t.Send) return reportSend(misfit);
  if ((first === t.Cap || first === t.Quota) && reportCap(misfit)) return true;
  return first !== undefined && withNames.has(first) && reportComma(misfit);
}

/** Clauses that hold a list of names. */
const withNames: ReadonlySet<TokenType> = new Set([
  t.Cap,
  t.Exclusive,
  t.Sets,
  t.Material,
  t.Best,
  t.Locales,
  t.Lifecycle,
  t.Value,
  t.Metric,
]);
/** Names in a row can only be a list. */
const onlyNames: ReadonlySet<TokenType> = new Set([t.Locales, t.Lifecycle, t.Value]);

const isName = (token: IToken | undefined): boolean => token?.tokenType.CATEGORIES?.includes(t.Name) ?? false;

function reportComma({ reading, tokens, found, before, expected }: Misfit): boolean {
  const next = tokens[tokens.indexOf(found) + 1];
  if (before === null || !isName(before)) return false;
  const span = reading.reach(found, found);
  if (found.tokenType === t.And && isName(next)) {
    const suggestion = reading.edit(endOf(before), span.end, ",");
    reading.report("names-comma", span, {}, { suggestion });
  } else if (onlyNames.has(tokens[0]?.tokenType as TokenType) && expected.length === 0 && isName(found)) {
    reading.report("names-comma", span, {}, { suggestion: reading.edit(endOf(before), endOf(before), ",") });
  } else return false;
  return true;
}

/** What people write for `per`, and for `per` with its unit. */
const perWords: ReadonlySet<string> = new Set(["a", "an", "each", "every", "by", "/", "／"]);
const periods: ReadonlyMap<string, string> = new Map([
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["每天", "day"],
  ["每日", "day"],
  ["每周", "week"],
  ["每月", "month"],
]);

function reportCap({ reading, tokens, found, before, expected }: Misfit): boolean {
  const next = tokens[tokens.indexOf(found) + 1];
  const span = reading.reach(found, found);
  const period = periods.get(found.image);
  if (expected.includes(t.Per.name) && before !== null && (perWords.has(found.image) || period !== undefined)) {
    const unit = period ?? next?.image ?? "day";
    const written = reading.written(reading.reach(before, period === undefined ? (next ?? found) : found));
    const from = endOf(before);
    const end = period === undefined && next !== undefined ? next.startOffset : span.end;
    const text = period === undefined ? " per " : ` per ${period}`;
    const right = `${before.image} per ${unit}`;
    reading.report("cap-form", span, { written, right }, { suggestion: reading.edit(from, end, text) });
  } else if (found.tokenType === t.At && next?.tokenType === t.Most) {
    const number = tokens[tokens.indexOf(next) + 1];
    const wrong = reading.reach(found, next);
    const suggestion = number === undefined ? null : reading.edit(wrong.start, number.startOffset, "");
    const args = { written: reading.written(wrong), right: `${number?.image ?? "2"} per day` };
    reading.report("cap-form", wrong, args, { suggestion });
  } else if (before?.tokenType === t.In && found.tokenType === t.The) {
    const number = tokens.slice(tokens.indexOf(found)).find(({ tokenType }) => tokenType === t.NumberWord);
    const last = number === undefined ? undefined : tokens[tokens.indexOf(number) + 1];
    if (number === undefined || last === undefined) return false;
    const whole = reading.reach(before, last);
    const text = `in ${reading.written(reading.reach(number, last))}`;
    const args = { written: reading.written(whole), right: text };
    reading.report("cap-form", whole, args, { suggestion: { span: whole, text } });
  } else return false;
  return true;
}

function reportSend({ reading, tokens, found, before }: Misfit): boolean {
  if (before?.tokenType !== t.At || found.tokenType !== t.ClockWord) return false;
  const span = reading.reach(tokens[0] as IToken, found);
  reading.report("send-at", span, { written: reading.written(span), clock: found.image });
  return true;
}

const startsTest: ReadonlySet<TokenType> = new Set([t.Did, t.Has, t.Not, t.Reached, t.Aggregate, t.Time, t.LParen]);

function reportTrigger(misfit: Misfit): boolean {
  const { reading, tokens, found, before } = misfit;
  const at = tokens.indexOf(found);
  const next = tokens[at + 1];
  const span = reading.reach(found, found);
  const first = tokens[1];
  if (before?.tokenType === t.Every && found.tokenType === t.NumberWord) {
    const unit = next?.tokenType === t.Unit ? next : found;
    const right = reading.written(reading.reach(found, unit));
    reading.report("every-number", reading.reach(before, unit), { written: `every ${right}`, right });
  } else if (at === 2 && found.tokenType === t.NumberWord && isSide(first)) {
    return reportShift(misfit, first);
  } else if (at > 0 && at <= 2 && startsTest.has(found.tokenType) && (at === 1 || first?.tokenType === t.User)) {
    reading.report("when-test", span, { written: found.image });
  } else if (found.tokenType === t.Without && isName(next)) {
    const args = {
      written: reading.written(reading.reach(before as IToken, next as IToken)),
      other: next?.image ?? "",
    };
    reading.report("absence-form", span, args, { suggestion: { span, text: "is not followed by" } });
  } else if (before?.tokenType === t.Is && found.image === "followed") {
    reading.report("followed-plain", reading.reach(before, found), { event: first?.image ?? "" });
  } else if (found.tokenType === t.Is && tokens[2]?.tokenType === t.Enters && isName(next)) {
    const whole = reading.reach(before as IToken, next as IToken);
    const text = `${before?.image}.${next?.image}`;
    reading.report(
      "state-is",
      whole,
      { written: reading.written(whole), right: text },
      { suggestion: { span: whole, text } },
    );
  } else return reportOnMissing(misfit, at);
  return true;
}

const isSide = (token: IToken | undefined): token is IToken =>
  token !== undefined && (token.tokenType === t.Before || token.tokenType === t.After);

/** `before 3 days of user.birthday` */
function reportShift({ reading, tokens, found }: Misfit, side: IToken): boolean {
  const unit = tokens[3];
  const date = tokens.slice(4).find((token) => isName(token) && token.image !== "of");
  if (unit?.tokenType !== t.Unit || date === undefined) return false;
  let last = tokens.indexOf(date);
  while (tokens[last + 1]?.tokenType === t.Dot && isName(tokens[last + 2])) last += 2;
  const span = reading.reach(side, tokens[last] as IToken);
  const moment = reading.written(reading.reach(date, tokens[last] as IToken));
  const text = `${reading.written(reading.reach(found, unit))} ${side.image} ${moment}`;
  reading.report("shift-form", span, { written: reading.written(span), right: text }, { suggestion: { span, text } });
  return true;
}

/** `when user.birthday at 09:00`; a field that is compared is a test. */
function reportOnMissing({ reading, tokens, found }: Misfit, at: number): boolean {
  const first = tokens[1];
  if (first === undefined || at < 2) return false;
  let last = 1;
  while (tokens[last + 1]?.tokenType === t.Dot && isName(tokens[last + 2])) last += 2;
  const date = reading.reach(first, tokens[last] as IToken);
  if (!isName(first) || at > last + 1) return false;
  const next = tokens[last + 1];
  if (next?.tokenType === t.At) {
    const suggestion = reading.edit(date.start, date.start, "on ");
    reading.report("on-missing", date, { right: `on ${reading.written(date)}` }, { suggestion });
  } else if (found.tokenType === t.Dot) {
    reading.report("when-test", date, { written: reading.written(date) });
  } else return false;
  return true;
}
