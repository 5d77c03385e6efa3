import type { IToken } from "chevrotain";
import type { Reading } from "./reading.js";
import { inside, unescape } from "./texts.js";
import type { Expr, Piece } from "./tree.js";

/** Reads the expression between two offsets of the file; `null` when it is wrong, which is then reported. */
export type ReadHole = (start: number, end: number) => Expr | null;

/** The pieces of a material's text: words, and holes in braces; `{{` and `}}` stand for the braces themselves. */
export function readPieces(reading: Reading, token: IToken, readHole: ReadHole): Piece[] {
  const { start, end } = inside(token);
  const pieces: Piece[] = [];
  let words = "";
  let from = start;
  const flush = (until: number) => {
    if (words !== "") {
      pieces.push(Object.freeze({ is: "words", text: words.normalize("NFC"), span: reading.span(from, until) }));
    }
    words = "";
  };
  let at = start;
  while (at < end) {
    const sign = nextSign(reading.text, at, end);
    words += unescape(reading, at, sign);
    at = sign;
    if (at >= end) break;
    if (reading.text[at + 1] === reading.text[at] && at + 1 < end) {
      words += reading.text[at];
      at += 2;
    } else if (reading.text[at] === "}") {
      reading.report("brace-alone", reading.span(at, at + 1), {}, { suggestion: reading.edit(at, at + 1, "}}") });
      at += 1;
    } else {
      flush(at);
      const close = closing(reading.text, at + 1, end);
      if (close === null) {
        reading.report("hole-unclosed", reading.span(at, at + 1), {});
        return pieces;
      }
      const value = hole(reading, at, close, readHole);
      if (value !== null) pieces.push(Object.freeze({ is: "hole", value, span: reading.span(at, close + 1) }));
      at = close + 1;
      from = at;
    }
  }
  flush(end);
  warnOfWideBraces(reading, start, end);
  return pieces;
}

function nextSign(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const letter = text[i];
    if (letter === "\\") i++;
    else if (letter === "{" || letter === "}") return i;
  }
  return end;
}

/** The brace that closes a hole; those of a sequence are counted, and braces in a text inside the hole are not. */
function closing(text: string, from: number, end: number): number | null {
  let quote: string | null = null;
  let depth = 0;
  for (let i = from; i < end; i++) {
    const letter = text[i] as string;
    if (letter === "\\") i++;
    else if (quote !== null) quote = letter === quote ? null : quote;
    else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === "‘") quote = "’";
    else if (letter === "“") quote = "”";
    else if (letter === "{") depth++;
    else if (letter === "}" && depth-- === 0) return i;
  }
  return null;
}

function hole(reading: Reading, open: number, close: number, readHole: ReadHole): Expr | null {
  if (reading.text.slice(open + 1, close).trim() !== "") return readHole(open + 1, close);
  reading.report("hole-empty", reading.span(open, close + 1), {});
  return null;
}

/** ｛user.nickname｝ would be sent to people as it stands. */
function warnOfWideBraces(reading: Reading, start: number, end: number): void {
  for (const found of reading.text.slice(start, end).matchAll(/｛([^｛｝]*)｝/g)) {
    const span = reading.span(start + found.index, start + found.index + found[0].length);
    const suggestion = { span, text: `{${found[1] ?? ""}}` };
    reading.report("hole-full-width", span, { written: found[0] }, { severity: "warning", suggestion });
  }
}
