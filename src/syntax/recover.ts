import type { IToken, TokenType } from "chevrotain";
import { firstTypes } from "../../grammar/firsts.js";
import type { Rule } from "../../grammar/expression.js";
import type { BlockRules, Grammar, InnerRules } from "../../grammar/grammar.js";
import type { Opened } from "../../grammar/parts.js";
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
  const brace = openingBrace(tokens, range.first, range.unopened ?? range.end);
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
  readClauses(desk, { ...rules, block: a.image }, range.unopened ?? brace + 1, end);
  return builder.block(a, z);
}

/** The brace that opens the block that starts at a token; `end` if none does. Whom a value is about may say a sequence before it. */
function openingBrace(tokens: readonly IToken[], first: number, end: number): number {
  let isSequence = false;
  for (let at = first; at < end; at++) {
    const type = tokens[at]?.tokenType;
    if (type === t.Sequence) isSequence = true;
    else if (type === t.LCurly && !isSequence) return at;
    else if (type === t.RCurly) isSequence = false;
  }
  return end;
}

/** The clauses of a block that are read one by one. */
interface Level {
  readonly clause: Rule<void>;
  readonly clauseName: string;
  /** The word of the block, for messages. */
  readonly block: string;
}

function readClauses(desk: Desk, level: Level, start: number, end: number): void {
  const { builder, grammar, reading, tokens } = desk;
  const firsts = firstsOf(grammar, level.clauseName);
  let at = start;
  while (at < end && !isFull(desk)) {
    const next = nextClause(desk, level, at + 1, end);
    const token = tokens[at] as IToken;
    const slice = tokens.slice(at, next);
    if (!firsts.has(token.tokenType)) {
      reportOrMend(desk, level.clause, slice, slice[1] ?? token, () => reportClause(desk, token, firsts, level.block));
      at = next;
      continue;
    }
    const kept = builder.mark();
    const { error, rest } = run(grammar, level.clause, slice);
    if (error !== null) {
      builder.rewind(kept);
      const inner = grammar.innerBlock(level.clauseName, token.tokenType);
      const brace = inner === null ? -1 : braceOf(tokens, inner, at, next);
      if (inner !== null && brace >= 0) {
        at = recoverInner(desk, inner, { at, brace, end: next });
        continue;
      }
      reportOrMend(desk, level.clause, slice, error.token, () =>
        reportBlunder(reading, error, slice, tokens[next] ?? null),
      );
    } else if (rest !== null) {
      const index = at + slice.indexOf(rest);
      const leads = desk.outline.leads(index);
      if (firsts.has(rest.tokenType) || leads || index === at) {
        at = Math.max(index, at + 1);
        continue;
      }
      rereadClause(desk, kept, level.clause, slice, rest);
    }
    at = next;
  }
}

/** Where the block that starts at a token opens; −1 if it does not. A test before the strategy of a set may hold braces. */
function braceOf(tokens: readonly IToken[], { closes }: InnerRules, at: number, end: number): number {
  let from = at;
  if (closes === "setMember") while (from < end && tokens[from]?.tokenType !== t.Strategy) from++;
  for (let i = from; i < end; i++) if (tokens[i]?.tokenType === t.LCurly) return i;
  return -1;
}

interface InnerPlace {
  readonly at: number;
  readonly brace: number;
  readonly end: number;
}

/** Reads a broken block inside of a block; gives the first token after it. */
function recoverInner(desk: Desk, rules: InnerRules, { at, brace, end }: InnerPlace): number {
  const { builder, grammar, reading, tokens } = desk;
  const opened = builder.open();
  const head = tokens.slice(at, brace);
  const { error, rest } = run(grammar, rules.head, head);
  if (error !== null) {
    reportOrMend(desk, rules.head, head, error.token, () => reportBlunder(reading, error, head, tokens[brace] ?? null));
  } else if (rest !== null) {
    reportOrMend(desk, rules.head, head, rest, () => reportUnexpected(reading, head, rest));
  }
  const close = closeOf(tokens, brace, end);
  const block = rules.closes === "setMember" ? "strategy" : rules.closes;
  readClauses(desk, { ...rules, block }, brace + 1, close);
  const z = tokens[Math.min(close, end - 1)] as IToken;
  builder[rules.closes](tokens[at] as IToken, z, opened);
  return Math.min(close + 1, end);
}

/** The brace that closes the one at `brace`; `end` if there is none. */
function closeOf(tokens: readonly IToken[], brace: number, end: number): number {
  let depth = 0;
  for (let i = brace; i < end; i++) {
    const type = tokens[i]?.tokenType;
    if (type === t.LCurly) depth++;
    else if (type === t.RCurly && --depth === 0) return i;
  }
  return end;
}

/** Reports a clause that ended too early. What was read of it stays, unless a misspelt word explains the end. */
function rereadClause(desk: Desk, kept: Opened, clause: Rule<void>, slice: readonly IToken[], rest: IToken): void {
  const { builder, reading } = desk;
  const parts = builder.parts.splice(kept.parts);
  const texts = builder.texts.splice(kept.texts);
  const mended = reportOrMend(desk, clause, slice, rest, () => reportUnexpected(reading, slice, rest));
  if (mended !== null) return;
  builder.parts.push(...parts);
  builder.texts.push(...texts);
}

/** The next line of this block that starts with a word of a clause; no clause can stand among the steps of a sequence. */
function nextClause(desk: Desk, { clauseName }: Level, from: number, end: number): number {
  const firsts = firstsOf(desk.grammar, clauseName);
  const isSet = clauseName === "setClause";
  let depth = 0;
  let isSequence = false;
  for (let i = from - 1; i < end; i++) {
    const type = desk.tokens[i]?.tokenType as TokenType;
    if (isSet && i >= from && desk.outline.startsMember(i)) return i;
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
  const near = clauses.includes(token.image) ? null : nearest(token.image, clauses);
  const suggestion = near === null ? null : { span, text: near };
  reading.report("unknown-clause", span, { written: token.image, block, clauses, near }, { suggestion });
}

const isWord = (type: TokenType): boolean => type.LABEL !== undefined && /^[a-z]+$/.test(type.LABEL);

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
