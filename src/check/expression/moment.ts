import type { Moment, Point } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import type { Matched } from "../matched.js";
import type { Happened } from "../known.js";
import { epochDay } from "./literal.js";
import { matched } from "./pattern.js";
import { profileMoment } from "./profile-moment.js";
import { keepsAll } from "./retention.js";

/** One event, by its place among those of its pattern. */
export interface Marked {
  readonly point: Point;
  readonly found: Matched;
  /** What must have happened for it to exist. */
  readonly need: Happened;
}

/** `last pay where …`, `2nd order`. */
export function pointOf(c: Checker, node: Tree.Point, scope: Scope): Marked | null {
  const found = matched(c, node.pattern.event, node.pattern.where, scope);
  if (!found) return null;
  const { nth } = node;
  const { event, where, key } = found;
  const times = nth === "last" ? 1 : nth;
  const need: Happened = { is: "happened", event, where: key, window: { is: "ever" }, field: null, times };
  return { point: { is: "point", event, where, nth }, found, need };
}

/** What a window stands beside. Where it is unknown, the window is empty, so nothing needs to be narrowed for it. */
export function momentOf(c: Checker, node: Tree.Moment, scope: Scope): Moment | null {
  if (node.is === "date") {
    const date = epochDay(c, node);
    return date === null ? null : { is: "date", date };
  }
  if (node.is === "path") return profileMoment(c, node)?.moment ?? null;
  const marked = pointOf(c, node, scope);
  return marked && keepsAll(c, marked.found.entry, node.span, "point") ? marked.point : null;
}
