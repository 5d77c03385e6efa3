import type { Num, Op, Test, Type, Window } from "../../program/program.js";
import type { PointTest, Quantity } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { lengthOf } from "../length.js";
import { type CheckedTest, constant, failed } from "../value.js";
import { matched } from "./pattern.js";
import { clock, comparedSince, type Last, lastOf } from "./since.js";
import { windowOf } from "./window.js";

/** `last order was at least 30 days ago`, `last order was in the last 7 days`; false for who never did it. */
export function pointTest(c: Checker, expr: PointTest, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  if (expr.moment.is !== "point") return failed;
  const found = matched(c, expr.moment.pattern.event, expr.moment.pattern.where);
  if (!found) return failed;
  const last: Last = { event: found.event, where: { test: found.where, key: found.key } };
  const test = tested(c, expr, last);
  if (!test) return failed;
  const happened = {
    is: "happened",
    event: found.event,
    where: found.key,
    window: { is: "ever" },
    field: null,
  } as const;
  return { test, whenTrue: [happened], whenFalse: [] };
}

function tested(c: Checker, expr: PointTest, last: Last): Test | null {
  if (expr.test.is === "ago") {
    const op = expr.test.bound === "at least" ? ">=" : "<=";
    const length = agoLength(c, expr.test.length);
    return length && comparedSince(c, last, op, length, null, c.phrases.said(expr.span));
  }
  const window = windowOf(c, expr.test.window, expr.span);
  return window && inPlainWindow(window) ? inWindow(c, last, window, c.phrases.said(expr.span)) : null;
}

function agoLength(c: Checker, quantity: Quantity): ReturnType<typeof lengthOf> {
  const length = lengthOf(quantity);
  if (length) return length;
  return c.report.add("bad-length", quantity.span, { text: c.phrases.textOf(quantity.span), needs: "any" });
}

type PlainWindow = Window & { readonly is: "ever" | "span" | "last" | "for" | "previous" };

function inPlainWindow(window: Window): window is PlainWindow {
  return ["ever", "span", "last", "for", "previous"].includes(window.is);
}

/** The last one lies in the window: it is never after now, so mostly only the window's start matters. */
function inWindow(c: Checker, last: Last, window: PlainWindow, said: number): Test {
  switch (window.is) {
    case "ever":
      return { is: "knownNum", value: lastOf(c, last, "pointDate"), type: { is: "date" }, said };
    case "span":
      return comparedSince(c, last, "<=", { unit: "ms", n: window.ms }, null, said);
    case "last":
      return window.unit === "day" ? daysAgo(c, last, window.n - 1, said) : afterMonths(c, last, ">", window.n, said);
    case "for":
      return window.unit === "day" ? daysAgo(c, last, window.n, said) : afterMonths(c, last, ">=", window.n, said);
    case "previous": {
      const since =
        window.unit === "day" ? daysAgo(c, last, window.n, said) : afterMonths(c, last, ">=", window.n, said);
      return {
        is: "and",
        parts: [since, compared(lastOf(c, last, "pointDate"), "<", clock(c, "today"), { is: "date" }, said)],
        said,
      };
    }
  }
}

function daysAgo(c: Checker, last: Last, most: number, said: number): Test {
  const elapsed: Num = { is: "minus", left: clock(c, "today"), right: lastOf(c, last, "pointDate") };
  return compared(elapsed, "<=", constant(most), { is: "period" }, said);
}

function afterMonths(c: Checker, last: Last, op: Op, months: number, said: number): Test {
  const start: Num = { is: "shiftMonths", date: clock(c, "today"), months: -months };
  return compared(lastOf(c, last, "pointDate"), op, start, { is: "date" }, said);
}

function compared(left: Num, op: Op, right: Num, type: Type, said: number): Test {
  return { is: "compare", op, left, right, type, said };
}
