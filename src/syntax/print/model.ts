import type * as tree from "../tree.js";
import { block, clause, type Clause } from "./block.js";
import { type Doc, group, join, line, marked, name, nest, soft, text } from "./doc.js";
import { expression, valueDoc, where } from "./expression.js";
import { pattern } from "./pattern.js";
import { member, type } from "./schema.js";
import { unprintable } from "./unprintable.js";
import { label, quantity } from "./value.js";

/** `tag model churn_risk "流失概率": percent from "churn_v3" valid 7 days` */
export function tagModel(node: tree.TagModel): Doc {
  const from = marked(node.from.span, text(node.from.text));
  const head = ["tag model ", name(node.name), label(node.label), ": ", type(node.type)];
  return group(marked(node.span, [head, nest([line, "from ", from, line, "valid ", quantity(node.valid)])]));
}

/** On one line, or with what it says about itself below its name. */
export function measure(node: tree.Measure): Doc {
  for (const each of node.later) unprintable(each);
  const tails = [
    ...clause(node.refresh, refresh),
    ...clause(node.otherwise, (otherwise) => ["otherwise ", quantity(otherwise)]),
  ];
  const head = ["measure ", name(node.name), label(node.label), " ="];
  return group(marked(node.span, [head, nest([line, measured(node.of), inOrder(tails)])]));
}

function measured(of: tree.MeasureOf): Doc {
  if (of.is === "share") {
    const among: Doc = of.among === null ? "" : [line, "among ", usersWho(of.among)];
    return marked(of.span, ["share of ", usersWho(of.who), among]);
  }
  const candidates = join(of.candidates.map(quantity), [",", line]);
  const rate = ["such that return rate of ", pattern(of.pattern, where), " after n silence"];
  const seen = ["observed for ", quantity(of.observed), " < ", quantity(of.below)];
  const all = group(["smallest n of (", nest([soft, candidates]), soft, ")"]);
  return marked(of.span, [all, line, group([rate, nest([line, seen])])]);
}

/** Clauses of a declaration without a block, each after a blank or on a line of its own, in the order in which they were written. */
export const inOrder = (clauses: readonly Clause[]): Doc =>
  clauses.toSorted((a, b) => a.start - b.start).map(({ doc }) => [line, doc]);

export const usersWho = (test: tree.Expr): Doc => ["users who ", expression(test)];

const refresh = (every: tree.Quantity): Doc => ["refresh every ", quantity(every)];

export function value(node: tree.Value): Doc {
  const { otherwise } = node;
  const clauses = [
    ...node.scores.flatMap((each) => clause(each, score)),
    ...clause(node.split, (at) => ["split at ", marked(at.span, at.text)]),
    ...clause(node.refresh, refresh),
    ...node.tiers.flatMap((each) => clause(each, tier)),
    ...(otherwise === null ? [] : [{ start: otherwise.name.span.start, doc: ["otherwise ", member(otherwise)] }]),
  ];
  return block(["value ", name(node.name), label(node.label), members(node.of)], clauses, node.later, node.span);
}

const members = (of: tree.Expr | null): Doc => (of === null ? "" : [" of ", usersWho(of)]);

function score(node: tree.Score): Doc {
  const better: Doc = node.better === null ? "" : [line, `better when ${node.better}`];
  const head = ["score ", name(node.name), label(node.label), " = "];
  return group(marked(node.span, [head, valueDoc(node.value), nest(better)]));
}

function tier({ name: of, label: shown, rule, span }: tree.Tier): Doc {
  const said: Doc =
    rule.is === "when"
      ? ["when ", expression(rule.test)]
      : [`${rule.is} `, quantity(rule.share), " by ", name(rule.by)];
  return marked(span, ["tier ", name(of), label(shown), " ", said]);
}

export function groups(node: tree.Groups): Doc {
  const clauses = [
    ...node.scores.flatMap((each) => clause(each, score)),
    ...node.groups.map((each) => ({ start: each.name.span.start, doc: ["group ", member(each)] })),
    ...clause(node.salt, (salt) => ["salt ", marked(salt.span, text(salt.text))]),
    ...clause(node.refresh, refresh),
  ];
  return block(["groups ", name(node.name), label(node.label), members(node.of)], clauses, node.later, node.span);
}
