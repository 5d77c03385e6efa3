import type * as Tree from "../syntax/tree.js";
import { type Kind, membersOf } from "./catalogue.js";
import { happening, point } from "./event.js";
import { after, ended, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { isExact, lengthOf, stretchOf } from "./stretch.js";
import { told } from "./test.js";
import type { HypothesisState, TargetAim, Unit } from "./told.js";
import type { ToldAim, ToldCost, ToldGoal, ToldPart, ToldRate } from "./told-target.js";
import { value } from "./value.js";
import { toldState } from "./when.js";

/** What a metric measures, of whom, and how far it is to go: a line each. */
export function metric(node: Tree.Metric, scope: Scope): Said[] {
  const { words } = scope;
  const quantity = ({ amount, unit }: Tree.Quantity): string => words.quantity(amount, unit);
  const levels = words.levels({
    better: node.better ?? "higher",
    scale: node.scale.map(quantity),
    target: node.target && quantity(node.target),
  });
  const said = [
    measured(node, scope),
    ...(node.among ? [after(words.amongUsers, told(node.among, scope))] : []),
    levels,
  ];
  return said.map((each) => ended(each, words.stop));
}

function measured(node: Tree.Metric, scope: Scope): Said {
  const { words } = scope;
  const { of } = node;
  switch (of.is) {
    case "share":
      return after(words.shareOf, told(of.who, scope));
    case "total":
      return words.totalOf(value(of.value, scope));
    case "perUser":
      return words.perUser(value(of.value, scope));
    case "ratio":
      return words.ratioOf(value(of.value, scope), value(of.over, scope));
    case "duration":
      return words.medianTime(point(of.from, scope), point(of.to, scope), countsDays(node));
    case "active":
      return words.activeUsers(active(of, scope));
    case "rate":
      return words.rateOf(rate(of, scope));
  }
}

/** Levels say the unit in which time is counted; without them it is exact. */
function countsDays({ scale, target }: Tree.Metric): boolean {
  const [first] = [...scale, ...(target ? [target] : [])];
  return first !== undefined && !isExact(first);
}

type Of<K extends Tree.MetricOf["is"]> = Extract<Tree.MetricOf, { readonly is: K }>;

function active({ every, pattern }: Of<"active">, scope: Scope): string {
  const days = { week: "7", month: "30" } as const;
  const stretch =
    every === "day"
      ? ({ is: "today" } as const)
      : ({ is: "last", length: { amount: days[every], unit: "day" }, exact: false } as const);
  return scope.words.did(happening(pattern, scope), { is: "once" }, stretch, false);
}

function rate({ process, from, to, window }: Of<"rate">, scope: Scope): ToldRate {
  const { words, catalogue } = scope;
  const steps = catalogue.processes.get(process.text) ?? [];
  const named = membersOf(steps);
  const step = (name: Tree.Name | null, place: number): string =>
    words.name(named.shown(name?.text ?? steps.at(place)?.id ?? ""));
  return {
    process: words.name(catalogue.named.process.shown(process.text)),
    from: step(from, 0),
    to: step(to, -1),
    stretch: stretchOf(window, scope),
  };
}

/** What a goal is, and how many are to reach it. */
export function goal({ of, target }: Tree.Goal, scope: Scope): string {
  const { words } = scope;
  const reached = of ? words.goal(goalReached(of, scope)) : "";
  const aimed = target ? words.semicolon + words.goalTarget(words.quantity(target.amount, target.unit)) : "";
  return reached + aimed + words.stop;
}

export function goalReached(of: Tree.GoalOf, scope: Scope): ToldGoal {
  if (of.is === "did") return { is: "did", event: happening(of.pattern, scope) };
  return { is: "enters", state: toldState(of.state, scope) };
}

/** The goal of a strategy, whose own target takes the place of the goal's. */
export function strategyGoal(
  { goal: clause }: Tree.Strategy,
  goals: ReadonlyMap<string, Tree.Goal>,
  scope: Scope,
): string[] {
  const { words, catalogue } = scope;
  const named = clause?.of.is === "named" ? goals.get(clause.of.name.text) : undefined;
  const of = clause?.of.is === "enters" ? clause.of : named?.of;
  if (!clause?.within || !of) return [];
  const name = named ? words.name(catalogue.named.goal.shown(named.name.text)) : null;
  const target = clause.target ?? named?.target ?? null;
  const within = words.goalWithin(name, goalReached(of, scope), lengthOf(clause.within));
  const share = target && words.goalTarget(words.quantity(target.amount, target.unit));
  return [share === null ? within : within + words.semicolon + share];
}

export function aim({ word, at }: Tree.Aim, { words, catalogue }: Scope): ToldAim {
  const [first, second] = at?.names ?? [];
  const stages = membersOf(catalogue.lifecycles.get(first?.text ?? "") ?? []);
  return {
    word: word.text as TargetAim,
    lifecycle: first ? words.name(catalogue.named.lifecycle.shown(first.text)) : null,
    stage: second ? words.name(stages.shown(second.text)) : null,
  };
}

export function hypothesis({ text, state }: Tree.Hypothesis, { words }: Scope): string {
  return words.hypothesis(words.text(text.text), state.text as HypothesisState);
}

/** What belongs to a line of business. */
export function line({ lifecycles, values, metrics }: Tree.Line, { words, catalogue }: Scope): string[] {
  const named = (kind: Kind, names: readonly Tree.Name[]): string[] =>
    names.map(({ text }) => words.name(catalogue.named[kind].shown(text)));
  const parts: ToldPart[] = [
    ...(lifecycles.length > 0 ? [{ is: "lifecycle", names: named("lifecycle", lifecycles) } as const] : []),
    ...(values.length > 0 ? [{ is: "value", names: named("lifecycle", values) } as const] : []),
    ...metrics.map(({ metrics: own, into }) => {
      const whole = into && words.name(catalogue.named.metric.shown(into.text));
      return { is: "metric", names: named("metric", own), into: whole } as const;
    }),
  ];
  return parts.map((part) => words.linePart(part) + words.stop);
}

/** What the last whole day, the last seven or the last month must show. */
export function expectation({ role, pattern, often, each }: Tree.Expectation, scope: Scope): string {
  const { words, catalogue } = scope;
  const lengths = { day: ["1", "day"], week: ["7", "day"], month: ["1", "month"] } as const;
  const [amount, unit] = lengths[each.text as Unit];
  const did = words.did(
    happening(pattern, scope),
    often.is === "streak" ? { is: "once" } : often,
    { is: "previous", length: { amount, unit }, exact: false },
    false,
  );
  return words.expected(words.name(catalogue.named.tag.shown(role.text)), did) + words.stop;
}

export function costs({ acquisition, upkeep, margin }: Tree.Costs, { words }: Scope): Said {
  const amount = (node: Tree.Quantity): string => words.quantity(node.amount, node.unit);
  const others = acquisition.some(({ sources }) => sources.length > 0);
  const list: ToldCost[] = [
    ...acquisition.map(({ cost, sources }) => {
      const names = sources.map(({ text }) => words.text(text));
      return { is: "acquisition", amount: amount(cost), sources: names, others } as const;
    }),
    ...(upkeep ? [{ is: "upkeep", amount: amount(upkeep.cost), per: upkeep.per.text as Unit } as const] : []),
    ...(margin ? [{ is: "margin", share: amount(margin) } as const] : []),
  ];
  return { head: words.costs, numbered: false, items: list.map((each) => words.costOf(each) + words.stop) };
}
