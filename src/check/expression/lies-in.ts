import type { Moment, Num, Op, Test, Type, Window } from "../../program/program.js";
import type { Checker } from "../checker.js";
import { constant } from "../value.js";
import { clock, dateOfMoment, instantOfMoment } from "./dated.js";

/**
 * Whether a moment lies in a window: by the arithmetic of dates where that can say it, so that an explanation shows how long
 * ago it was, and by a fact of its own for the rest. False where it is unknown. Arithmetic leaves it to its caller that the
 * moment has come.
 */
export function liesIn(c: Checker, moment: Exclude<Moment, { is: "date" }>, window: Window, said: number): Test {
  const date = (): Num => dateOfMoment(c, moment);
  const since = (far: number): Test => compared(elapsed(c, date()), "<=", constant(far), { is: "period" }, said);
  const from = (op: Op, months: number): Test => compared(date(), op, shifted(c, months), { is: "date" }, said);
  const both = (...parts: Test[]): Test => ({ is: "and", parts, said });
  switch (window.is) {
    case "ever":
      return { is: "knownNum", value: date(), type: { is: "date" }, said };
    case "last":
      return window.unit === "day" ? since(window.n - 1) : from(">", window.n);
    case "for":
      return window.unit === "day" ? since(window.n) : from(">=", window.n);
    case "previous":
      return both(
        window.unit === "day" ? since(window.n) : from(">=", window.n),
        compared(date(), "<", clock(c, "today"), { is: "date" }, said),
      );
    case "ago":
      return window.unit === "day"
        ? both(since(window.far), compared(elapsed(c, date()), ">=", constant(window.near), { is: "period" }, said))
        : both(from(">=", window.far), from("<=", window.near));
    case "dates":
      return both(
        compared(date(), ">=", constant(window.from), { is: "date" }, said),
        ...(window.to === null ? [] : [compared(date(), "<=", constant(window.to), { is: "date" }, said)]),
      );
    case "span":
    case "spanAgo":
      return exactly(c, moment, window, said) ?? fact(c, moment, window, said);
    default:
      return fact(c, moment, window, said);
  }
}

function exactly(
  c: Checker,
  moment: Moment,
  window: Window & { readonly is: "span" | "spanAgo" },
  said: number,
): Test | null {
  const instant = instantOfMoment(c, moment);
  if (!instant) return null;
  const gone: Num = { is: "minus", left: clock(c, "now"), right: instant };
  const bound = (op: Op, ms: number): Test => compared(gone, op, constant(ms), { is: "span" }, said);
  if (window.is === "span") return bound("<=", window.ms);
  return { is: "and", parts: [bound("<=", window.far), bound(">=", window.near)], said };
}

function fact(c: Checker, moment: Moment, window: Window, said: number): Test {
  const left: Num = { is: "column", column: c.facts.column({ is: "momentIn", moment, window }), per: 1 };
  return compared(left, "=", constant(1), { is: "boolean" }, said);
}

function elapsed(c: Checker, date: Num): Num {
  return { is: "minus", left: clock(c, "today"), right: date };
}

function shifted(c: Checker, months: number): Num {
  return { is: "shiftMonths", date: clock(c, "today"), months: -months };
}

function compared(left: Num, op: Op, right: Num, type: Type, said: number): Test {
  return { is: "compare", op, left, right, type, said };
}
