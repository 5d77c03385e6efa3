import type { Num, Op, Test, Window } from "../../program/program.js";
import type { Did, Frequency } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import type { Matched } from "../matched.js";
import type { Claim } from "../known.js";
import { type CheckedTest, constant, failed } from "../value.js";
import { elapsed } from "./elapsed.js";
import { frequencyFits, timesOf } from "./frequency.js";
import { happened, matched } from "./pattern.js";
import { isKept } from "./retention.js";
import { tailOf } from "./tail.js";
import { windowOf } from "./window.js";

/** `did pay at least 3 times ever`, `did not pay for 7 days`, `did visit on 3 consecutive days ending yesterday`. */
export function did(c: Checker, expr: Did, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  const found = matched(c, expr.pattern.event, expr.pattern.where, scope);
  const window = windowFor(c, expr, scope);
  const sound = frequencyFits(c, expr.frequency);
  if (!found || !window || !sound || !isKept(c, found.entry, window, expr.span)) return failed;
  if (expr.without) return without(c, expr, expr.without, found, window, scope);
  const happens: Claim[] = [happened(found, window, null, timesOf(expr.frequency))];
  const said = c.phrases.said(expr.span);
  if (!expr.negated) {
    return { test: howOften(c, expr.frequency, found, window, said), whenTrue: happens, whenFalse: [] };
  }
  const denied = notDone(c, expr.frequency, found, window, said);
  if (window.is !== "after" && window.is !== "before" && window.is !== "since") {
    return { test: denied, whenTrue: [], whenFalse: happens };
  }
  // Beside a moment it also fails where the moment is unknown or the stretch goes on, so failing says nothing.
  return { test: { is: "and", parts: [elapsed(c, window, said), denied], said }, whenTrue: [], whenFalse: [] };
}

/** Without a frequency "did not" is a count of zero; with one it denies just that frequency. */
function notDone(c: Checker, frequency: Frequency | null, found: Matched, window: Window, said: number): Test {
  if (!frequency) return howMany(c, "count", found, window, "=", 0, said);
  return { is: "not", part: howOften(c, frequency, found, window, said), said };
}

/** `did view without order`: moreover none of the other from the window's start up to now. */
function without(
  c: Checker,
  expr: Did,
  node: NonNullable<Did["without"]>,
  found: Matched,
  window: Window,
  scope: Scope,
): CheckedTest {
  const other = matched(c, node.event, node.where, scope);
  if (!other) return failed;
  const tail = tailOf(window);
  if (!tail) {
    const text = expr.window ? c.phrases.textOf(expr.window.span) : "";
    c.report.add("without-before", node.span, { text, other: c.phrases.textOf(node.span) });
    return failed;
  }
  if (!isKept(c, other.entry, tail, expr.span)) return failed;
  const said = c.phrases.said(expr.span);
  const done = howOften(c, expr.frequency, found, window, said);
  const none = howMany(c, "count", other, tail, "=", 0, c.phrases.said(node.span));
  const happens = happened(found, window, null, timesOf(expr.frequency));
  const test: Test = { is: "and", parts: [done, none], said };
  // Text cannot say `did not … without …`, since people read it in two ways; in a tree it denies the whole.
  if (expr.negated) return { test: { is: "not", part: test, said }, whenTrue: [], whenFalse: [happens] };
  return { test, whenTrue: [happens], whenFalse: [] };
}

/** Consecutive days bring their own window; everything else must name one. */
function windowFor(c: Checker, expr: Did, scope: Scope): Window | null {
  const { frequency } = expr;
  if (frequency?.is !== "streak") return windowOf(c, expr.window, expr.span, scope);
  if (expr.window && expr.window.is !== "notYet") {
    return c.report.add("streak-has-window", expr.window.span, { text: c.phrases.textOf(expr.window.span) });
  }
  return { is: frequency.ending === "today" ? "last" : "previous", unit: "day", n: frequency.days };
}

function howOften(c: Checker, frequency: Frequency | null, found: Matched, window: Window, said: number): Test {
  if (!frequency) return howMany(c, "count", found, window, ">=", 1, said);
  if (frequency.is === "streak") return howMany(c, "days", found, window, ">=", frequency.days, said);
  if (frequency.is === "days") return howMany(c, "days", found, window, ">=", frequency.least, said);
  const { least, most } = frequency;
  if (most === null) return howMany(c, "count", found, window, ">=", least, said);
  if (most === least) return howMany(c, "count", found, window, "=", least, said);
  const low = howMany(c, "count", found, window, ">=", least, said);
  const high = howMany(c, "count", found, window, "<=", most, said);
  return { is: "and", parts: [low, high], said };
}

/** Compares how many such events there are, or on how many days, with a number. */
export function howMany(
  c: Checker,
  is: "count" | "days",
  found: Matched,
  window: Window,
  op: Op,
  n: number,
  said: number,
): Test {
  const fact = { is, event: found.event, where: found.where, window } as const;
  const left: Num = { is: "column", column: c.facts.column(fact), per: 1 };
  return { is: "compare", op, left, right: constant(n), type: { is: "integer" }, said };
}
