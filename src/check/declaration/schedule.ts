import type { Repeat, When } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { epochDay } from "../expression/literal.js";
import { lengthOf } from "../length.js";
import { weekday } from "./weekday.js";

/** When a strategy is due, in each user's own time zone. */
export function whenOf(c: Checker, node: Tree.Strategy): When | null {
  const { when } = node;
  if (!when) return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause: "when" });
  if (when.is === "notYet") return null;
  if (when.is === "once") {
    const date = epochDay(c, when.date);
    const minute = minuteOf(c, when.at);
    return date === null || minute === null ? null : { is: "once", date, minute };
  }
  const day = when.day ? weekday(c, when.day) : null;
  if (!when.at) return c.report.add("clock-missing", when.span, {});
  const minute = minuteOf(c, when.at);
  if (minute === null || (when.day && day === null)) return null;
  return { is: "every", weekday: day, minute };
}

function minuteOf(c: Checker, clock: Tree.Clock): number | null {
  const { hour, minute } = clock;
  if (hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59) return hour * 60 + minute;
  return c.report.add("bad-clock", clock.span, { text: c.phrases.textOf(clock.span) });
}

/** A schedule that comes again must say whether the user may be touched again; a single date need not. */
export function repeatOf(c: Checker, node: Tree.Strategy): Repeat | null {
  if (!node.repeat) {
    if (node.when?.is !== "every") return { is: "never" };
    return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause: "repeat" });
  }
  const { rule } = node.repeat;
  if (rule === "never" || rule === "always") return { is: rule };
  const length = lengthOf(rule);
  if (length && length.unit !== "ms" && length.n > 0) return { is: "after", unit: length.unit, n: length.n };
  return c.report.add("bad-length", rule.span, { text: c.phrases.textOf(rule.span), needs: "days" });
}
