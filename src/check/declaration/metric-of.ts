import type { MetricOf, Moment, Num, Test, Type } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, type Scope, userScope } from "../checker.js";
import { resultOf } from "../expression/arithmetic.js";
import { dateOfMoment, instantOfMoment } from "../expression/dated.js";
import { isSure } from "../expression/missing.js";
import { type Marked, pointOf } from "../expression/moment.js";
import { placeOf, processOf } from "../expression/reached.js";
import { keepsAll } from "../expression/retention.js";
import { stepNames } from "../expression/step-name.js";
import { daysSince } from "../expression/since.js";
import { areKept, taken } from "../expression/steps.js";
import { windowOf } from "../expression/window.js";
import type { Claim } from "../known.js";
import { isTimeUnit, lengthOf } from "../length.js";
import { warnOfSilence } from "../silence.js";
import { isBare, isQuantity, shown, shownOf } from "../type.js";
import { constant, type NumValue } from "../value.js";

/** What a metric measures, and the type of its value. */
export interface Measured {
  readonly of: MetricOf;
  readonly type: Type;
  /** Whom it is about by its own nature: who entered a process. */
  readonly among: Test | null;
}

/** Of users of whom something is known; `null` when something in it was reported. */
export function metricOf(c: Checker, node: Tree.Metric, known: readonly Claim[]): Measured | null {
  const scope: Scope = { ...userScope, known };
  const { of } = node;
  switch (of.is) {
    case "share":
      return share(c, of.who, scope);
    case "total": {
      const value = amountPer(c, node, of.value, scope);
      return value && { of: { is: "total", value: value.num }, type: value.type, among: null };
    }
    case "perUser": {
      const value = amountPer(c, node, of.value, scope);
      return value && { of: { is: "perUser", value: value.num }, type: averaged(value.type), among: null };
    }
    case "ratio":
      return ratio(c, node, of, scope);
    case "duration":
      return duration(c, node, of, scope);
    case "active":
      return active(c, of, scope);
    case "rate":
      return rate(c, of, scope);
  }
}

type Of<K extends Tree.MetricOf["is"]> = Extract<Tree.MetricOf, { readonly is: K }>;

function share(c: Checker, expr: Tree.Expr, scope: Scope): Measured | null {
  const { test: who, whenTrue } = c.test(expr, scope);
  warnOfSilence(c, [expr], [...scope.known, ...whenTrue]);
  return who && { of: { is: "share", who }, type: { is: "ratio" }, among: null };
}

/** An amount of each user that adds up over users, known of all whom the metric is about. The time since something counts local days. */
function amountPer(c: Checker, { name }: Tree.Metric, expr: Tree.Expr, scope: Scope): NumValue | null {
  const value = c.value(expr, scope);
  if (!value || !isSure(c, value, scope)) return null;
  if (value.is === "since") {
    return daysSince(c, value) ?? c.report.add("score-days", expr.span, { text: c.phrases.textOf(expr.span) });
  }
  if (value.is === "num" && (isQuantity(value.type) || value.type.is === "period")) return value;
  const text = c.phrases.textOf(expr.span);
  return c.report.add("metric-value", expr.span, { metric: name.text, text, type: shownOf(value) });
}

/** An average of whole numbers need not be whole. */
function averaged(type: Type): Type {
  return type.is === "integer" ? { is: "number" } : type;
}

/** Of two counts it is a percentage, unless its levels are plain numbers. */
function ratio(c: Checker, node: Tree.Metric, of: Of<"ratio">, scope: Scope): Measured | null {
  const value = amountPer(c, node, of.value, scope);
  const over = amountPer(c, node, of.over, scope);
  if (!value || !over) return null;
  const type = resultOf("/", value.type, over.type);
  if (!type) {
    const texts = { left: c.phrases.textOf(of.value.span), right: c.phrases.textOf(of.over.span) };
    const types = { leftType: shown(value.type), rightType: shown(over.type) };
    return c.report.add("no-arithmetic", of.span, { op: "/", ...texts, ...types });
  }
  const plain = isBare(value.type) && isBare(over.type) && firstUnit(node) === null;
  return {
    of: { is: "ratio", value: value.num, over: over.num },
    type: plain ? { is: "number" } : type,
    among: null,
  };
}

