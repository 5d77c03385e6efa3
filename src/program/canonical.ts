import { byCodePoint } from "../text/order.js";

/**
 * A value as JSON in one form only: keys in code point order, no white space, texts and numbers as `JSON.stringify` writes
 * them. Equal data give equal bytes, however it was put together. Throws a `TypeError` for what JSON can't carry.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`JSON cannot carry a value of type ${typeof value}`);
  const members = Object.entries(value).sort(([a], [b]) => byCodePoint(a, b));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(",")}}`;
}
