import type { SendRule } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { hoursOf } from "./clock.js";

/** When a touch may go out; at any time unless said. */
export function sendRule(c: Checker, send: Tree.Send | null): SendRule | null {
  if (!send) return { window: null, bestHour: null };
  if (send.is === "between") {
    const hours = hoursOf(c, send.from, send.to, send.span);
    return hours && { window: { ...hours, otherwise: send.otherwise }, bestHour: null };
  }
  const hours = send.between ? hoursOf(c, send.between.from, send.between.to, send.span) : { from: 0, to: 24 * 60 };
  return hours && { window: null, bestHour: hours };
}
