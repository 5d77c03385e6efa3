import fc from "fast-check";
import type * as tree from "../../src/syntax/tree.js";
import { entered } from "./strategy-trees.js";
import {
  countable,
  expression,
  frequency,
  label,
  name,
  pattern,
  point,
  quantity,
  share,
  span,
  textLiteral,
  window,
} from "./value-trees.js";

/** Random models, metrics, lines, expectations and costs: whatever the parser can make of a sound file. */
const nowhere = fc.constant(span);
const names = fc.array(name, { maxLength: 3 });
const someNames = fc.array(name, { minLength: 1, maxLength: 3 });
const is = <T extends string>(text: T): fc.Arbitrary<T> => fc.constant(text);
const member: fc.Arbitrary<tree.Member> = fc.record({ name, label });
const better = fc.option(fc.constantFrom("lower" as const, "higher" as const));
const who = fc.option(expression);

export const tagModel = (type: fc.Arbitrary<tree.TypeName>) =>
  fc.record({ is: is("tagModel"), name, label, type, from: textLiteral, valid: quantity });

const measureOf: fc.Arbitrary<tree.MeasureOf> = fc.oneof(
  fc.record({
    is: is("period"),
    candidates: fc.array(quantity, { minLength: 1, maxLength: 3 }),
    pattern,
    observed: quantity,
    below: share,
    span: nowhere,
  }),
  fc.record({ is: is("share"), who: expression, among: who, span: nowhere }),
);

const score: fc.Arbitrary<tree.Score> = fc.record({ name, label, value: expression, better, span: nowhere });
const scores = fc.array(score, { maxLength: 3 });
const tier: fc.Arbitrary<tree.Tier> = fc.record({
  name,
  label,
  rule: fc.oneof(
    expression.map((test) => ({ is: "when" as const, test })),
    fc.record({ is: fc.constantFrom("top" as const, "next" as const), share, by: name }),
  ),
  span: nowhere,
});

const metricOf: fc.Arbitrary<tree.MetricOf> = fc.oneof(
  fc.record({ is: is("share"), who: expression, span: nowhere }),
  fc.record({ is: is("total"), value: expression, span: nowhere }),
  fc.record({ is: is("perUser"), value: expression, span: nowhere }),
  fc.record({ is: is("ratio"), value: expression, over: expression, span: nowhere }),
  fc.record({ is: is("duration"), from: point, to: point, span: nowhere }),
  fc.record({
    is: is("active"),
    every: fc.constantFrom("day" as const, "week" as const, "month" as const),
    pattern,
    span: nowhere,
  }),
  fc.record({ is: is("rate"), process: name, from: fc.option(name), to: fc.option(name), window, span: nowhere }),
);

export const models = [
  fc.record({
    is: is("measure"),
    name,
    label,
    of: measureOf,
    refresh: fc.option(quantity),
    otherwise: fc.option(quantity),
  }),
  fc.record({
    is: is("value"),
    name,
    label,
    of: who,
    scores,
    split: fc.option(fc.constantFrom("average", "median").map((text) => ({ text, span }))),
    refresh: fc.option(quantity),
    tiers: fc.array(tier, { maxLength: 3 }),
    otherwise: fc.option(member),
  }),
  fc.record({
    is: is("groups"),
    name,
    label,
    of: who,
    scores,
    groups: fc.array(member, { maxLength: 3 }),
    salt: fc.option(textLiteral),
    refresh: fc.option(quantity),
  }),
  fc.record({
    is: is("metric"),
    name,
    label,
    northStar: fc.boolean(),
    of: metricOf,
    among: who,
    scale: fc.array(quantity, { maxLength: 3 }),
    target: fc.option(quantity),
    better,
  }),
  fc.record({
    is: is("line"),
    name,
    label,
    lifecycles: names,
    values: names,
    metrics: fc.array(fc.record({ metrics: someNames, into: fc.option(name), span: nowhere }), { maxLength: 3 }),
  }),
  fc
    .record({ is: is("expect"), role: name, label, pattern, often: frequency, each: name })
    .filter(({ often, pattern: of }) => countable({ frequency: often, pattern: of })),
  fc.record({
    is: is("cost"),
    acquisition: fc.array(
      fc.record({ cost: quantity, sources: fc.array(textLiteral, { maxLength: 2 }), span: nowhere }),
      { maxLength: 3 },
    ),
    upkeep: fc.option(fc.record({ cost: quantity, per: name, span: nowhere })),
    margin: fc.option(share),
  }),
  fc.record({
    is: is("goal"),
    name,
    label,
    of: fc.oneof(fc.record({ is: is("did"), pattern, span: nowhere }), entered),
    target: fc.option(share),
  }),
];
