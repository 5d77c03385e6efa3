import fc from "fast-check";
import type * as tree from "../../src/syntax/tree.js";
import {
  clock,
  date,
  expression,
  label,
  length,
  name,
  number,
  path,
  pattern,
  point,
  quantity,
  share,
  span,
  textLiteral,
} from "./value-trees.js";

/** Random strategies, sets and policies: whatever the parser can make of a sound file. */
const nowhere = fc.constant(span);
const names = fc.array(name, { maxLength: 3 });
const someNames = fc.array(name, { minLength: 1, maxLength: 3 });
const is = <T extends string>(text: T): fc.Arbitrary<T> => fc.constant(text);

const everyDay: fc.Arbitrary<tree.EveryDay> = fc.oneof(
  fc
    .constantFrom("day" as const, "hour" as const, "workday" as const, "holiday" as const)
    .map((of): tree.EveryDay => ({ is: of, span })),
  fc.constantFrom("makeupWorkday" as const, "lastDayOfMonth" as const).map((of): tree.EveryDay => ({ is: of, span })),
  fc
    .oneof(
      name,
      fc.constantFrom("hour", "workday", "holiday", "month", "makeup").map((text) => ({ text, span })),
    )
    .map((of): tree.EveryDay => ({ is: "weekday", name: of })),
  number.map((day): tree.EveryDay => ({ is: "dayOfMonth", day })),
);

export const when: fc.Arbitrary<tree.When> = fc.oneof(
  fc.record({ is: is("every"), day: everyDay, at: fc.option(clock), span: nowhere }),
  fc.record({ is: is("once"), date, at: clock, span: nowhere }),
  fc.record({
    is: is("dated"),
    shift: fc.option(fc.record({ length, side: fc.constantFrom("before" as const, "after" as const) })),
    date: path,
    at: fc.option(clock),
    span: nowhere,
  }),
  fc.record({ is: is("happens"), pattern, span: nowhere }),
  fc.record({
    is: is("absence"),
    first: pattern,
    then: pattern,
    same: fc.option(name),
    within: length,
    span: nowhere,
  }),
  fc.record({ is: is("afterPoint"), length, point, span: nowhere }),
  fc.record({
    is: is("state"),
    change: fc.constantFrom("enters" as const, "leaves" as const),
    state: path,
    at: fc.option(clock),
    span: nowhere,
  }),
  fc.record({ is: is("stalls"), process: name, step: name, length, span: nowhere }),
);

const repeat: fc.Arbitrary<tree.Repeat> = fc.record({
  rule: fc.oneof(fc.constantFrom("never" as const, "always" as const), quantity),
  span: nowhere,
});
const otherwise = fc.constantFrom("skip" as const, "delay" as const);
const hours = fc.record({ from: clock, to: clock });
const send: fc.Arbitrary<tree.Send> = fc.oneof(
  fc.record({ is: is("between"), from: clock, to: clock, otherwise, span: nowhere }),
  fc.record({ is: is("bestHour"), between: fc.option(hours), span: nowhere }),
);

const link = (wait: fc.Arbitrary<tree.ChannelLink["wait"]>): fc.Arbitrary<tree.ChannelLink> =>
  fc.record({ channel: name, wait, span: nowhere });
const waits = fc.option(fc.record({ length: quantity, unless: name }));
const channel: fc.Arbitrary<tree.ChannelClause> = fc.oneof(
  fc
    .tuple(link(fc.constant(null)), fc.array(link(waits), { maxLength: 2 }))
    .map(([first, rest]): tree.ChannelClause => ({ is: "chain", links: [first, ...rest], span })),
  fc.record({ is: is("preferred"), channels: someNames, least: fc.option(number), span: nowhere }),
);

const benefit: fc.Arbitrary<tree.BenefitClause> = fc.oneof(
  fc.constant({ is: "none" as const, span }),
  fc.record({ is: is("named"), name, elseNone: fc.boolean() }),
);

const holdout: fc.Arbitrary<tree.Holdout> = fc.record({ share, salt: textLiteral, span: nowhere });

const variant: fc.Arbitrary<tree.Variant> = fc
  .record({
    share,
    was: fc.array(share, { maxLength: 2 }),
    name,
    label,
    none: fc.boolean(),
    send: fc.option(send),
    channel: fc.option(channel),
    benefit: fc.option(benefit),
    materials: names,
    span: nowhere,
  })
  .map((made) => (made.none ? { ...made, send: null, channel: null, benefit: null, materials: [] } : made));

