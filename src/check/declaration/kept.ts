import type { Quantity } from "../../syntax/tree.js";
import { lengthOf } from "../length.js";

/** How many whole dates before today the data of an event reaches back; `null` if that is not said in days or weeks. */
export function keptDates(node: Quantity): number | null {
  const length = lengthOf(node);
  return length?.unit === "day" && length.n > 0 ? length.n : null;
}
