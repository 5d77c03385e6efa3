import { NonTerminal, type IProduction, Terminal, type TokenType } from "chevrotain";
import { describe, expect, it } from "vitest";
import type { Actions } from "../../grammar/actions.js";
import { firstTypes, isOptional } from "../../grammar/firsts.js";
import { Grammar } from "../../grammar/grammar.js";
import * as t from "../../grammar/tokens.js";

const silent = new Proxy({} as Actions, { get: () => () => undefined });
const grammar = new Grammar(silent, { expected: () => "" }, true);
const rules = grammar.getGAstProductions();

/** A type with all that counts as one of it: a word that may be a name counts as a name. */
const spread = (types: Iterable<TokenType>): Set<TokenType> =>
  new Set([...types].flatMap((type) => [type, ...t.vocabulary.filter((each) => each.CATEGORIES?.includes(type))]));

/** Expressions start here, and end where these end. */
const expressionRules = [
  "expr",
  "unary",
  "test",
  "has",
  "comparison",
  "ordering",
  "range",
  "equality",
  "arith",
  "factor",
  "reference",
  "zodiac",
  "of",
];
const historyRules = [
  "did",
  "occurrence",
  "sequence",
  "step",
  "nth",
  "reached",
  "frequency",
  "counted",
  "days",
  "window",
  "within",
  "since",
  "aggregate",
  "filter",
  "pattern",
  "point",
];
const restRules = ["pointTest", "dating", "without", "moment", "path", "quantity", "length", "timeSince", "date"];

/** What may go on an expression after something of it that is complete: the first types of every optional part, and of what follows one. */
function continuations(production: IProduction, into: Set<TokenType>): void {
  if (production instanceof Terminal || production instanceof NonTerminal) return;
  if (!("definition" in production)) return;
  const parts = (production as IProduction & { definition: IProduction[] }).definition;
  for (const part of parts) {
    if (isOptional(part)) for (const type of firstTypes(part)) into.add(type);
    continuations(part, into);
  }
}

const continuing = new Set<TokenType>();
for (const name of [...expressionRules, ...historyRules, ...restRules])
  continuations(rules[name] as IProduction, continuing);

const startOf = (rule: string): Set<TokenType> => firstTypes(rules[rule] as IProduction);

describe("the grammar", () => {
  it("is found sound by chevrotain's own analysis, with one token of lookahead", () => {
    expect(() => new Grammar(silent, { expected: () => "" }, true)).not.toThrow();
  });

  it("goes on with the words that this test is about", () => {
    const these = [
      t.And,
      t.Or,
      t.Is,
      t.Between,
      t.Where,
      t.In,
      t.For,
      t.On,
      t.At,
      t.Dot,
      t.If,
      t.Without,
      t.Unit,
      t.Of,
      t.Was,
      t.But,
      t.Within,
      t.Since,
      t.After,
    ];
    expect(these.filter((type) => !continuing.has(type)).map((type) => type.name)).toEqual([]);
  });

  it.each([
    "strategyClause",
    "setClause",
    "variantClause",
    "policyRule",
    "channelClause",
    "lifecycleClause",
    "projectClause",
    "benefitClause",
    "valueClause",
    "groupsClause",
    "lineClause",
    "costsClause",
    "metricTail",
    "among",
    "refresh",
    "better",
    "target",
    "field",
  ])("no word that starts a %s can go on an expression", (rule) => {
    const starting = spread(startOf(rule));
    // A number starts an amount and a bare frequency; no expression stands before an amount.
    if (rule === "benefitClause") for (const type of [t.NumberWord, t.Minus]) starting.delete(type);
    const both = [...spread(continuing)].filter((type) => starting.has(type) && type !== t.Name);
    expect(both.map((type) => type.name)).toEqual([]);
  });

  it("what goes on after a value or a test of a metric cannot go on an expression", () => {
    const following = spread([t.Per, t.Over, t.To, t.Each, t.LCurly, t.Among, t.Better]);
    expect([...spread(continuing)].filter((type) => following.has(type)).map((type) => type.name)).toEqual([]);
  });

  it("no word that starts a declaration can go on an expression", () => {
    const lines = [t.Tag, t.Goal, t.Point, t.Measure, t.Metric, t.Expect, t.LaterDeclaration];
    const starting = [...grammar.blocks.keys(), ...lines];
    expect(starting.filter((type) => spread(continuing).has(type)).map((type) => type.name)).toEqual([]);
  });

  it("a word that goes on an expression can never be read as a name there", () => {
    expect([...continuing].filter((type) => type === t.Name)).toEqual([]);
  });

  it("has no category or word that the lexer would try to match by itself", () => {
    const named = t.vocabulary.filter((type) => !t.symbols.includes(type));
    expect(t.lexer.tokenize("did pay ever").tokens.filter((token) => named.includes(token.tokenType))).toEqual([]);
  });
});
