import type * as tree from "../../syntax/tree.js";
import { expression, label, name, path, quantity, text } from "./expression.js";
import type { Kind } from "./kind.js";
import { aim, goalClause, hypothesis } from "./model.js";
import { choice, either, flag, list, nullable, record, union } from "./shape.js";
import { clock, when } from "./when.js";

const span = { span: true } as const;
const block = { span: true, later: true } as const;

const repeat = record<tree.Repeat>("Repeat", { rule: either(choice({ never: true, always: true }), quantity) }, span);
const limit = record<tree.Limit>("Limit", { n: quantity, key: path }, span);
const otherwise = choice<tree.Otherwise>({ skip: true, delay: true });

const send = union<tree.Send>("Send", {
  between: record<Kind<tree.Send, "between">>(
    "SendBetween",
    { is: choice({ between: true }), from: clock, to: clock, otherwise },
    span,
  ),
  bestHour: record<Kind<tree.Send, "bestHour">>(
    "SendAtBestHour",
    {
      is: choice({ bestHour: true }),
      between: nullable(
        record<NonNullable<Kind<tree.Send, "bestHour">["between"]>>("Hours", { from: clock, to: clock }, {}),
      ),
    },
    span,
  ),
});

type Wait = NonNullable<tree.ChannelLink["wait"]>;
const wait = record<Wait>("Wait", { length: quantity, unless: name }, {});

/** The first link waits for nothing. */
const channel = union<tree.ChannelClause>("ChannelClause", {
  chain: record<Kind<tree.ChannelClause, "chain">>(
    "Chain",
    {
      is: choice({ chain: true }),
      links: list(record<tree.ChannelLink>("ChannelLink", { channel: name, wait: nullable(wait) }, span), 1),
    },
    span,
  ),
  preferred: record<Kind<tree.ChannelClause, "preferred">>(
    "Preferred",
    { is: choice({ preferred: true }), channels: list(name, 1), least: nullable(quantity) },
    span,
  ),
});

const benefit = union<tree.BenefitClause>("BenefitClause", {
  none: record<Kind<tree.BenefitClause, "none">>("NoBenefit", { is: choice({ none: true }) }, span),
  named: record<Kind<tree.BenefitClause, "named">>(
    "NamedBenefit",
    { is: choice({ named: true }), name, elseNone: flag },
    {},
  ),
});

const holdout = record<tree.Holdout>("Holdout", { share: quantity, salt: text }, span);

const variant = record<tree.Variant>(
  "Variant",
  {
    share: quantity,
    was: list(quantity),
    name,
    label,
    none: flag,
    send: nullable(send),
    channel: nullable(channel),
    benefit: nullable(benefit),
    materials: list(name),
  },
  span,
);

const guard = record<tree.Guard>(
  "Guard",
  {
    metric: name,
    op: choice({ "<": true, "<=": true, ">": true, ">=": true }),
    value: quantity,
    after: nullable(quantity),
  },
  span,
);

const clauses = {
  aim: nullable(aim),
  point: nullable(name),
  purpose: nullable(name),
  when: nullable(when),
  who: nullable(expression),
  repeat: nullable(repeat),
  limit: nullable(limit),
  send: nullable(send),
  channel: nullable(channel),
  benefit: nullable(benefit),
  materials: list(name),
  goal: nullable(goalClause),
  priority: nullable(quantity),
  exclusive: list(record<tree.Exclusive>("Exclusive", { names: list(name, 1), days: nullable(quantity) }, span)),
  holdout: nullable(holdout),
  budget: nullable(quantity),
  sets: list(name),
  split: nullable(record<tree.Split>("Split", { salt: text, variants: list(variant) }, span)),
  guards: list(guard),
  hypothesis: nullable(hypothesis),
} as const;

export const strategy = record<tree.Strategy>(
  "Strategy",
  { is: choice({ strategy: true }), name, label, ...clauses },
  block,
);

const member = record<tree.SetMember>(
  "SetMember",
  {
    branch: choice({ none: true, case: true, otherwise: true }),
    test: nullable(expression),
    strategy,
  },
  span,
);

export const strategySet = record<tree.StrategySet>(
  "Set",
  { is: choice({ set: true }), name, label, ...clauses, members: list(member) },
  block,
);

type Rule<K> = Kind<tree.PolicyRule, K>;

const capWindow = union<Rule<"cap">["window"]>("CapWindow", {
  per: record<Kind<Rule<"cap">["window"], "per">>("PerUnit", { is: choice({ per: true }), unit: name }, {}),
  in: record<Kind<Rule<"cap">["window"], "in">>("InLength", { is: choice({ in: true }), length: quantity }, {}),
});

const rule = union<tree.PolicyRule>("PolicyRule", {
  consent: record<Rule<"consent">>(
    "Consent",
    { is: choice({ consent: true }), channel: nullable(name), purpose: nullable(name), test: expression },
    span,
  ),
  stopList: record<Rule<"stopList">>("StopList", { is: choice({ stopList: true }), test: expression }, span),
  personalise: record<Rule<"personalise">>(
    "Personalise",
    { is: choice({ personalise: true }), test: expression },
    span,
  ),
  quiet: record<Rule<"quiet">>("Quiet", { is: choice({ quiet: true }), from: clock, to: clock, otherwise }, span),
  cap: record<Rule<"cap">>(
    "Cap",
    { is: choice({ cap: true }), channels: list(name), n: quantity, window: capWindow },
    span,
  ),
  holdout: record<Rule<"holdout">>("GlobalHoldout", { is: choice({ holdout: true }), holdout }, span),
  bestHour: record<Rule<"bestHour">>(
    "BestHour",
    { is: choice({ bestHour: true }), events: list(name, 1), least: nullable(quantity) },
    span,
  ),
});

export const policy = record<tree.Policy>(
  "Policy",
  { is: choice({ policy: true }), name, label, rules: list(rule) },
  block,
);
