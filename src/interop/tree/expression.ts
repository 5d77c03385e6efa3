import type * as tree from "../../syntax/tree.js";
import type { Kind } from "./kind.js";
import {
  choice,
  either,
  flag,
  lazy,
  list,
  nullable,
  record,
  type Shape,
  spelled,
  string,
  truth,
  union,
  whole,
  words,
} from "./shape.js";

const span = { span: true } as const;

/** Any test or value. */
export const expression: Shape<tree.Expr> = lazy(() => expressions);

export const name: Shape<tree.Name> = words;
export const label: Shape<tree.Label | null> = nullable({ is: "words", least: 0 });

export const quantity = record<tree.Quantity>(
  "Quantity",
  {
    is: choice({ quantity: true }),
    amount: spelled(/^-?[0-9]+(\.[0-9]+)?$/, "a decimal number"),
    unit: nullable(
      spelled(
        /^(second|minute|hour|day|week|month|year|%|points|[A-Z]{3})$/,
        "a unit of time, `%`, `points` or a currency",
      ),
    ),
  },
  span,
);

/** A quantity, or the name of a measure. */
const length = union<tree.Length>("Length", {
  quantity,
  measured: record<tree.Measured>("Measured", { is: choice({ measured: true }), name }, span),
});

export const date = record<tree.DateLiteral>(
  "Date",
  { is: choice({ date: true }), year: whole(0, 9999), month: whole(0, 99), day: whole(0, 99) },
  span,
);

export const path = record<tree.Path>("Path", { is: choice({ path: true }), names: list(name, 1) }, span);
export const text = record<tree.TextLiteral>("Text", { is: choice({ text: true }), text: string }, span);

export const pattern = record<tree.Pattern>("Pattern", { event: name, where: nullable(expression) }, span);

export const point = record<tree.Point>(
  "Point",
  { is: choice({ point: true }), nth: either(whole(1, 999_999_999), choice({ last: true })), pattern },
  span,
);

const moment = union<tree.Moment>("Moment", { point, path, date });

const whenever = record<Kind<tree.Window, "ever">>(
  "WholeWindow",
  { is: choice({ ever: true, today: true, yesterday: true }) },
  span,
);
const long = record<Kind<tree.Window, "last">>(
  "LongWindow",
  { is: choice({ last: true, previous: true, for: true }), length },
  span,
);

export const window = union<tree.Window>("Window", {
  ever: whenever,
  today: whenever,
  yesterday: whenever,
  last: long,
  previous: long,
  for: long,
  this: record<Kind<tree.Window, "this">>(
    "ThisWindow",
    { is: choice({ this: true }), unit: choice({ week: true, month: true, year: true }) },
    span,
  ),
  ago: record<Kind<tree.Window, "ago">>("AgoWindow", { is: choice({ ago: true }), near: length, far: length }, span),
  dates: record<Kind<tree.Window, "dates">>("DatesWindow", { is: choice({ dates: true }), from: date, to: date }, span),
  within: record<Kind<tree.Window, "within">>(
    "WithinWindow",
    { is: choice({ within: true }), length, side: choice({ after: true, before: true }), moment },
    span,
  ),
  since: record<Kind<tree.Window, "since">>("SinceWindow", { is: choice({ since: true }), moment }, span),
});

/** More than anybody counts to, and less than what numbers can hold. */
const count = whole(0, 999_999_999);

export const frequency = union<tree.Frequency>("Frequency", {
  times: record<Kind<tree.Frequency, "times">>(
    "Times",
    { is: choice({ times: true }), least: count, most: nullable(count) },
    span,
  ),
  days: record<Kind<tree.Frequency, "days">>("Days", { is: choice({ days: true }), least: count }, span),
  streak: record<Kind<tree.Frequency, "streak">>(
    "Streak",
    { is: choice({ streak: true }), days: count, ending: choice({ today: true, yesterday: true }) },
    span,
  ),
});

export const sequenceStep = {
  no: flag,
  pattern,
  same: nullable(name),
  within: nullable(quantity),
} as const;

const ago = record<Kind<tree.PointTest["test"], "ago">>(
  "AgoTest",
  { is: choice({ ago: true }), bound: choice({ "at least": true, "at most": true }), length },
  {},
);
const inWindow = record<Kind<tree.PointTest["test"], "window">>(
  "WindowTest",
  { is: choice({ window: true }), window },
  {},
);

const momentOfTest = union<tree.PointTest["moment"]>("PointOrPath", { point, path });

