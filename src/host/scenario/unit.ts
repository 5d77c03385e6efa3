import type { Type } from "../../program/program.js";

/** A number with its unit, as the language writes it, as `decide` takes it: `30%` is `0.30`, `20 CNY` is `20`. Other texts stay as they are. */
export function withoutUnit(text: string, type: Type): string {
  const found = /^(\d+)(?:\.(\d+))?(%| [A-Za-z]+)$/.exec(text);
  if (!found) return text;
  const [, whole = "", fraction, unit = ""] = found;
  if (unit === "%" && type.is === "ratio") {
    const digits = whole.padStart(3, "0");
    return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction ?? ""}`;
  }
  const own = type.is === "money" ? type.currency : type.is === "points" ? "points" : null;
  if (own === null || unit.trim() !== own) return text;
  return fraction === undefined ? whole : `${whole}.${fraction}`;
}
