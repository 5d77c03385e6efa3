import type { Declaration, Measure } from "../../src/syntax/tree.js";
import { decimal, type Rational, times } from "./rational.js";

/** What was found in the population, by name, as plain data: `{ period: 14 days }`, `{ share: 33.3% }`, `{ value: … }`, `{ groups: … }`. */
export type FoundData = Readonly<Record<string, unknown>>;

/** An amount as it was written: `1234.56 CNY`, `3`, `33.3%`, `30 days`. Money and numbers count whole units; a percentage is a share. */
export function amountOf(written: unknown): Rational {
  const [, amount = "", unit = ""] = /^(-?[\d.]+) ?(\S*)$/.exec(String(written)) ?? [];
  if (amount === "") throw new SyntaxError(`not an amount: ${String(written)}`);
  return unit === "%" ? times(decimal(amount), decimal("0.01")) : decimal(amount);
}

/** A part of plain data, by the names that lead to it; `undefined` where there is none. */
export function partOf(data: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((part, name) => {
    const row = typeof part === "object" && part !== null ? part : {};
    return Object.hasOwn(row, name) ? Object.entries(row).find(([key]) => key === name)?.[1] : undefined;
  }, data);
}

/** A measure as it was found, or as it is otherwise: an amount and its unit. */
export function measureWritten(
  measure: Measure,
  found: FoundData,
): { readonly amount: string; readonly unit: string | null } {
  const written = partOf(found, measure.name.text, measure.of.is);
  if (written === undefined) {
    if (measure.otherwise === null) throw new Error(`nothing is known of ${measure.name.text}`);
    return measure.otherwise;
  }
  const [, amount = "", unit = ""] = /^([\d.]+) ?(%|[a-z]+?)s?$/.exec(String(written)) ?? [];
  return { amount, unit };
}

/** The declarations with every length that is measured written out. */
export function measuresWritten(declarations: readonly Declaration[], found: FoundData): readonly Declaration[] {
  const measures = new Map(declarations.flatMap((each) => (each.is === "measure" ? [[each.name.text, each]] : [])));
  const written = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(written);
    if (typeof node !== "object" || node === null) return node;
    if ("is" in node && node.is === "measured") {
      const measure = measures.get(String(partOf(node, "name", "text")));
      if (measure === undefined) throw new Error("a length that nobody measures");
      return { is: "quantity", ...measureWritten(measure, found), span: measure.span };
    }
    return Object.fromEntries(Object.entries(node).map(([name, part]) => [name, written(part)]));
  };
  return measures.size === 0 ? declarations : (written(declarations) as readonly Declaration[]);
}
