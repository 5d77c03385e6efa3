import type * as tree from "../tree.js";
import { block, clause, namesClause } from "./block.js";
import { type Doc, group, join, line, marked, name, nest, text } from "./doc.js";
import { valueDoc, where } from "./expression.js";
import { frequency } from "./history.js";
import { inOrder, usersWho } from "./model.js";
import { pattern } from "./pattern.js";
import { unprintable } from "./unprintable.js";
import { label, quantity } from "./value.js";
import { point, window } from "./window.js";

/** On one line, or with what it says below its name. */
export function metric(node: tree.Metric): Doc {
  for (const each of node.later) unprintable(each);
  const tails = [
    ...clause(node.among, (among) => ["among ", usersWho(among)]),
    ...scale(node.scale),
    ...clause(node.target, (target) => ["target ", quantity(target)]),
  ];
  const better: Doc = node.better === null ? "" : [line, `better when ${node.better}`];
  const head = ["metric ", name(node.name), label(node.label), node.northStar ? " north star =" : " ="];
  const said = marked(node.of.span, metricOf(node.of));
  return group(marked(node.span, [head, nest([line, said, inOrder(tails), better])]));
}

function scale(levels: readonly tree.Quantity[]): ReturnType<typeof clause> {
  return levels.slice(0, 1).map(({ span }) => ({
    start: span.start,
    doc: group(["scale ", nest(join(levels.map(quantity), [",", line]))]),
  }));
}

function metricOf(of: tree.MetricOf): Doc {
  switch (of.is) {
    case "share":
      return ["share of ", usersWho(of.who)];
    case "total":
      return ["total of ", valueDoc(of.value)];
    case "perUser":
      return [valueDoc(of.value), " per user"];
    case "ratio":
      return group(["total of ", valueDoc(of.value), nest([line, "over total of ", valueDoc(of.over)])]);
    case "duration":
      return ["median time from ", point(of.from, where), " to ", point(of.to, where)];
    case "active":
      return [active[of.every], " active by ", pattern(of.pattern, where)];
    case "rate":
      return ["rate of ", name(of.process), step("from", of.from), step("to", of.to), " ", window(of.window, where)];
  }
}

const active = { day: "daily", week: "weekly", month: "monthly" } as const;

const step = (word: string, of: tree.Name | null): Doc => (of === null ? "" : [` ${word} `, name(of)]);

export function businessLine(node: tree.Line): Doc {
  const clauses = [
    ...namesClause(node.lifecycles, (names) => ["lifecycle ", nest(join(names, [",", line]))]),
    ...namesClause(node.values, (names) => ["value ", nest(join(names, [",", line]))]),
    ...node.metrics.flatMap((each) => clause(each, rollUp)),
  ];
  return block(["line ", name(node.name), label(node.label)], clauses, node.later, node.span);
}

function rollUp({ metrics, into, span }: tree.Line["metrics"][number]): Doc {
  const whole: Doc = into === null ? "" : [line, "into ", name(into)];
  return group(marked(span, ["metric ", nest([join(metrics.map(name), [",", line]), whole])]));
}

/** `expect reader "读者": read_article on at least 3 days each week` */
export function expectation(node: tree.Expectation): Doc {
  const often = nest([line, frequency(node.often), " each ", name(node.each)]);
  const head = ["expect ", name(node.role), label(node.label), ": "];
  return group(marked(node.span, [head, pattern(node.pattern, where), often]));
}

export function costs(node: tree.Costs): Doc {
  const clauses = [
    ...node.acquisition.flatMap((each) => clause(each, acquisition)),
    ...clause(node.upkeep, ({ cost, per, span }) => marked(span, ["upkeep ", quantity(cost), " per ", name(per)])),
    ...clause(node.margin, (margin) => ["margin ", quantity(margin)]),
  ];
  return block("cost", clauses, node.later, node.span);
}

function acquisition({ cost, sources, span }: tree.Costs["acquisition"][number]): Doc {
  const texts = sources.map((source) => marked(source.span, text(source.text)));
  const from: Doc = sources.length === 0 ? "" : nest([line, "from ", join(texts, [",", line])]);
  return group(marked(span, ["acquisition ", quantity(cost), from]));
}
