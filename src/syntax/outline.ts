import type { IToken, TokenType } from "chevrotain";
import * as t from "../../grammar/tokens.js";
import { limits } from "./limits.js";
import { endOf, type Reading } from "./reading.js";

/** A stretch of tokens that is read on its own: `end` is excluded. */
export interface Range {
  /** With a block; on a line of its own; of a later version; not the start of anything; nested beyond the limit. */
  readonly is: "block" | "line" | "later" | "stray" | "deep";
  readonly first: number;
  readonly end: number;
  /** Whether the block was closed. */
  readonly closed: boolean;
  /** Where its block starts without the `{` that should open it; `null` where nothing is missing. */
  readonly unopened: number | null;
}

const blocks: ReadonlySet<TokenType> = new Set([
  t.Project,
  t.User,
  t.Event,
  t.MapTable,
  t.Process,
  t.Lifecycle,
  t.Channel,
  t.Benefit,
  t.Material,
  t.Policy,
  t.StrategySet,
  t.Strategy,
  t.Value,
  t.Groups,
  t.Line,
  t.Cost,
]);
/** Declarations without a block. */
const lines: ReadonlySet<TokenType> = new Set([t.Tag, t.Goal, t.Point, t.Measure, t.Metric, t.Expect]);
const starts: ReadonlySet<TokenType> = new Set([...blocks, ...lines, t.LaterDeclaration]);
/** Clauses of a strategy that no declaration starts with. */
export const clauseOnly: ReadonlySet<TokenType> = new Set([
  t.Aim,
  t.Purpose,
  t.When,
  t.Who,
  t.Repeat,
  t.Limit,
  t.Send,
  t.Priority,
  t.Exclusive,
  t.Holdout,
  t.Budget,
  t.Sets,
  t.Split,
  t.Stop,
  t.Hypothesis,
]);
const clauses: ReadonlySet<TokenType> = new Set([
  ...clauseOnly,
  t.Channel,
  t.Benefit,
  t.Material,
  t.Goal,
  t.Stage,
  t.Otherwise,
  t.Cost,
]);
/** After these a word is used as a name. */
const continues: ReadonlySet<TokenType> = new Set([
  t.Dot,
  t.Is,
  t.IsNot,
  t.Colon,
  t.Comma,
  t.RParen,
  t.Less,
  t.LessEqual,
  t.Greater,
  t.GreaterEqual,
  t.Equal,
  t.Plus,
  t.Minus,
  t.Star,
  t.Slash,
  t.And,
  t.Or,
  t.Between,
  t.Contains,
  t.If,
  t.Question,
  t.Of,
  t.Was,
]);

/** Splits the tokens of a file into declarations. One pass; nothing is recursive, whatever the brackets do. */
export class Outline {
  constructor(
    private readonly reading: Reading,
    private readonly tokens: readonly IToken[],
  ) {}

  ranges(): Range[] {
    const ranges: Range[] = [];
    for (let at = 0; at < this.tokens.length; ) {
      const range = this.from(at);
      if (range.end > range.first) ranges.push(range);
      at = range.end;
      if (this.type(at) === t.RCurly) this.reportStrayClosers(at);
      while (this.type(at) === t.RCurly) at++;
    }
    return ranges;
  }

  /** Whether a token is the first on its line. */
  leads(index: number): boolean {
    const before = this.tokens[index - 1];
    const token = this.tokens[index];
    if (before === undefined || token === undefined) return true;
    return /[\n\r]/.test(this.reading.text.slice(endOf(before), token.startOffset));
  }

  private type(index: number): TokenType | undefined {
    return this.tokens[index]?.tokenType;
  }

  private kind(at: number): Range["is"] {
    const type = this.type(at) as TokenType;
    const next = this.tokens[at + 1];
    if (!starts.has(type) || (next !== undefined && continues.has(next.tokenType))) return "stray";
    if (type === t.LaterDeclaration) return "later";
    // In a channel and a benefit it is a clause, and one that stands alone is out of place.
    if (type === t.Cost && next?.tokenType !== t.LCurly) return "stray";
    return lines.has(type) ? "line" : "block";
  }

