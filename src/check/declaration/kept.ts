import type { Quantity } from "../../syntax/tree.js";
import { lengthOf } from "../length.js";
import type { Report } from "../report.js";

/** How many whole dates before today the data of an event reaches back; the quantity is said in days or weeks. */
export function keptDates(report: Report, node: Quantity): number | null {
  const length = lengthOf(node);
  if (length?.unit === "day" && length.n > 0) return length.n;
  return report.add("bad-length", node.span, { text: `${node.amount} ${node.unit ?? ""}`.trim(), needs: "kept" });
}
