import type * as tree from "../../syntax/tree.js";
import {
  expression,
  frequency,
  label,
  member,
  name,
  path,
  pattern,
  point,
  quantity,
  text,
  type,
  window,
} from "./expression.js";
import type { Kind } from "./kind.js";
import { choice, flag, list, nullable, record, union } from "./shape.js";

const span = { span: true } as const;
const block = { span: true, later: true } as const;
const betterWords = { lower: true, higher: true } as const;

export const tagModel = record<tree.TagModel>(
  "TagModel",
  { is: choice({ tagModel: true }), name, label, type, from: text, valid: quantity },
  span,
);

export const measure = record<tree.Measure>(
  "Measure",
  {
    is: choice({ measure: true }),
    name,
    label,
    of: union<tree.MeasureOf>("MeasureOf", {
      period: record<Kind<tree.MeasureOf, "period">>(
        "MeasuredPeriod",
        {
          is: choice({ period: true }),
          candidates: list(quantity, 1),
          pattern,
          observed: quantity,
          below: quantity,
        },
        span,
      ),
      share: record<Kind<tree.MeasureOf, "share">>(
        "MeasuredShare",
        { is: choice({ share: true }), who: expression, among: nullable(expression) },
        span,
      ),
    }),
    refresh: nullable(quantity),
    otherwise: nullable(quantity),
  },
  block,
);

const score = record<tree.Score>(
  "Score",
  { name, label, value: expression, better: nullable(choice(betterWords)) },
  span,
);

const ranked = record<Kind<tree.Tier["rule"], "top">>(
  "RankedTier",
  { is: choice({ top: true, next: true }), share: quantity, by: name },
  {},
);

const tierRule = union<tree.Tier["rule"]>("TierRule", {
  when: record<Kind<tree.Tier["rule"], "when">>("TestedTier", { is: choice({ when: true }), test: expression }, {}),
  top: ranked,
  next: ranked,
});

export const value = record<tree.Value>(
  "Value",
  {
    is: choice({ value: true }),
    name,
    label,
    of: nullable(expression),
    scores: list(score),
    split: nullable(name),
    refresh: nullable(quantity),
    tiers: list(record<tree.Tier>("Tier", { name, label, rule: tierRule }, span)),
    otherwise: nullable(member),
  },
  block,
);

export const groups = record<tree.Groups>(
  "Groups",
  {
    is: choice({ groups: true }),
    name,
    label,
    of: nullable(expression),
    scores: list(score),
    groups: list(member),
    salt: nullable(text),
    refresh: nullable(quantity),
  },
  block,
);

type Of<K> = Kind<tree.MetricOf, K>;

const metricOf = union<tree.MetricOf>("MetricOf", {
  share: record<Of<"share">>("ShareMetric", { is: choice({ share: true }), who: expression }, span),
  total: record<Of<"total">>("TotalMetric", { is: choice({ total: true }), value: expression }, span),
  perUser: record<Of<"perUser">>("PerUserMetric", { is: choice({ perUser: true }), value: expression }, span),
  ratio: record<Of<"ratio">>("RatioMetric", { is: choice({ ratio: true }), value: expression, over: expression }, span),
  duration: record<Of<"duration">>("DurationMetric", { is: choice({ duration: true }), from: point, to: point }, span),
  active: record<Of<"active">>(
    "ActiveMetric",
    { is: choice({ active: true }), every: choice({ day: true, week: true, month: true }), pattern },
    span,
  ),
  rate: record<Of<"rate">>(
    "RateMetric",
    { is: choice({ rate: true }), process: name, from: nullable(name), to: nullable(name), window },
    span,
  ),
});

export const metric = record<tree.Metric>(
  "Metric",
  {
    is: choice({ metric: true }),
    name,
    label,
    northStar: flag,
    of: metricOf,
    among: nullable(expression),
    scale: list(quantity),
    target: nullable(quantity),
    better: nullable(choice(betterWords)),
  },
  block,
);

export const line = record<tree.Line>(
  "Line",
  {
    is: choice({ line: true }),
    name,
    label,
    lifecycles: list(name),
    values: list(name),
    metrics: list(
      record<tree.Line["metrics"][number]>("RollUp", { metrics: list(name, 1), into: nullable(name) }, span),
    ),
  },
  block,
);

export const expectation = record<tree.Expectation>(
  "Expectation",
  { is: choice({ expect: true }), role: name, label, pattern, often: frequency, each: name },
  span,
);

export const costs = record<tree.Costs>(
  "Costs",
  {
    is: choice({ cost: true }),
    acquisition: list(
      record<tree.Costs["acquisition"][number]>("AcquisitionCost", { cost: quantity, sources: list(text) }, span),
    ),
    upkeep: nullable(record<NonNullable<tree.Costs["upkeep"]>>("Upkeep", { cost: quantity, per: name }, span)),
    margin: nullable(quantity),
  },
  block,
);

const entered = record<Kind<tree.GoalOf, "enters">>(
  "EnteredState",
  { is: choice({ enters: true }), state: path },
  span,
);

export const goal = record<tree.Goal>(
  "Goal",
  {
    is: choice({ goal: true }),
    name,
    label,
    of: nullable(
      union<tree.GoalOf>("GoalOf", {
        did: record<Kind<tree.GoalOf, "did">>("GoalEvent", { is: choice({ did: true }), pattern }, span),
        enters: entered,
      }),
    ),
    target: nullable(quantity),
  },
  block,
);

export const goalClause = record<tree.GoalClause>(
  "GoalClause",
  {
    of: union<tree.GoalClause["of"]>("GoalOfStrategy", {
      named: record<Kind<tree.GoalClause["of"], "named">>("NamedGoal", { is: choice({ named: true }), name }, {}),
      enters: entered,
    }),
    within: nullable(quantity),
    target: nullable(quantity),
  },
  span,
);

export const aim = record<tree.Aim>("Aim", { word: name, at: nullable(path) }, span);

export const hypothesis = record<tree.Hypothesis>("Hypothesis", { text, state: name }, span);
