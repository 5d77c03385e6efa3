import fc from "fast-check";
import type * as tree from "../../src/syntax/tree.js";
import { models, tagModel } from "./model-trees.js";
import { policy, strategy, strategySet } from "./strategy-trees.js";
import { expression, label, length, name, pattern, quantity, share, span, text, textLiteral } from "./value-trees.js";

/** Random trees: whatever the parser can make of a sound file, whether or not a checker would accept it. */
export { expression, nameText } from "./value-trees.js";

const later: readonly tree.NotYet[] = [];
const member: fc.Arbitrary<tree.Member> = fc.record({ name, label });
const spelled = fc.oneof(
  name,
  fc.constantFrom("zh-CN", "Asia/Shanghai", "Etc/GMT+8").map((each) => ({ text: each, span })),
);
const type: fc.Arbitrary<tree.TypeName> = fc.oneof(
  name.map((of): tree.TypeName => ({ is: "word", name: of })),
  fc.constantFrom("time zone", "lunar date").map((of): tree.TypeName => ({ is: "word", name: { text: of, span } })),
  fc.array(member, { minLength: 1, maxLength: 9 }).map((members): tree.TypeName => ({ is: "oneOf", members, span })),
);
const field: fc.Arbitrary<tree.FieldDeclaration> = fc.record({
  name,
  type,
  optional: fc.boolean(),
  label,
  marks: fc.array(name, { maxLength: 2 }),
  span: fc.constant(span),
});
const piece: fc.Arbitrary<tree.Piece> = expression.map((value) => ({ is: "hole", value, span }));
const pieces = fc
  .tuple(text, fc.array(fc.tuple(piece, text), { maxLength: 2 }))
  .map(([first, rest]) => [
    { is: "words" as const, text: first, span },
    ...rest.flatMap(([hole, after]) => [hole, { is: "words" as const, text: after, span }]),
  ])
  .map((all) => all.filter((each) => each.is === "hole" || each.text !== ""));

const processStep: fc.Arbitrary<tree.Process["steps"][number]> = fc.record({
  no: fc.constant(false),
  pattern,
  same: fc.option(name),
  within: fc.option(length),
  alias: fc.option(name),
  span: fc.constant(span),
});
const wordPath: fc.Arbitrary<tree.Path> = name.map((of) => ({ is: "path", names: [of], span }));
const row: fc.Arbitrary<tree.MapRow> = fc.record({
  key: fc.oneof(wordPath, textLiteral),
  value: fc.oneof(wordPath, textLiteral, quantity),
  span: fc.constant(span),
});

export const declaration: fc.Arbitrary<tree.Declaration> = fc
  .oneof(
    fc.record({
      is: fc.constant("project" as const),
      name,
      label,
      zone: fc.option(spelled),
      currency: fc.option(name),
      weekStarts: fc.option(name),
      settle: fc.option(quantity),
      calendar: fc.option(name),
      locales: fc.array(spelled, { maxLength: 3 }),
      stage: fc.option(name),
    }),
    fc.record({ is: fc.constant("user" as const), fields: fc.array(field, { maxLength: 4 }) }),
    fc.record({
      is: fc.constant("event" as const),
      name,
      label,
      kept: fc.option(length),
      fields: fc.array(field, { maxLength: 4 }),
    }),
    fc.record({ is: fc.constant("tagFact" as const), name, label, value: expression }),
    fc.record({ is: fc.constant("map" as const), name, label, rows: fc.array(row, { maxLength: 3 }) }),
    fc.record({
      is: fc.constant("process" as const),
      name,
      label,
      first: fc.record({ pattern, alias: fc.option(name), span: fc.constant(span) }),
      steps: fc.array(processStep, { maxLength: 9 }),
    }),
    fc.record({
      is: fc.constant("lifecycle" as const),
      name,
      label,
      stages: fc.array(fc.record({ name, label, when: expression, span: fc.constant(span) }), { maxLength: 3 }),
      otherwise: fc.option(member),
    }),
    fc.record({
      is: fc.constant("channel" as const),
      name,
      label,
      reach: fc.option(expression),
      cost: fc.option(quantity),
      quota: fc.option(fc.record({ n: quantity, per: name, span: fc.constant(span) })),
      limits: fc.array(fc.record({ part: name, characters: quantity, span: fc.constant(span) }), { maxLength: 2 }),
    }),
    fc.record({
      is: fc.constant("benefit" as const),
      kind: fc
        .constantFrom("coupon", "free_order", "points", "gift", "lottery", "check_in", "privilege", "referral")
        .map((of) => ({ text: of, span })),
      name,
      label,
      amount: fc.option(quantity),
      upTo: fc.option(quantity),
      over: fc.option(quantity),
      valid: fc.option(quantity),
      quantity: fc.option(quantity),
      byChannel: fc.array(fc.record({ channel: name, quantity, span: fc.constant(span) }), { maxLength: 2 }),
      perUser: fc.option(quantity),
      budget: fc.option(quantity),
      cost: fc.option(quantity),
      salt: fc.option(textLiteral),
      prizes: fc.array(fc.record({ share, benefit: name, span: fc.constant(span) }), { maxLength: 2 }),
      giver: fc.option(name),
      friend: fc.option(name),
    }),
    fc
      .record({
        is: fc.constant("material" as const),
        name,
        label,
        channel: name,
        template: fc.option(
          fc.record({
            id: textLiteral,
            parameters: fc.array(fc.record({ name: spelled, value: expression, span: fc.constant(span) }), {
              maxLength: 3,
            }),
          }),
        ),
        lines: fc.array(fc.record({ locale: spelled, part: name, pieces, span: fc.constant(span) }), { maxLength: 3 }),
      })
      .map((made) => ({ ...made, lines: made.template === null ? made.lines : [] })),
    tagModel(type),
    ...models,
    fc.record({ is: fc.constant("tagStrategy" as const), name, label, valid: fc.option(quantity) }),
    fc.record({ is: fc.constant("operatingPoint" as const), name, label }),
    policy,
    strategySet,
    strategy,
  )
  .map((made) => (hasLater(made.is) ? { ...made, later, span } : { ...made, span }) as tree.Declaration);

const without = ["user", "event", "tagFact", "tagModel", "tagStrategy", "map", "process", "expect"];
const hasLater = (is: tree.Declaration["is"]): boolean => !without.includes(is);

export const fileOf = (declarations: readonly tree.Declaration[]): tree.File => ({
  file: "a.touch",
  declarations,
  comments: [],
});