  /**
   * Whether a member of a set starts here, if this is inside of one: `strategy a {`, `case who …`, `otherwise strategy b {`, on a
   * line of its own.
   */
  startsMember(at: number): boolean {
    const type = this.type(at);
    if (!this.leads(at)) return false;
    if (type === t.Strategy) return this.looksLikeDeclaration(at);
    return (
      (type === t.Case && this.type(at + 1) === t.Who) || (type === t.Otherwise && this.type(at + 1) === t.Strategy)
    );
  }

  /** How far a token stands from the start of its line. */
  private column(at: number): number {
    const start = this.tokens[at]?.startOffset ?? 0;
    return start - Math.max(...["\n", "\r"].map((end) => this.reading.text.lastIndexOf(end, start - 1)));
  }

  /** Strategies inside of a set are its members. Where its braces do not match, those that are not indented are not. */
  private from(first: number): Range {
    const { diagnostics } = this.reading;
    const before = diagnostics.length;
    const range = this.until(first, false);
    if (this.type(first) !== t.StrategySet || range.closed || range.is === "deep") return range;
    diagnostics.length = before;
    return this.until(first, true);
  }

  private until(first: number, indented: boolean): Range {
    const is = this.kind(first);
    const isSet = is === "block" && this.type(first) === t.StrategySet;
    const afterClause = is === "stray" && clauseOnly.has(this.type(first) as TokenType);
    const open: { brace: number; brackets: number; steps: boolean }[] = [];
    let brackets = 0;
    let steps = false;
    let deep = false;
    let unopened: number | null = null;
    const head = is === "block" ? this.headEnd(first) : null;
    let at = first;
    for (; at < this.tokens.length; at++) {
      const type = this.type(at) as TokenType;
      const isMember = isSet && open.length > 0 && this.startsMember(at);
      if (isMember && !(indented && this.column(at) <= this.column(first))) {
        // A member holds no members: the one before was not closed.
        const inner = open.length > 1 ? open[1] : undefined;
        if (inner !== undefined) this.reportUnclosed(this.memberWord(inner.brace), inner.brace, at - 1);
        open.length = 1;
        brackets = 0;
      } else if (at > first && starts.has(type) && this.leads(at)) {
        // In brackets a member of a list may go by any word.
        const plain = open.length + brackets === 0 && !afterClause && this.kind(at) !== "stray";
        // In a material, `point title "…"` is a line in a locale of that name.
        const isLine = type === t.Point && open.length > 0 && this.type(first) === t.Material;
        if (plain || (!isLine && this.looksLikeDeclaration(at))) break;
      }
      if (at > first && open.length === 0 && type === t.Identifier && this.leads(at) && this.opensBlock(at)) break;
      if (at === head && type !== t.LCurly && type !== t.RCurly && this.leads(at)) {
        unopened = at;
        open.push({ brace: at - 1, brackets: 0, steps: false });
      }
      // A clause cannot stand among the steps of a sequence: its brace was forgotten.
      const inner = open.at(-1);
      if (inner?.steps && brackets === 0 && at > inner.brace + 1 && clauses.has(type) && this.leads(at)) {
        brackets = inner.brackets;
        open.pop();
      }
      if (type === t.Sequence) steps = true;
      if (type === t.LParen) brackets++;
      else if (type === t.RParen) brackets = Math.max(0, brackets - 1);
      else if (type === t.LCurly) {
        open.push({ brace: at, brackets, steps });
        brackets = 0;
        steps = false;
      } else if (type === t.RCurly) {
        const opener = open.pop();
        if (opener === undefined) break;
        brackets = opener.brackets;
        // A tag on a line of its own may hold a sequence in braces.
        if (open.length === 0 && is !== "line" && !opener.steps) {
          return { is: deep ? "deep" : is, first, end: at + 1, closed: true, unopened };
        }
      } else continue;
      if (!deep && open.length + brackets + (open.at(-1)?.brackets ?? 0) > limits.nesting) {
        deep = true;
        this.reportDeep(at);
      }
    }
    const opener = open.at(-1);
    // Where a sequence is open, reading its steps tells.
    if (opener !== undefined && !opener.steps && !deep && unopened === null) {
      this.reportUnclosed(first, opener.brace, at - 1);
    }
    return { is: deep ? "deep" : is, first, end: at, closed: opener === undefined, unopened };
  }

