import type { MapKey, MapTable } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { keyText } from "../declaration/map.js";
import { isKnown } from "../known.js";
import { meant } from "../report.js";
import { fallbackFor, shownOf } from "../type.js";
import { plain, type Value } from "../value.js";
import { missingOf } from "./missing.js";

/** `upgrade of user.drink`: unknown where the map has no row for the value. */
export function mapOf(c: Checker, expr: Tree.MapOf, scope: Scope): Value | null {
  const entry = c.catalogue.maps.get(expr.map.text);
  const operand = c.value(expr.operand, scope);
  if (!entry) {
    const { exist, suggestion } = meant(expr.map, c.catalogue.maps.keys());
    return c.report.add("unknown-map", expr.map.span, { name: expr.map.text, exist }, { suggestion });
  }
  const table = c.map(expr.map.text);
  const key = operand && keyOf(c, expr, entry.node, operand);
  if (!table || !operand || !key) return null;
  const found = { is: "lookup", map: entry.place, key } as const;
  const { type } = table;
  const sure = isKnown(scope.known, found) || (missingOf(operand).length === 0 && coversAll(table, key));
  const text = c.phrases.textOf(expr.span);
  const missing = sure ? [] : [{ span: expr.span, text, known: `${text} is known`, fallback: fallbackFor(type) }];
  return type.is === "text" ? { is: "text", type, text: found, missing } : plain(type, found, missing);
}

/** Maps take texts, and choices whose every key is one of them. */
function keyOf(c: Checker, expr: Tree.MapOf, node: Tree.MapTable, operand: Value): MapKey | null {
  if (operand.is === "text") return { is: "text", text: operand.text };
  const of = c.phrases.textOf(expr.operand.span);
  if (operand.is !== "num" || operand.type.is !== "enum") {
    const args = { map: node.name.text, text: of, type: shownOf(operand) };
    return c.report.add("map-operand", expr.operand.span, args);
  }
  const members = operand.type.members.map(({ id }) => id);
  const strange = node.rows.filter(({ key }) => !members.includes(keyText(key)));
  for (const { key } of strange) {
    const name = keyText(key);
    const { exist, suggestion } = meant({ text: name, span: key.span }, members);
    const args = { name, map: node.name.text, of, exist };
    c.report.addOnce("map-key-unknown", key.span, args, { suggestion, related: [expr.span] });
  }
  return strange.length > 0 ? null : { is: "enum", value: operand.num, members };
}

function coversAll(table: MapTable, key: MapKey): boolean {
  if (key.is === "text") return false;
  const keys = new Set(table.rows.map((row) => row.key));
  return key.members.every((member) => keys.has(member));
}
