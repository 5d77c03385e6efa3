import { type Place, pathOf, shownValue } from "./read-value.js";

export type Plain = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property of the object itself: `constructor` and `__proto__` are names like any other. */
export function own(value: Plain, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** An id: text, not empty, of whole characters; `null` if it was reported. */
export function readId(value: Plain, name: string, place: Place, pii = false): string | null {
  const id = own(value, name);
  if (typeof id === "string" && id !== "" && isWellFormed(id)) return id;
  const path = pathOf(place, name);
  if (id === undefined || id === null || id === "") place.report("empty-id", path, { path });
  else if (typeof id === "string") place.report("broken-text", path, { path });
  else place.report("wrong-value", path, { path, type: "text", got: shownValue(id, pii), example: '"a-17"' });
  return null;
}

/** Whether no half of a surrogate pair stands alone: those would all become the same bytes in a key. */
function isWellFormed(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false;
    at++;
  }
  return true;
}