  /** The word that a block inside of a set starts with. */
  private memberWord(brace: number): number {
    let at = brace;
    while (at > 0 && this.type(at) !== t.Strategy && !this.leads(at)) at--;
    return at;
  }

  /** Stricter than `kind`: inside a block, `channel push` is a clause and `channel push {` cannot be one. */
  private looksLikeDeclaration(at: number): boolean {
    const type = this.type(at);
    if (type === t.User || type === t.Cost) return this.type(at + 1) === t.LCurly;
    if (type === t.Expect && this.type(at + 1) === t.FieldName) return true;
    if (type === t.Tag) {
      const next = this.type(at + 1);
      if (next === t.Model && this.type(at + 2) === t.FieldName) return true;
      return (next === t.Fact || next === t.Strategy || next === t.Model) && this.isName(at + 2);
    }
    if (!this.isName(at + 1)) return false;
    if (type === t.Benefit) return this.isName(at + 2) && this.type(this.pastHead(at + 3)) === t.LCurly;
    const next = this.type(this.pastHead(at + 2));
    if (type === t.Material) return next === t.For;
    if (type === t.Goal) return next === t.Equal;
    // In a strategy it is a clause, and a clause has no label.
    if (type === t.Point) return this.type(at + 2) === t.Text;
    if (type === t.Metric || type === t.Measure) return next === t.Equal || next === t.North;
    if (type === t.Expect) return this.type(at + 2) === t.Text && next === t.Colon;
    if (type === t.Value || type === t.Groups) return next === t.LCurly || next === t.Of;
    return next === t.LCurly;
  }

  /** `stratgy wake {`: the word is wrong, but a declaration it is. */
  private opensBlock(at: number): boolean {
    return this.isName(at + 1) && this.type(this.pastHead(at + 2)) === t.LCurly;
  }

  /** Where the `{` of a block belongs; `null` if its name is missing. */
  private headEnd(first: number): number | null {
    const type = this.type(first);
    if (type === t.User || type === t.Cost) return first + 1;
    const name = type === t.Benefit ? first + 2 : first + 1;
    if (!this.isName(name)) return null;
    const end = this.pastHead(name + 1);
    // Whom a value is about may take any number of words.
    if (this.type(end) === t.Of) return null;
    if (type !== t.Material || this.type(end) !== t.For) return end;
    return this.type(end + 2) === t.Template ? end + 4 : end + 2;
  }

  /** Past the label and the `kept 90 days` that may stand before a block. */
  private pastHead(at: number): number {
    const after = this.type(at) === t.Text ? at + 1 : at;
    return this.type(after) === t.Kept && this.type(after + 2) === t.Unit ? after + 3 : after;
  }

  private isName(at: number): boolean {
    return this.type(at)?.CATEGORIES?.includes(t.Name) ?? false;
  }

  private reportDeep(at: number): void {
    const token = this.tokens[at] as IToken;
    this.reading.report("nesting-too-deep", this.reading.reach(token, token), { limit: limits.nesting });
  }

  /** Shown where the `}` belongs: after the last line of the block. */
  private reportUnclosed(first: number, brace: number, last: number): void {
    const { reading } = this;
    const [head, opener, final] = [first, brace, last].map((at) => this.tokens[at]) as [IToken, IToken, IToken];
    const name = this.tokens[first + 1];
    const written = name === undefined || brace === first + 1 ? head.image : `${head.image} ${name.image}`;
    const rest = /[^\n\r]*/y;
    rest.lastIndex = endOf(final);
    const lineEnd = endOf(final) + (rest.exec(reading.text)?.[0].length ?? 0);
    const related = [reading.reach(opener, opener)];
    const suggestion = reading.edit(lineEnd, lineEnd, "\n}");
    reading.report("unclosed-block", reading.reach(final, final), { written }, { related, suggestion });
  }

  private reportStrayClosers(at: number): void {
    const token = this.tokens[at] as IToken;
    const span = this.reading.reach(token, token);
    this.reading.report("stray-closer", span, { written: token.image }, { suggestion: { span, text: "" } });
  }
}
