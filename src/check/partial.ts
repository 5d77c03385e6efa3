import type { Division } from "./catalogue.js";

/** Whether somebody may be in no part of it: whoever it is not about, and everybody until groups are found. */
export function isPartial(node: Division): boolean {
  return node.is === "groups" || (node.is === "value" && node.of !== null);
}
