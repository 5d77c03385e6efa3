import type { EventSchema, Point, Window } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type * as Tree from "../../syntax/tree.js";
import type { ModelEntry } from "../catalogue.js";
import type { Checker, TagMeaning } from "../checker.js";
import { liesIn } from "../expression/lies-in.js";
import { fallbackFor, isText } from "../type.js";
import { plain } from "../value.js";
import { validityOf } from "./validity.js";

/** The last score that the model gave, known while it is valid. */
export function modelMeaning(c: Checker, node: Tree.TagModel): TagMeaning | null {
  const entry = c.catalogue.models.get(node.name.text);
  const valid = validityOf(c, node.valid);
  if (!entry?.type || !valid) return null;
  const { type } = entry;
  const last: Point = { is: "point", event: entry.event, where: null, nth: "last" };
  const window: Window =
    valid.unit === "ms" ? { is: "span", ms: valid.n } : { is: "for", unit: valid.unit, n: valid.n };
  const said = c.phrases.said(node.valid.span, `${node.name.text} valid ${c.phrases.textOf(node.valid.span)}`);
  const test = liesIn(c, last, window, said);
  const at = { is: "column", column: c.facts.column({ is: "pointField", point: last, field: 0 }) } as const;
  const { text } = node.name;
  const missing = [{ span: node.name.span, text, known: `${text} is known`, fallback: fallbackFor(type) }];
  if (isText(type)) return { is: "value", value: { is: "text", type, text: { is: "when", test, value: at }, missing } };
  const value = { ...at, per: storedPer(type) };
  return { is: "value", value: plain(type, { is: "when", test, value }, missing) };
}

/** The scores of a model, as they arrive. */
export function modelEvent({ node, type }: ModelEntry): EventSchema | null {
  if (!type) return null;
  const value = { id: "value", label: null, type, optional: false, pii: false, fixed: false };
  const label = node.label?.text ?? null;
  return { id: node.name.text, label, kept: null, model: node.from.text, fields: [value] };
}
