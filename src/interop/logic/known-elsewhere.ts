import type { Named } from "./fact-names.js";
import { CannotSay, type Writer } from "./writer.js";

/** The fact of a column. Throws `CannotSay` for one that neither a profile nor a history tells: no data document can have it. */
export function columnOf(w: Writer, column: number): Named {
  const fact = w.program.facts[column];
  if (fact?.is === "strategyTag") throw new CannotSay({ is: "elsewhere", what: "touches" });
  if (readsTrigger(fact)) throw new CannotSay({ is: "elsewhere", what: "trigger" });
  return w.names.column(column);
}

/** Whether a node of a fact, or one anywhere in it, is a field of the triggering event. */
function readsTrigger(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  if ("is" in node && node.is === "trigger") return true;
  return Object.values(node).some(readsTrigger);
}
