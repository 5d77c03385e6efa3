import type { MomentWindow, Num, Test } from "../../program/program.js";
import type { Checker } from "../checker.js";
import { constant } from "../value.js";
import { clock, dateOfMoment, instantOfMoment } from "./dated.js";

/**
 * Whether the moment of a window is known and the stretch beside it is over, so that one can say what did not happen in it.
 * Comparisons are false for what is unknown, so the moment need not be tested for that as well.
 */
export function elapsed(c: Checker, window: MomentWindow, said: number): Test {
  const { moment } = window;
  const instant = instantOfMoment(c, moment);
  if (window.is === "since" || window.is === "before") {
    return instant
      ? { is: "compare", op: ">=", left: clock(c, "now"), right: instant, type: { is: "instant" }, said }
      : {
          is: "compare",
          op: ">=",
          left: clock(c, "today"),
          right: dateOfMoment(c, moment),
          type: { is: "date" },
          said,
        };
  }
  if (window.unit === "ms") return instant ? longAgo(c, instant, window.n, said) : dateLongAgo(c, window, said);
  const date = dateOfMoment(c, moment);
  const last: Num =
    window.unit === "month"
      ? { is: "shiftMonths", date, months: window.n }
      : { is: "plus", left: date, right: constant(window.n) };
  return { is: "compare", op: ">", left: clock(c, "today"), right: last, type: { is: "date" }, said };
}

function longAgo(c: Checker, instant: Num, ms: number, said: number): Test {
  const left: Num = { is: "minus", left: clock(c, "now"), right: instant };
  return { is: "compare", op: ">=", left, right: constant(ms), type: { is: "span" }, said };
}

/** Hours after a date count from its start, which is no column: it must have come, and not within the last so many. */
function dateLongAgo(c: Checker, { moment, n }: MomentWindow & { readonly n: number }, said: number): Test {
  const recent = { is: "momentIn", moment, window: { is: "span", ms: n - 1 } } as const;
  const left = { is: "column", column: c.facts.column(recent), per: 1 } as const;
  const come: Test = {
    is: "compare",
    op: ">=",
    left: clock(c, "today"),
    right: dateOfMoment(c, moment),
    type: { is: "date" },
    said,
  };
  const past: Test = { is: "compare", op: "=", left, right: constant(0), type: { is: "boolean" }, said };
  return { is: "and", parts: [come, past], said };
}
