import type { When } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { absence, afterPoint, happens } from "./event-trigger.js";
import { dated, every, once } from "./schedule.js";
import { stall } from "./stall.js";
import { stateChange } from "./state-change.js";

/** The instants at which a strategy looks at a user; clock times are those of the user's own time zone. */
export function whenOf(c: Checker, node: Tree.Strategy): When | null {
  const { when } = node;
  if (!when) {
    // A `when` of what is not there yet has been reported as that.
    if (node.later.length > 0) return null;
    return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause: "when" });
  }
  switch (when.is) {
    case "notYet":
      return null;
    case "every":
      return every(c, when);
    case "once":
      return once(c, when);
    case "dated":
      return dated(c, when);
    case "happens":
      return happens(c, when);
    case "absence":
      return absence(c, when);
    case "afterPoint":
      return afterPoint(c, when);
    case "stalls":
      return stall(c, when);
    case "state":
      return stateChange(c, when);
  }
}
