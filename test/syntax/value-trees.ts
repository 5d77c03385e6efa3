import fc from "fast-check";
import { words } from "../../grammar/words.js";
import type * as tree from "../../src/syntax/tree.js";

/** Random values and tests: whatever the parser can make of a sound text, whether or not a checker would accept it. */
export const span = { file: "", start: 0, end: 0 };

/** Names that are words of the language, that need back-quotes for their letters, and plain ones. */
export const nameText = fc.oneof(
  fc.constantFrom("a", "view", "price", "领券", "user", "x1", "_", "tag_2"),
  fc.constantFrom(...words, "points", "days", "CNY", "day", "time", "zone", "of", "than", "times"),
  fc.constantFrom(
    "2x",
    "7",
    "2nd",
    "一",
    "aggregate",
    "true",
    "known",
    "no",
    "as",
    "then",
    "but",
    "reached",
    "zodiac",
    "chinese",
  ),
);
export const name: fc.Arbitrary<tree.Name> = nameText.map((text) => ({ text, span }));
const letters = fc.constantFrom(..."ab \"'\\{}\n\t“”‘’，｛（耳机👍🏽é/#`");
export const text = fc.string({ unit: letters, maxLength: 8 }).map((each) => each.normalize("NFC"));
export const label = fc.option(text.map((each) => ({ text: each, span })));

const whole = fc.constantFrom("0", "1", "2", "15", "2026", "007");
const unit = fc.constantFrom("second", "minute", "hour", "day", "week", "month", "year");
export const length: fc.Arbitrary<tree.Quantity> = fc.record({
  is: fc.constant("quantity"),
  amount: whole,
  unit,
  span: fc.constant(span),
});
/** A length, or the name of a measure. */
const measurable: fc.Arbitrary<tree.Length> = fc.oneof(
  { weight: 3, arbitrary: length },
  { weight: 1, arbitrary: name.map((of): tree.Length => ({ is: "measured", name: of, span })) },
);
const anyUnit = fc.oneof(unit, fc.constantFrom(null, "%", "points", "CNY"));
export const quantity: fc.Arbitrary<tree.Quantity> = fc
  .tuple(fc.constantFrom("", "-"), whole, fc.constantFrom("", ".5", ".00"), anyUnit)
  .map(([sign, digits, rest, of]) => ({ is: "quantity", amount: `${sign}${digits}${rest}`, unit: of, span }));
export const date: fc.Arbitrary<tree.DateLiteral> = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
  .map(([year, month, day]) => ({ is: "date", year, month, day, span }));
export const clock: fc.Arbitrary<tree.Clock> = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
  .map(([hour, minute]) => ({ hour, minute, span }));

const count = fc.integer({ min: 0, max: 12 });
export const frequency: fc.Arbitrary<tree.Frequency> = fc.oneof(
  fc.tuple(count, fc.option(count)).map(([least, most]): tree.Frequency => ({ is: "times", least, most, span })),
  count.map((least): tree.Frequency => ({ is: "days", least, span })),
  fc
    .tuple(count, fc.constantFrom("today", "yesterday"))
    .map(([days, ending]): tree.Frequency => ({ is: "streak", days, ending, span })),
);

const comparisons = new Set(["compare", "equal", "oneOf", "known", "between", "contains"]);

/** After a bare value `between` compares; only after a test it counts. */
export const countable = ({
  frequency: often,
  pattern,
}: {
  readonly frequency: tree.Frequency | null;
  readonly pattern: tree.Pattern;
}): boolean => {
  const test = pattern.where?.is === "not" ? null : pattern.where;
  return often?.is !== "times" || test === null || comparisons.has(test.is) || test.is === "and" || test.is === "or";
};

/** `did not … without …` is refused. */
const isPlain = ({ negated, without }: tree.Did): boolean => !negated || without === null;

const depth = { maxDepth: 4, depthSize: "small" } as const;