/** The unit of the first level; `undefined` without levels. */
function firstUnit({ scale, target }: Tree.Metric): string | null | undefined {
  return [...scale, ...(target ? [target] : [])][0]?.unit;
}

/**
 * The time between two events of each user who has both, the second later than the first. Levels in days count whole local dates;
 * otherwise it is exact, in milliseconds.
 */
function duration(c: Checker, node: Tree.Metric, of: Of<"duration">, scope: Scope): Measured | null {
  const from = whole(c, of.from, scope);
  const to = whole(c, of.to, scope);
  if (!from || !to) return null;
  const later = { is: "momentIn", moment: to, window: { is: "since", moment: from } } as const;
  const test: Test = {
    is: "compare",
    op: "=",
    left: { is: "column", column: c.facts.column(later), per: 1 },
    right: constant(1),
    type: { is: "boolean" },
    said: c.phrases.said(of.span),
  };
  const inDays = countsDays(node);
  const at = (moment: Moment): Num => (inDays ? null : instantOfMoment(c, moment)) ?? dateOfMoment(c, moment);
  const value: Num = { is: "when", test, value: { is: "minus", left: at(to), right: at(from) } };
  return { of: { is: "median", value }, type: { is: inDays ? "period" : "span" }, among: null };
}

/** An event of which all are kept, so that the n-th is the n-th. */
function whole(c: Checker, node: Tree.Point, scope: Scope): Marked["point"] | null {
  const marked = pointOf(c, node, scope);
  return marked && keepsAll(c, marked.found.entry, node.span, "point") ? marked.point : null;
}

function countsDays({ scale, target }: Tree.Metric): boolean {
  const [first] = [...scale, ...(target ? [target] : [])];
  if (!first?.unit || !isTimeUnit(first.unit)) return false;
  return lengthOf(first)?.unit !== "ms";
}

const lately = { day: 1, week: 7, month: 30 } as const;

/** Today counts: active in a week is active today or on one of the six days before. */
function active(c: Checker, { every, pattern, span }: Of<"active">, scope: Scope): Measured | null {
  const length = { is: "quantity", amount: `${lately[every]}`, unit: "day", span } as const;
  const window = { is: "last", length, span } as const;
  const expr = { is: "did", negated: false, pattern, frequency: null, window, without: null, span } as const;
  const { test: who } = c.test(expr, scope);
  return who && { of: { is: "count", who }, type: { is: "integer" }, among: null };
}

/** Of those who came as far as one step in the window, how many came as far as a later one in it; from the first to the last, unless said. */
function rate(c: Checker, node: Of<"rate">, scope: Scope): Measured | null {
  const window = windowOf(c, node.window, node.span, scope);
  const process = processOf(c, node.process);
  if (!process) return null;
  const first = node.from ? placeOf(c, process, node.from) : 0;
  const last = node.to ? placeOf(c, process, node.to) : process.steps.length;
  if (first === null || last === null || !window) return null;
  if (first >= last) return notLater(c, node, process, first, last);
  const steps = c.steps(process.name.text);
  if (!steps || !areKept(c, steps.slice(0, last + 1), window, node.span)) return null;
  const said = c.phrases.said(node.span);
  const upTo = (place: number): Test => taken(c, steps.slice(0, place + 1), window, said);
  return { of: { is: "share", who: upTo(last) }, type: { is: "ratio" }, among: upTo(first) };
}

function notLater(c: Checker, node: Of<"rate">, process: Tree.Process, first: number, last: number): null {
  const names = stepNames(process);
  const [from, to] = [names[first]?.text ?? "", names[last]?.text ?? ""];
  const span = (node.to ?? node.from ?? node.process).span;
  return c.report.add("rate-order", span, { process: process.name.text, from, to });
}