const expressions: Shape<tree.Expr> = union<tree.Expr>("Expression", {
  and: record<tree.And>("And", { is: choice({ and: true }), parts: list(expression, 2) }, span),
  or: record<tree.Or>("Or", { is: choice({ or: true }), parts: list(expression, 2) }, span),
  not: record<tree.Not>("Not", { is: choice({ not: true }), operand: expression }, span),
  compare: record<tree.Compare>(
    "Compare",
    {
      is: choice({ compare: true }),
      op: choice({ "<": true, "<=": true, ">": true, ">=": true }),
      left: expression,
      right: expression,
    },
    span,
  ),
  equal: record<tree.Is>(
    "Equal",
    { is: choice({ equal: true }), negated: flag, left: expression, right: expression },
    span,
  ),
  oneOf: record<tree.OneOf>(
    "OneOf",
    { is: choice({ oneOf: true }), negated: flag, operand: expression, list: list(expression, 1) },
    span,
  ),
  known: record<tree.Known>("Known", { is: choice({ known: true }), negated: flag, operand: expression }, span),
  between: record<tree.Between>(
    "Between",
    { is: choice({ between: true }), operand: expression, low: expression, high: expression },
    span,
  ),
  contains: record<tree.Contains>(
    "Contains",
    { is: choice({ contains: true }), operand: expression, part: expression },
    span,
  ),
  ifUnknown: record<tree.IfUnknown>(
    "IfUnknown",
    { is: choice({ ifUnknown: true }), operand: expression, fallback: expression },
    span,
  ),
  arithmetic: record<tree.Arithmetic>(
    "Arithmetic",
    {
      is: choice({ arithmetic: true }),
      op: choice({ "+": true, "-": true, "*": true, "/": true }),
      left: expression,
      right: expression,
    },
    span,
  ),
  has: record<tree.Has>("Has", { is: choice({ has: true }), tag: name }, span),
  did: record<tree.Did>(
    "Did",
    {
      is: choice({ did: true }),
      negated: flag,
      pattern,
      frequency: nullable(frequency),
      window: nullable(window),
      without: nullable(pattern),
    },
    span,
  ),
  sequence: record<tree.Sequence>(
    "Sequence",
    {
      is: choice({ sequence: true }),
      negated: flag,
      window: nullable(window),
      first: pattern,
      steps: list(record<tree.SequenceStep>("SequenceStep", sequenceStep, span)),
    },
    span,
  ),
  reached: record<tree.Reached>(
    "Reached",
    { is: choice({ reached: true }), step: name, process: name, window: nullable(window), butNot: nullable(name) },
    span,
  ),
  pointTest: record<tree.PointTest>(
    "PointTest",
    {
      is: choice({ pointTest: true }),
      moment: momentOfTest,
      test: union<tree.PointTest["test"]>("MomentTest", { ago, window: inWindow }),
    },
    span,
  ),
  timeSince: record<tree.TimeSince>("TimeSince", { is: choice({ timeSince: true }), moment: momentOfTest }, span),
  aggregate: record<tree.Aggregate>(
    "Aggregate",
    {
      is: choice({ aggregate: true }),
      fn: choice({
        count: true,
        countDistinct: true,
        countDays: true,
        sum: true,
        average: true,
        min: true,
        max: true,
        mostFrequent: true,
      }),
      of: name,
      field: nullable(name),
      where: nullable(expression),
      window: nullable(window),
    },
    span,
  ),
  fieldOf: record<tree.FieldOf>("FieldOf", { is: choice({ fieldOf: true }), field: name, point }, span),
  mapOf: record<tree.MapOf>("MapOf", { is: choice({ mapOf: true }), map: name, operand: expression }, span),
  zodiac: record<tree.Zodiac>(
    "Zodiac",
    { is: choice({ zodiac: true }), calendar: choice({ western: true, chinese: true }), operand: expression },
    span,
  ),
  path,
  quantity,
  text,
  boolean: record<tree.BooleanLiteral>("Boolean", { is: choice({ boolean: true }), value: truth }, span),
  date,
});

export const member = record<tree.Member>("Member", { name, label }, {});

export const type = union<tree.TypeName>("Type", {
  word: record<Kind<tree.TypeName, "word">>("Word", { is: choice({ word: true }), name }, {}),
  oneOf: record<Kind<tree.TypeName, "oneOf">>(
    "Choices",
    { is: choice({ oneOf: true }), members: list(member, 1) },
    span,
  ),
});
