import type { IToken } from "chevrotain";
import type { Rule } from "../../grammar/expression.js";
import * as t from "../../grammar/tokens.js";
import { retype, setType, units, words } from "../../grammar/words.js";
import { nearestFew } from "../text/nearest.js";
import { type Desk, isFull, run } from "./desk.js";

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
  const mended = readMisspelt(desk, rule, tokens, failure);
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
  const before = { parts: builder.parts.length, texts: builder.texts.length, diagnostics: reading.diagnostics.length };
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
      builder.parts.length = before.parts;
      builder.texts.length = before.texts;
      reading.diagnostics.length = before.diagnostics;
    }
  }
  return null;
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
