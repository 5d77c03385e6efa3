import type { IToken } from "chevrotain";
import { endOf, type Reading } from "./reading.js";

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["n", "\n"],
  ["t", "\t"],
  ["“", "“"],
  ["”", "”"],
  ["‘", "‘"],
  ["’", "’"],
]);

/** Where the inside of a text lies: an open one ends with its token. */
export function inside(token: IToken): { start: number; end: number } {
  const closed = token.image.length > 1 && /["'“”‘’]$/.test(token.image);
  return { start: token.startOffset + 1, end: endOf(token) - (closed ? 1 : 0) };
}

/** What a text says: quotes off, escapes resolved, NFC. */
export function readText(reading: Reading, token: IToken): string {
  const { start, end } = inside(token);
  return unescape(reading, start, end);
}

/** The text between two offsets with its escapes resolved, NFC. */
export function unescape(reading: Reading, start: number, end: number): string {
  const raw = reading.text.slice(start, end);
  if (!raw.includes("\\")) return raw.normalize("NFC");
  let text = "";
  for (let i = 0; i < raw.length; i++) {
    if (raw[i] !== "\\") {
      text += raw[i];
      continue;
    }
    const letter = raw[++i] ?? "";
    const meaning = escapes.get(letter);
    if (meaning === undefined) {
      reading.report("bad-escape", reading.span(start + i - 1, start + i + 1), { written: `\\${letter}` });
    }
    text += meaning ?? letter;
  }
  return text.normalize("NFC");
}
