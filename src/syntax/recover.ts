import type { IToken, TokenType } from "chevrotain";
import { firstTypes } from "../../grammar/firsts.js";
import type { BlockRules, Grammar } from "../../grammar/grammar.js";
import * as t from "../../grammar/tokens.js";
import { nearest } from "../text/nearest.js";
import { reportBlunder, reportUnexpected } from "./blunder.js";
import { type Desk, isFull, run } from "./desk.js";
import { reportOrMend } from "./misspelling.js";
import type { Range } from "./outline.js";
import { endOf } from "./reading.js";
import type { Declaration } from "./tree.js";

/** Reads a broken block clause by clause, so that each has its own message and the sound ones are kept. */
export function recover(desk: Desk, range: Range, rules: BlockRules): Declaration {
  const { grammar, builder, reading, tokens } = desk;
  let brace = range.first;
  while (brace < (range.unopened ?? range.end) && tokens[brace]?.tokenType !== t.LCurly) brace++;
  const head = tokens.slice(range.first, brace);
  const { error, rest } = run(grammar, rules.head, head);
  const [a, z] = [tokens[range.first] as IToken, tokens[range.end - 1] as IToken];
  if (error !== null) reportBlunder(reading, error, head, tokens[brace] ?? null);
  else if (rest !== null) reportUnexpected(reading, head, rest);
  else if (brace === (range.unopened ?? range.end)) {
    const last = head.at(-1) as IToken;
    const args = { expected: [{ word: "{" }], after: last.image, found: null };
    reading.report("expected", reading.reach(last, last), args, {
      suggestion: reading.edit(endOf(last), endOf(last), " {"),
    });
  }
  const end = range.closed && brace < range.end ? range.end - 1 : range.end;
  readClauses(desk, rules, range.unopened ?? brace + 1, end, a.image);
  return builder.block(a, z);
}

function readClauses(desk: Desk, rules: BlockRules, start: number, end: number, block: string): void {
  const { grammar, reading, tokens } = desk;
  const firsts = firstsOf(grammar, rules.clauseName);
  let at = start;
  while (at < end && !isFull(desk)) {
    const next = nextClause(desk, firsts, at + 1, end);
    const token = tokens[at] as IToken;
    const slice = tokens.slice(at, next);
    if (!firsts.has(token.tokenType)) {
      reportOrMend(desk, rules.clause, slice, slice[1] ?? token, () => reportClause(desk, token, firsts, block));
      at = next;
      continue;
    }
    const kept = { parts: desk.builder.parts.length, texts: desk.builder.texts.length };
    const { error, rest } = run(grammar, rules.clause, slice);
    if (error !== null) {
      desk.builder.parts.length = kept.parts;
      desk.builder.texts.length = kept.texts;
      reportOrMend(desk, rules.clause, slice, error.token, () =>
        reportBlunder(reading, error, slice, tokens[next] ?? null),
      );
    } else if (rest !== null) {
      const index = at + slice.indexOf(rest);
      const leads = desk.outline.leads(index);
      if (firsts.has(rest.tokenType) || leads || index === at) {
        at = Math.max(index, at + 1);
        continue;
      }
      rereadClause(desk, kept, rules, slice, rest);
    }
    at = next;
  }
}

/** Reports a clause that ended too early. What was read of it stays, unless a misspelt word explains the end. */
function rereadClause(
  desk: Desk,
  kept: { readonly parts: number; readonly texts: number },
  rules: BlockRules,
  slice: readonly IToken[],
  rest: IToken,
): void {
  const { builder, reading } = desk;
  const parts = builder.parts.splice(kept.parts);
  const texts = builder.texts.splice(kept.texts);
  const mended = reportOrMend(desk, rules.clause, slice, rest, () => reportUnexpected(reading, slice, rest));
  if (mended !== null) return;
  builder.parts.push(...parts);
  builder.texts.push(...texts);
}

/** The next line of this block that starts with a word of a clause; no clause can stand among the steps of a sequence. */
function nextClause(desk: Desk, firsts: ReadonlySet<TokenType>, from: number, end: number): number {
  let depth = 0;
  let isSequence = false;
  for (let i = from - 1; i < end; i++) {
    const type = desk.tokens[i]?.tokenType as TokenType;
    if (type === t.Sequence) isSequence = true;
    else if (type === t.LCurly) depth++;
    else if (type === t.RCurly) {
      depth--;
      isSequence = false;
    } else if (i >= from && (depth <= 0 || isSequence) && firsts.has(type) && desk.outline.leads(i)) return i;
  }
  return end;
}

function reportClause(desk: Desk, token: IToken, firsts: ReadonlySet<TokenType>, block: string): void {
  const { reading } = desk;
  const span = reading.reach(token, token);
  if (token.tokenType === t.Comma) {
    reading.report("stray-comma", span, {}, { suggestion: { span, text: "" } });
    return;
  }
  const clauses = [...firsts].filter((type) => isWord(type)).map((type) => type.LABEL ?? type.name);
  const near = nearest(token.image, clauses);
  const suggestion = near === null ? null : { span, text: near };
  reading.report("unknown-clause", span, { written: token.image, block, clauses, near }, { suggestion });
}

const isWord = (type: TokenType): boolean =>
  type.LABEL !== undefined && type !== t.LaterClause && type !== t.LaterPart && /^[a-z]+$/.test(type.LABEL);

const firstSets = new Map<string, ReadonlySet<TokenType>>();

/** The types that a clause may start with, names in all their forms included. */
function firstsOf(grammar: Grammar, name: string): ReadonlySet<TokenType> {
  const known = firstSets.get(name);
  if (known !== undefined) return known;
  const rule = grammar.getGAstProductions()[name];
  const types = rule === undefined ? [] : [...firstTypes(rule)];
  const firsts = new Set(
    types.flatMap((type) => [type, ...t.vocabulary.filter((each) => each.CATEGORIES?.includes(type))]),
  );
  firstSets.set(name, firsts);
  return firsts;
}
