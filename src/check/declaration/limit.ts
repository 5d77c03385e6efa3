import type { Strategy } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, scopeUnder, type TriggerScope } from "../checker.js";
import { unknownField } from "../expression/field.js";
import { countOf } from "./count.js";

/** `limit 1 per event.order_id`: how often one value of the triggering event may lead to a touch. */
export function limitOf(c: Checker, node: Tree.Limit, trigger: TriggerScope): Strategy["limit"] {
  const n = countOf(c, node.n, 1);
  const [owner, name] = node.key.names as readonly [Tree.Name, Tree.Name?];
  if (owner.text !== "event" || !name || node.key.names.length > 2) {
    return c.report.add("limit-key", node.key.span, { text: c.phrases.textOf(node.key.span) });
  }
  const [event] = trigger.is === "event" ? trigger.entries : [];
  if (!event) {
    // Why there is no such field is said as everywhere else.
    c.value(node.key, scopeUnder(trigger));
    return null;
  }
  const entry = event.fields.get(name.text);
  if (!entry) return unknownField(c, name, event.node.name.text, event.fields);
  // The gate reads the value from its column, so the column must be there even where nothing else names the field.
  c.facts.column({ is: "trigger", event: event.place, field: entry.place });
  return n === null ? null : { n, field: entry.place };
}
