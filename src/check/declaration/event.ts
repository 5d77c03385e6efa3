import type { EventSchema } from "../../program/program.js";
import type { EventEntry } from "../catalogue.js";
import type { Checker } from "../checker.js";

/** What is known of an event. */
export function event(c: Checker, { node, fields, kept }: EventEntry): EventSchema {
  if (node.kept && kept === null) {
    c.report.add("bad-length", node.kept.span, { text: c.phrases.textOf(node.kept.span), needs: "kept" });
  }
  return {
    id: node.name.text,
    label: node.label?.text ?? null,
    kept,
    model: null,
    fields: [...fields.values()].flatMap(({ field }) => field ?? []),
  };
}
