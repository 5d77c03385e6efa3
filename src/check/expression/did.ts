import type { Num, Op, Test, Window } from "../../program/program.js";
import type { Did, Frequency } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import type { Claim } from "../known.js";
import { type CheckedTest, constant, failed } from "../value.js";
import { happened } from "./aggregate.js";
import { type Matched, matched } from "./pattern.js";
import { windowOf } from "./window.js";

/** `did pay at least 3 times ever`, `did not pay for 7 days`, `did visit on 3 consecutive days ending yesterday`. */
export function did(c: Checker, expr: Did, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  const found = matched(c, expr.pattern.event, expr.pattern.where);
  const window = windowFor(c, expr);
  const sound = frequencyFits(c, expr.frequency);
  if (!found || !window || !sound) return failed;
  const happens: Claim[] = [happened(found, window, null)];
  const said = c.phrases.said(expr.span);
  if (!expr.negated)
    return { test: howOften(c, expr.frequency, found, window, said), whenTrue: happens, whenFalse: [] };
  // Without a frequency "did not" is a count of zero; with one it denies just that frequency.
  if (!expr.frequency) {
    return { test: howMany(c, "count", found, window, "=", 0, said), whenTrue: [], whenFalse: happens };
  }
  const part = howOften(c, expr.frequency, found, window, said);
  return { test: { is: "not", part, said }, whenTrue: [], whenFalse: happens };
}

/** Consecutive days bring their own window; everything else must name one. */
function windowFor(c: Checker, expr: Did): Window | null {
  const { frequency } = expr;
  if (frequency?.is !== "streak") return windowOf(c, expr.window, expr.span);
  if (expr.window && expr.window.is !== "notYet") {
    return c.report.add("streak-has-window", expr.window.span, { text: c.phrases.textOf(expr.window.span) });
  }
  return { is: frequency.ending === "today" ? "last" : "previous", unit: "day", n: frequency.days };
}

/** A frequency that never having done it would meet is refused: it reads as if something had been done. */
function frequencyFits(c: Checker, frequency: Frequency | null): boolean {
  if (!frequency) return true;
  const least = frequency.is === "streak" ? frequency.days : frequency.least;
  const text = c.phrases.textOf(frequency.span);
  if (!Number.isSafeInteger(least) || (frequency.is === "streak" && least > MOST_DAYS)) {
    c.report.add("too-large", frequency.span, { text });
    return false;
  }
  if (least < 1) {
    c.report.add("bad-frequency", frequency.span, { text });
    return false;
  }
  if (frequency.is !== "times" || frequency.most === null || frequency.most >= least) return true;
  c.report.add("empty-range", frequency.span, { low: `${least}`, high: `${frequency.most}` });
  return false;
}

/** A hundred years, as for every window. */
const MOST_DAYS = 36_600;

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

function howMany(
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
