import type { IRecognitionException, IToken, TokenType } from "chevrotain";
import { firstTypes } from "../../grammar/firsts.js";
import type { BlockRules, Grammar } from "../../grammar/grammar.js";
import type { Rule } from "../../grammar/expression.js";
import * as t from "../../grammar/tokens.js";
import { nearest } from "../text/nearest.js";
import { reportBlunder, reportUnexpected } from "./blunder.js";
import type { Builder } from "./build.js";
import { limits } from "./limits.js";
import type { Outline, Range } from "./outline.js";
import { endOf, type Reading } from "./reading.js";
import type { Comment, Declaration } from "./tree.js";

/** What reading needs: one parser, what it builds with, and the file. */
export interface Desk {
  readonly grammar: Grammar;
  readonly builder: Builder;
  readonly reading: Reading;
  readonly tokens: readonly IToken[];
  /** Those of the file; those in the holes of texts come to them. */
  readonly comments: Comment[];
  readonly outline: Outline;
  /** How many diagnostics there were before the first declaration was read. */
  readonly before: number;
}

/** Nobody reads more messages than the limit, and each failure of the parser costs as much as reading a strategy. */
export function isFull({ reading, before }: Desk): boolean {
  return reading.diagnostics.length - before >= limits.diagnostics;
}

/** Runs a rule over tokens: what it gave, the failure if any, and the first token that it left. */
export function run<T>(
  grammar: Grammar,
  rule: Rule<T>,
  tokens: IToken[],
): { value: T; error: IRecognitionException | null; rest: IToken | null } {
  grammar.input = tokens;
  const value = rule.call(grammar);
  if (grammar.errors.length === 0) return { value, error: null, rest: null };
  const error = grammar.errors[0] as IRecognitionException;
  return error.name === "NotAllInputParsedException"
    ? { value, error: null, rest: error.token }
    : { value, error, rest: null };
}

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
      reportClause(desk, token, firsts, block);
      at = next;
      continue;
    }
    const kept = { parts: desk.builder.parts.length, texts: desk.builder.texts.length };
    const { error, rest } = run(grammar, rules.clause, slice);
    if (error !== null) {
      desk.builder.parts.length = kept.parts;
      desk.builder.texts.length = kept.texts;
      reportBlunder(reading, error, slice, tokens[next] ?? null);
    } else if (rest !== null) {
      const index = at + slice.indexOf(rest);
      const leads = desk.outline.leads(index);
      if (firsts.has(rest.tokenType) || leads || index === at) {
        at = Math.max(index, at + 1);
        continue;
      }
      reportUnexpected(reading, slice, rest);
    }
    at = next;
  }
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
