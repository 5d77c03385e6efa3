import type { MapTable, Type } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { quantity } from "../expression/literal.js";
import { isBare, sameType, shown } from "../type.js";

/** A table of values: words and texts, or quantities of one type. */
export function mapTable(c: Checker, node: Tree.MapTable): MapTable | null {
  const keys = distinctKeys(c, node);
  const values = node.rows.map(({ value }) => valueOf(c, value));
  if (node.rows.length === 0) return c.report.add("map-empty", node.name.span, { map: node.name.text });
  const type = values.reduce<Type | null>((common, each, at) => {
    if (!each) return common;
    const joined = common === null ? each.type : commonType(common, each.type);
    if (joined) return joined;
    mixed(c, node, at, common, each.type);
    return common;
  }, null);
  const sound = values.flatMap((each) => each ?? []);
  if (!type || !keys || sound.length < values.length) return null;
  const rows = keys.map((key, at) => ({ key, value: stored(sound[at], type) }));
  const whole = rows.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
  if (whole.length < rows.length)
    return tooFine(
      c,
      node,
      rows.findIndex(({ value }) => value === null),
    );
  return { id: node.name.text, label: node.label?.text ?? null, type, rows: whole };
}

interface Cell {
  readonly type: Type;
  readonly text: string | null;
  /** As a fraction, in units of the type. */
  readonly n: number;
  readonly d: number;
}

function valueOf(c: Checker, node: Tree.MapRow["value"]): Cell | null {
  if (node.is !== "quantity") return { type: { is: "text" }, text: keyText(node), n: 0, d: 1 };
  const value = quantity(c, node);
  if (!value) return null;
  if (value.is === "num" && value.num.is === "constant") {
    return { type: value.type, text: null, n: value.num.n, d: value.num.d };
  }
  return c.report.add("map-length", node.span, { text: c.phrases.textOf(node.span) });
}

function commonType(left: Type, right: Type): Type | null {
  if (sameType(left, right)) return left;
  return isBare(left) && isBare(right) ? { is: "number" } : null;
}

function mixed(c: Checker, node: Tree.MapTable, at: number, common: Type | null, type: Type): void {
  const row = node.rows[at];
  const first = node.rows[0];
  if (!row || !first || !common) return;
  const args = {
    map: node.name.text,
    text: c.phrases.textOf(row.value.span),
    type: shown(type),
    other: shown(common),
  };
  c.report.add("map-mixed", row.value.span, args, { related: [first.value.span] });
}

function stored(cell: Cell | undefined, type: Type): string | number | null {
  if (!cell) return null;
  if (cell.text !== null) return cell.text;
  const value = (cell.n * storedPer(type)) / cell.d;
  return Number.isSafeInteger(value) ? value : null;
}

function tooFine(c: Checker, node: Tree.MapTable, at: number): null {
  const value = node.rows[at]?.value;
  return value ? c.report.add("too-large", value.span, { text: c.phrases.textOf(value.span) }) : null;
}

/** A word or a text in quotes, as data holds it. */
export function keyText(node: Tree.Path | Tree.TextLiteral): string {
  return node.is === "text" ? node.text : node.names.map(({ text }) => text).join(".");
}

function distinctKeys(c: Checker, node: Tree.MapTable): string[] | null {
  const first = new Map<string, Tree.MapRow>();
  let sound = true;
  for (const row of node.rows) {
    const name = keyText(row.key);
    const earlier = first.get(name);
    if (earlier) {
      c.report.add("duplicate-name", row.key.span, { kind: "key", name }, { related: [earlier.key.span] });
      sound = false;
    } else first.set(name, row);
  }
  return sound ? [...first.keys()] : null;
}