const trees = fc.letrec<{ any: tree.Expr; window: tree.Window }>((tie) => {
  const any = tie("any");
  const where = fc.option(any, { freq: 1 });
  const pattern: fc.Arbitrary<tree.Pattern> = fc.record({ event: name, where, span: fc.constant(span) });
  const negated = fc.boolean();
  const nowhere = fc.constant(span);
  const path: fc.Arbitrary<tree.Path> = fc.record({
    is: fc.constant("path"),
    names: fc.array(name, { minLength: 1, maxLength: 3 }),
    span: nowhere,
  });
  const nth = fc.oneof(fc.constant("last" as const), fc.constantFrom(1, 2, 3, 4, 11, 12, 13, 21, 22, 111, 1003));
  const point: fc.Arbitrary<tree.Point> = fc.record({ is: fc.constant("point"), nth, pattern, span: nowhere });
  const moment: fc.Arbitrary<tree.Moment> = fc.oneof(point, path, date);
  const window: fc.Arbitrary<tree.Window> = fc.oneof(
    fc.constantFrom("ever" as const, "today" as const, "yesterday" as const).map((is): tree.Window => ({ is, span })),
    fc
      .tuple(fc.constantFrom("last" as const, "previous" as const, "for" as const), measurable)
      .map(([is, of]): tree.Window => ({ is, length: of, span })),
    fc
      .constantFrom("week" as const, "month" as const, "year" as const)
      .map((of): tree.Window => ({ is: "this", unit: of, span })),
    fc.tuple(measurable, measurable).map(([near, far]): tree.Window => ({ is: "ago", near, far, span })),
    fc.tuple(date, date).map(([from, to]): tree.Window => ({ is: "dates", from, to, span })),
    fc
      .tuple(measurable, fc.constantFrom("after" as const, "before" as const), moment)
      .map(([of, side, at]): tree.Window => ({ is: "within", length: of, side, moment: at, span })),
    moment.map((at): tree.Window => ({ is: "since", moment: at, span })),
  );
  const step: fc.Arbitrary<tree.SequenceStep> = fc.record({
    no: fc.boolean(),
    pattern,
    same: fc.option(name),
    within: fc.option(length),
    span: nowhere,
  });
  const dated: fc.Arbitrary<tree.Point | tree.Path> = fc.oneof(point, path);
  const list = fc.array(any, { minLength: 1, maxLength: 3 });
  const parts = fc.array(any, { minLength: 2, maxLength: 4 });
  const make = <N extends tree.Expr>(
    is: N["is"],
    more: { [K in Exclude<keyof N, "is" | "span">]: fc.Arbitrary<N[K]> },
  ): fc.Arbitrary<tree.Expr> =>
    fc.record(more as Record<string, fc.Arbitrary<unknown>>).map((made) => ({ is, ...made, span }) as N);
  return {
    window,
    any: fc.oneof(
      depth,
      path,
      quantity,
      make<tree.TextLiteral>("text", { text }),
      make<tree.BooleanLiteral>("boolean", { value: fc.boolean() }),
      date,
      make<tree.Has>("has", { tag: name }),
      make<tree.And>("and", { parts }),
      make<tree.Or>("or", { parts }),
      make<tree.Not>("not", { operand: any }),
      make<tree.Compare>("compare", { op: fc.constantFrom("<", "<=", ">", ">="), left: any, right: any }),
      make<tree.Is>("equal", { negated, left: any, right: any }),
      make<tree.OneOf>("oneOf", { negated, operand: any, list }),
      make<tree.Known>("known", { negated, operand: any }),
      make<tree.Between>("between", { operand: any, low: any, high: any }),
      make<tree.Contains>("contains", { operand: any, part: any }),
      make<tree.IfUnknown>("ifUnknown", { operand: any, fallback: any }),
      make<tree.Arithmetic>("arithmetic", { op: fc.constantFrom("+", "-", "*", "/"), left: any, right: any }),
      fc
        .record({
          negated,
          pattern,
          frequency: fc.option(frequency),
          window: fc.option(window),
          without: fc.option(pattern, { freq: 1 }),
        })
        .map((each): tree.Did => ({ is: "did", ...each, span }))
        .filter((each) => countable(each) && isPlain(each)),
      make<tree.Sequence>("sequence", {
        negated,
        window: fc.option(window),
        first: pattern,
        steps: fc.array(step, { maxLength: 3 }),
      }),
      make<tree.Reached>("reached", { step: name, process: name, window: fc.option(window), butNot: fc.option(name) }),
      make<tree.PointTest>("pointTest", {
        moment: dated,
        test: fc.oneof(
          fc.record({
            is: fc.constant("ago" as const),
            bound: fc.constantFrom("at least" as const, "at most" as const),
            length: measurable,
          }),
          fc.record({ is: fc.constant("window" as const), window }),
        ),
      }),
      make<tree.TimeSince>("timeSince", { moment: dated }),
      make<tree.Aggregate>("aggregate", {
        fn: fc.constantFrom("count", "countDistinct", "countDays", "sum", "average", "min", "max", "mostFrequent"),
        of: name,
        field: fc.option(name),
        where,
        window: fc.option(window),
      }),
      make<tree.FieldOf>("fieldOf", { field: name, point }),
      make<tree.MapOf>("mapOf", { map: name, operand: any }),
      make<tree.Zodiac>("zodiac", { calendar: fc.constantFrom("western", "chinese"), operand: any }),
    ),
  };
});
export const expression: fc.Arbitrary<tree.Expr> = trees.any;
export const window: fc.Arbitrary<tree.Window> = trees.window;

/** A pattern of its own: an event, with a test of its fields or without. */
export const pattern: fc.Arbitrary<tree.Pattern> = fc.record({
  event: name,
  where: fc.option(expression),
  span: fc.constant(span),
});
export const point: fc.Arbitrary<tree.Point> = fc.record({
  is: fc.constant("point"),
  nth: fc.constantFrom("last" as const, 1, 2, 3, 11, 21),
  pattern,
  span: fc.constant(span),
});
export const path: fc.Arbitrary<tree.Path> = fc.record({
  is: fc.constant("path"),
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
  span: fc.constant(span),
});
export const textLiteral: fc.Arbitrary<tree.TextLiteral> = text.map((of) => ({ is: "text", text: of, span }));
/** In percent. */
export const share: fc.Arbitrary<tree.Quantity> = quantity.map((of) => ({ ...of, unit: "%" }));
/** Without a unit. */
export const number: fc.Arbitrary<tree.Quantity> = whole.map((amount) => ({
  is: "quantity",
  amount,
  unit: null,
  span,
}));