/** A lifecycle or a stage follows two words only. */
const aim: fc.Arbitrary<tree.Aim> = fc.oneof(
  name.map((word): tree.Aim => ({ word, at: null, span })),
  fc
    .tuple(fc.constantFrom("ripen", "retain"), fc.option(path))
    .map(([text, at]): tree.Aim => ({ word: { text, span }, at, span })),
);

/** `user enters spend.gold` */
export const entered = path.map((state) => ({ is: "enters" as const, state, span }));
const goal: fc.Arbitrary<tree.GoalClause> = fc.record({
  of: fc.oneof(
    name.map((of) => ({ is: "named" as const, name: of })),
    entered,
  ),
  within: fc.option(quantity),
  target: fc.option(share),
  span: nowhere,
});

const clauses = {
  aim: fc.option(aim),
  point: fc.option(name),
  purpose: fc.option(name),
  when: fc.option(when),
  who: fc.option(expression),
  repeat: fc.option(repeat),
  limit: fc.option(fc.record({ n: quantity, key: path, span: nowhere })),
  send: fc.option(send),
  channel: fc.option(channel),
  benefit: fc.option(benefit),
  materials: names,
  goal: fc.option(goal),
  priority: fc.option(quantity),
  exclusive: fc.array(fc.record({ names: someNames, days: fc.option(quantity), span: nowhere }), { maxLength: 2 }),
  holdout: fc.option(holdout),
  budget: fc.option(quantity),
  sets: names,
  split: fc.option(fc.record({ salt: textLiteral, variants: fc.array(variant, { maxLength: 3 }), span: nowhere }), {
    freq: 1,
  }),
  guards: fc.array(
    fc.record({
      metric: name,
      op: fc.constantFrom("<" as const, "<=" as const, ">" as const, ">=" as const),
      value: quantity,
      after: fc.option(number),
      span: nowhere,
    }),
    { maxLength: 2 },
  ),
  hypothesis: fc.option(fc.record({ text: textLiteral, state: name, span: nowhere })),
  later: fc.constant<readonly tree.NotYet[]>([]),
};

export const strategy: fc.Arbitrary<tree.Strategy> = fc.record({
  is: is("strategy"),
  name,
  label,
  ...clauses,
  span: nowhere,
});

const member: fc.Arbitrary<tree.SetMember> = fc
  .record({
    branch: fc.constantFrom("none" as const, "case" as const, "otherwise" as const),
    test: expression,
    strategy,
    span: nowhere,
  })
  .map((made) => ({ ...made, test: made.branch === "case" ? made.test : null }));

export const strategySet: fc.Arbitrary<tree.StrategySet> = fc.record({
  is: is("set"),
  name,
  label,
  ...clauses,
  members: fc.array(member, { maxLength: 2 }),
  span: nowhere,
});

const rule: fc.Arbitrary<tree.PolicyRule> = fc.oneof(
  fc.record({
    is: is("consent"),
    channel: fc.option(name),
    purpose: fc.option(name),
    test: expression,
    span: nowhere,
  }),
  fc
    .tuple(fc.constantFrom("stopList" as const, "personalise" as const), expression)
    .map(([of, test]): tree.PolicyRule => ({ is: of, test, span })),
  fc.record({ is: is("quiet"), from: clock, to: clock, otherwise, span: nowhere }),
  fc.record({
    is: is("cap"),
    channels: names,
    n: quantity,
    window: fc.oneof(
      name.map((unit) => ({ is: "per" as const, unit })),
      quantity.map((of) => ({ is: "in" as const, length: of })),
    ),
    span: nowhere,
  }),
  holdout.map((of): tree.PolicyRule => ({ is: "holdout", holdout: of, span })),
  fc.record({ is: is("bestHour"), events: someNames, least: fc.option(number), span: nowhere }),
);

export const policy: fc.Arbitrary<tree.Policy> = fc.record({
  is: is("policy"),
  name,
  label,
  rules: fc.array(rule, { maxLength: 4 }),
  later: fc.constant<readonly tree.NotYet[]>([]),
  span: nowhere,
});
