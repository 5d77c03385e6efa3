import type { IToken, TokenType } from "chevrotain";
import type { Rule } from "../../grammar/expression.js";
import { Grammar } from "../../grammar/grammar.js";
import * as t from "../../grammar/tokens.js";
import { words } from "../../grammar/words.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { nearest } from "../text/nearest.js";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { reportBlunder, reportUnexpected } from "./blunder.js";
import { Builder } from "./build.js";
import { wording } from "./expected.js";
import { readPieces } from "./holes.js";
import { lex, reportBidi } from "./lex.js";
import { countNodes, limits, utf8Length } from "./limits.js";
import { clauseOnly, Outline, type Range } from "./outline.js";
import { Reading } from "./reading.js";
import { type Desk, isFull, run } from "./desk.js";
import { reportOrMend } from "./misspelling.js";
import { recover } from "./recover.js";
import type { Declaration, Expr, File } from "./tree.js";

/** A file's tree, and what is wrong with its spelling. */
export interface Parsed {
  readonly file: File;
  readonly diagnostics: Diagnostic[];
}

/** Reads a strategy file. Never throws: whatever the text is, what can be read is in the tree and the rest is reported. */
export function parse(source: Source): Parsed {
  const reading = new Reading(source);
  const tooLarge = source.text.length * 3 > limits.fileBytes && utf8Length(source.text) > limits.fileBytes;
  if (tooLarge) {
    reading.report("file-too-large", reading.span(0, 0), { limit: limits.fileBytes });
    return { file: freeze(source, [], []), diagnostics: reading.diagnostics };
  }
  reportBidi(reading);
  const { tokens, comments } = lex(reading, 0, source.text.length);
  const outline = new Outline(reading, tokens);
  const ranges = outline.ranges();
  const desk: Desk = { ...instrument(reading), reading, tokens, comments, outline, before: reading.diagnostics.length };
  const declarations = ranges.flatMap((range) => readRange(desk, range));
  comments.sort((x, y) => x.span.start - y.span.start);
  return { file: freeze(source, declarations, comments), diagnostics: told(reading) };
}

function freeze(source: Source, declarations: Declaration[], comments: File["comments"]): File {
  return Object.freeze({
    file: source.name,
    declarations: Object.freeze(declarations),
    comments: Object.freeze(comments),
  });
}

/** One parser serves all files: making it costs as much as reading thousands of strategies. Reading is synchronous, so it is never shared. */
let made: { grammar: Grammar; builder: Builder } | null = null;
let current: Reading | null = null;

function instrument(reading: Reading): { grammar: Grammar; builder: Builder } {
  current = reading;
  if (made === null) {
    const builder = new Builder(() => current as Reading);
    made = { builder, grammar: new Grammar(builder, { expected: wording }) };
  }
  made.builder.clear();
  return made;
}

function readRange(desk: Desk, range: Range): Declaration[] {
  const { reading, tokens } = desk;
  const [a, z] = [tokens[range.first] as IToken, tokens[range.end - 1] as IToken];
  desk.builder.clear();
  if (range.is === "deep" || isFull(desk)) return [];
  if (range.is === "stray") {
    reportStray(reading, a);
    return [];
  }
  if (range.is === "later") return [desk.builder.notYet(a.image, a, z)];
  const read = range.is === "line" ? readLine(desk, range) : readBlock(desk, range);
  readTexts(desk);
  return read.filter((declaration) => isWithinLimits(reading, declaration));
}

/** Reads a declaration of one line: what follows on a line of its own is not part of it. */
function readLine(desk: Desk, range: Range): Declaration[] {
  const { grammar, reading, tokens } = desk;
  const slice = tokens.slice(range.first, range.end);
  const rule = lineRule(grammar, slice);
  const { value, error, rest } = run(grammar, rule, slice);
  if (error !== null) {
    const mended = reportOrMend<Declaration>(desk, rule, slice, error.token, () =>
      reportBlunder(reading, error, slice),
    );
    return mended === null ? [] : [mended.value];
  }
  if (rest === null) return [value];
  if (desk.outline.leads(range.first + slice.indexOf(rest))) {
    reportStray(reading, rest);
    return [value];
  }
  const mended = reportOrMend<Declaration>(desk, rule, slice, rest, () => reportUnexpected(reading, slice, rest));
  return [mended === null ? value : mended.value];
}

function lineRule(grammar: Grammar, [first, second]: readonly IToken[]): Rule<Declaration> {
  if (first?.tokenType === t.Goal) return grammar.goal;
  if (first?.tokenType === t.Point) return grammar.operatingPoint;
  if (first?.tokenType === t.Measure) return grammar.measure;
  if (first?.tokenType === t.Metric) return grammar.metric;
  if (first?.tokenType === t.Expect) return grammar.expectation;
  if (second?.tokenType === t.Model) return grammar.tagModel;
  return second?.tokenType === t.Strategy ? grammar.tagStrategy : grammar.tagFact;
}

