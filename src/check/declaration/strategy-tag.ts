import type { StrategyTag } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import { validityOf } from "./validity.js";

/** A tag that touches set; for ever unless it says how long it is valid. */
export function strategyTag(c: Checker, node: Tree.TagStrategy): StrategyTag | null {
  const valid = node.valid && validityOf(c, node.valid);
  if (node.valid && !valid) return null;
  return { id: node.name.text, label: node.label?.text ?? null, valid };
}

/** The place of a tag that a strategy sets. */
export function strategyTagPlace(c: Checker, name: Tree.Name): number | null {
  const { strategyTags, tags } = c.catalogue;
  const entry = strategyTags.get(name.text);
  if (entry) return entry.place;
  const fact = tags.get(name.text)?.node;
  if (fact) return c.report.add("sets-fact-tag", name.span, { tag: name.text }, { related: [fact.name.span] });
  const { exist, suggestion } = meant(name, strategyTags.keys());
  return c.report.add("unknown-strategy-tag", name.span, { name: name.text, exist }, { suggestion });
}
