import type { IToken, TokenType } from "chevrotain";
import type { Rule } from "../../grammar/expression.js";
import * as t from "../../grammar/tokens.js";
import { retype, setType, units, words } from "../../grammar/words.js";
import { nearestFew } from "../text/nearest.js";
import { type Desk, isFull, run } from "./desk.js";
import { endOf } from "./reading.js";

/** Words to try in the place of one, and places to try: from the failure back. */
const TRIES = 4;
/** Longer stretches are not read again and again. */
const LONGEST = 500;

const spellings: readonly string[] = [...words, ...units.keys()];

/**
 * Reports a failure, but where the report has no mend of its own and a misspelt word explains the failure, tells of that word
 * instead, and gives what was read with it.
 */
export function reportOrMend<T>(
  desk: Desk,
  rule: Rule<T>,
  tokens: readonly IToken[],
  failure: IToken,
  report: () => void,
): { readonly value: T } | null {
  const { diagnostics } = desk.reading;
  const before = diagnostics.length;
  report();
  if (diagnostics.length === before || diagnostics.at(-1)?.suggestion) return null;
  const reported = diagnostics.splice(before);
  const mended = readUnbracketed(desk, rule, tokens, failure) ?? readMisspelt(desk, rule, tokens, failure);
  if (mended === null) diagnostics.push(...reported);
  return mended;
}

/**
 * Reads tokens that failed again, with one word at or before the failure spelt as a word of the language. If then all of
 * them are read, that word was misspelt: it is reported, and what was read is given. `null` if no word mends them.
 */
function readMisspelt<T>(
  desk: Desk,
  rule: Rule<T>,
  tokens: readonly IToken[],
  failure: IToken,
): { readonly value: T } | null {
  const { builder, grammar, reading } = desk;
  if (tokens.length > LONGEST || isFull(desk)) return null;
  const found = tokens.indexOf(failure);
  const last = found < 0 ? tokens.length - 1 : found;
  const before = builder.mark();
  const told = reading.diagnostics.length;
  for (let at = last; at >= 0 && at > last - TRIES; at--) {
    const token = tokens[at] as IToken;
    if (token.tokenType !== t.Identifier) continue;
    for (const text of nearestFew(token.image, spellings, TRIES)) {
      const { value, error, rest } = run(grammar, rule, spelt(tokens, at, text));
      if (error === null && rest === null) {
        const span = reading.reach(token, token);
        reading.report("misspelt", span, { written: token.image, near: text }, { suggestion: { span, text } });
        return { value };
      }
      builder.rewind(before);
      reading.diagnostics.length = told;
    }
  }
  return null;
}

/**
 * Reads tokens that failed again, with brackets around the tests after the last `where` before the failure. If then all of them
 * are read, the brackets were missing: several tests need them. `null` if that is not what is wrong.
 */
function readUnbracketed<T>(
  desk: Desk,
  rule: Rule<T>,
  tokens: readonly IToken[],
  failure: IToken,
): { readonly value: T } | null {
  const { builder, grammar, reading } = desk;
  const failed = tokens.indexOf(failure);
  if (failed < 0 || tokens.length > LONGEST || isFull(desk)) return null;
  const start = tokens.slice(0, failed).findLastIndex(({ tokenType }) => tokenType === t.Where) + 1;
  const first = tokens[start];
  if (start === 0 || first === undefined || first.tokenType === t.LParen) return null;
  const joins = tokens.findIndex(({ tokenType }, at) => at > start && (tokenType === t.And || tokenType === t.Or));
  if (joins < 0 || joins > failed) return null;
  const before = builder.mark();
  const told = reading.diagnostics.length;
  let tries = 0;
  for (let end = failed; end < tokens.length && tries < TRIES; end++) {
    const next = tokens[end] as IToken;
    if (!closers.has(next.tokenType)) continue;
    tries++;
    const last = tokens[end - 1] as IToken;
    const [open, close] = [bracket(t.LParen, "(", first.startOffset), bracket(t.RParen, ")", endOf(last) - 1)];
    const copies = [...tokens.slice(0, start), open, ...tokens.slice(start, end), close, ...tokens.slice(end)];
    const { value, error, rest } = run(grammar, rule, copies);
    if (error === null && rest === null) {
      const span = reading.reach(first, last);
      const right = `(${reading.written(span)})`;
      reading.report("where-brackets", span, { right }, { suggestion: { span, text: right } });
      return { value };
    }
    builder.rewind(before);
    reading.diagnostics.length = told;
  }
  return null;
}

/** What may follow the tests after `where`. */
const closers: ReadonlySet<TokenType> = new Set([
  t.In,
  t.For,
  t.Ever,
  t.Today,
  t.Yesterday,
  t.This,
  t.From,
  t.Between,
  t.Within,
  t.Since,
  t.At,
  t.Exactly,
  t.On,
  t.Without,
  t.Then,
  t.With,
  t.RCurly,
]);

/** A bracket that is not in the file: it lies on the letter that it stands beside, so that spans end where they should. */
function bracket(tokenType: TokenType, image: string, startOffset: number): IToken {
  return { image, startOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0 };
}

/** The tokens with another word in one place; what the words around it are may change with it. */
function spelt(tokens: readonly IToken[], at: number, text: string): IToken[] {
  const copies = tokens.map((token) => ({ ...token }));
  copies.forEach((copy, place) => {
    if (Math.abs(place - at) > 2 || !/^[A-Za-z]/.test(copy.image)) return;
    if (place === at) copy.image = text;
    setType(copy, t.Identifier);
  });
  retype(copies);
  return copies;
}