function readBlock(desk: Desk, range: Range): Declaration[] {
  const { grammar, builder, reading, tokens } = desk;
  const rules = grammar.blocks.get(tokens[range.first]?.tokenType as TokenType);
  if (rules === undefined) return [];
  if (tokens[range.first]?.tokenType === t.Benefit && !hasKind(desk, range.first)) return [];
  const before = reading.diagnostics.length;
  if (range.closed) {
    const { value, error, rest } = run(grammar, rules.whole, tokens.slice(range.first, range.end));
    if (error === null && rest === null) return [value];
  }
  reading.diagnostics.length = before;
  builder.clear();
  return [recover(desk, range, rules)];
}

const benefitKinds = ["coupon", "free_order", "points", "gift", "lottery", "check_in", "privilege", "referral"];

/** `benefit coupon hp20`: the kind is easily forgotten, and then the name would be taken for it. */
function hasKind(desk: Desk, first: number): boolean {
  const { reading, tokens } = desk;
  const [kind, name, third] = tokens.slice(first + 1, first + 4);
  if (kind === undefined || benefitKinds.includes(kind.image) || !isName(kind)) return true;
  const named = isName(name);
  // `benefit free order f` has its kind in two words.
  const joined = isName(third) ? `${kind.image}_${name?.image}` : "";
  const near = benefitKinds.includes(joined) ? joined : named ? nearest(kind.image, benefitKinds) : null;
  const span = reading.reach(kind, near === joined ? (name as IToken) : kind);
  const text = near ?? (named ? null : `coupon ${kind.image}`);
  const suggestion = text === null ? null : { span, text };
  const args = { written: reading.written(span), named, near, kinds: benefitKinds };
  reading.report("benefit-kind", span, args, { suggestion });
  return false;
}

const isName = (token: IToken | undefined): boolean => token?.tokenType.CATEGORIES?.includes(t.Name) ?? false;

const declarationWords =
  "project user event tag map process measure lifecycle value groups channel benefit material goal metric line expect cost point policy set strategy".split(
    " ",
  );

function reportStray(reading: Reading, token: IToken): void {
  const span = reading.reach(token, token);
  if (clauseOnly.has(token.tokenType)) {
    reading.report("clause-outside", span, { written: token.image });
    return;
  }
  if (token.tokenType === t.Cost) {
    reading.report("expected", span, { expected: [{ word: "{" }], after: token.image, found: null });
    return;
  }
  const near = words.includes(token.image) ? null : nearest(token.image, declarationWords);
  const suggestion = near === null ? null : { span, text: near };
  reading.report("unknown-declaration", span, { written: token.image, near }, { suggestion });
}

function readTexts(desk: Desk): void {
  const { builder, reading } = desk;
  for (const { token, pieces } of builder.texts.splice(0)) {
    pieces.push(...readPieces(reading, token, (start, end) => readHole(desk, start, end)));
    Object.freeze(pieces);
  }
}

function readHole(desk: Desk, start: number, end: number): Expr | null {
  const { grammar, reading } = desk;
  const { tokens, comments } = lex(reading, start, end);
  desk.comments.push(...comments);
  if (isDeep(tokens)) {
    reading.report("nesting-too-deep", reading.span(start, end), { limit: limits.nesting });
    return null;
  }
  if (tokens.length === 0) {
    reading.report("hole-empty", reading.span(start - 1, end + 1), {});
    return null;
  }
  const { value, error, rest } = run(grammar, grammar.hole, tokens);
  if (error !== null) reportBlunder(reading, error, tokens);
  else if (rest !== null) reportUnexpected(reading, tokens, rest);
  return error === null && rest === null ? value : null;
}

function isDeep(tokens: readonly IToken[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    const { tokenType } = token;
    if ((tokenType === t.LParen || tokenType === t.LCurly) && ++depth > limits.nesting) return true;
    if (tokenType === t.RParen || tokenType === t.RCurly) depth--;
  }
  return false;
}

/** A node takes at least one letter, so a short declaration need not be counted. */
function isWithinLimits(reading: Reading, declaration: Declaration): boolean {
  const { span } = declaration;
  if (span.end - span.start <= limits.nodes) return true;
  const nodes = countNodes(declaration);
  if (nodes <= limits.nodes) return true;
  reading.report("declaration-too-large", span, { nodes, limit: limits.nodes });
  return false;
}

/** In order of place; a later construct inside another one, or a second message of one kind in one place, is not told. */
function told({ diagnostics, open }: Reading): Diagnostic[] {
  const sorted = diagnostics
    .filter((each) => !isSwallowed(each, open))
    .sort((x, y) => x.span.start - y.span.start || y.span.end - x.span.end);
  const kept: Diagnostic[] = [];
  let later = -1;
  for (const each of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && last.code === each.code && last.span.start === each.span.start) continue;
    if (each.code === "not-yet") {
      if (each.span.end <= later) continue;
      later = each.span.end;
    }
    kept.push(each);
  }
  return kept.slice(0, limits.diagnostics);
}

function isSwallowed(diagnostic: Diagnostic, open: readonly Span[]): boolean {
  if (open.length === 0 || diagnostic.code === "unclosed-text" || diagnostic.code === "unclosed-name") return false;
  const { start, end } = diagnostic.span;
  return open.some((span) => start < span.end && span.start < end);
}
