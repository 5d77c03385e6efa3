/** Single slips of the pen in sound strategy files: what an operator does at 23:50, one at a time. */
import type { Source } from "../../src/compile.js";
import type { Chance } from "./chance.js";

export type SlipKind =
  | "typo"
  | "dropped word"
  | "doubled word"
  | "swapped words"
  | "wrong unit"
  | "dropped number"
  | "dropped sign";

export interface Slip {
  readonly kind: SlipKind;
  readonly file: string;
  /** The file after the slip. */
  readonly text: string;
  /** Lines, from 1, that a message may point at: the line of the slip; where a whole line went, those that now meet there. */
  readonly lines: readonly number[];
  /** What stood there before, and what stands there now. */
  readonly was: string;
  readonly is: string;
}

interface Token {
  readonly is: "word" | "number" | "sign" | "text" | "comment";
  readonly text: string;
  readonly start: number;
}

const shapes: readonly (readonly [Token["is"], RegExp])[] = [
  ["comment", /\/\/[^\n]*/y],
  ["text", /"[^"\n]*"/y],
  ["word", /`[^`\n]*`|[\p{L}_][\p{L}\p{N}_]*/uy],
  ["number", /\d[\d.:_-]*/y],
  ["sign", /[^\s]/y],
];

/** Slips are made in words, numbers and signs; comments and texts say what their author wants. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = shapes.flatMap(([is, shape]) => {
      shape.lastIndex = at;
      const match = shape.exec(text);
      return match ? [{ is, text: match[0], start: at }] : [];
    })[0];
    if (found) tokens.push(found);
    at += found?.text.length ?? 1;
  }
  return tokens;
}

const units = ["days", "hours", "minutes", "weeks", "months", "CNY", "points", "times"];

/** One slip of a kind in a file, or `null` where the file has no place for it. */
export function slip(kind: SlipKind, { name: file, text }: Source, chance: Chance): Slip | null {
  const tokens = tokensOf(text);
  const lineOf = (token: Token): number => text.slice(0, token.start).split("\n").length;
  const replaced = (token: Token, is: string, was = token.text): Slip => ({
    kind,
    file,
    text: text.slice(0, token.start) + is + text.slice(token.start + was.length),
    lines: [lineOf(token)],
    was,
    is,
  });
  const dropped = (token: Token): Slip => {
    const line = lineOf(token);
    const lines = text.split("\n");
    if (lines[line - 1]?.trim() !== token.text) return replaced(token, "");
    return {
      kind,
      file,
      text: lines.toSpliced(line - 1, 1).join("\n"),
      lines: [line - 1, line],
      was: token.text,
      is: "",
    };
  };
  const among = (fits: (token: Token, place: number) => boolean): Token | null =>
    chance.pick(tokens.filter((token, place) => token.is !== "comment" && token.is !== "text" && fits(token, place)));
  switch (kind) {
    case "typo": {
      const token = among(({ is, text: word }) => is === "word" && /^[a-zA-Z_]{4,}$/.test(word));
      return token && replaced(token, misspelt(token.text, chance));
    }
    case "dropped word": {
      const token = among(({ is }) => is === "word");
      return token && dropped(token);
    }
    case "doubled word": {
      const token = among(({ is }) => is === "word");
      return token && replaced(token, `${token.text} ${token.text}`);
    }
    case "swapped words": {
      const token = among((one, place) => {
        const next = tokens[place + 1];
        if (one.is !== "word" || next?.is !== "word" || next.text === one.text) return false;
        return text.slice(one.start + one.text.length, next.start) === " ";
      });
      const next = token && tokens[tokens.indexOf(token) + 1];
      return token && next ? replaced(token, `${next.text} ${token.text}`, `${token.text} ${next.text}`) : null;
    }
    case "wrong unit": {
      const token = among((one, place) => tokens[place - 1]?.is === "number" && units.includes(one.text));
      const other = token && chance.pick(units.filter((unit) => unit.slice(0, 3) !== token.text.slice(0, 3)));
      return token && other ? replaced(token, other) : null;
    }
    case "dropped number": {
      const token = among(({ is }) => is === "number");
      return token && dropped(token);
    }
    case "dropped sign": {
      const token = among(({ is, text: sign }) => is === "sign" && "{}():".includes(sign));
      return token && dropped(token);
    }
  }
}

const neighbours: Readonly<Record<string, string>> = {
  a: "sq",
  b: "vn",
  c: "xv",
  d: "sf",
  e: "wr",
  f: "dg",
  g: "fh",
  h: "gj",
  i: "uo",
  j: "hk",
  k: "jl",
  l: "k",
  m: "n",
  n: "bm",
  o: "ip",
  p: "o",
  q: "wa",
  r: "et",
  s: "ad",
  t: "ry",
  u: "yi",
  v: "cb",
  w: "qe",
  x: "zc",
  y: "tu",
  z: "x",
};

/** Two letters change places, one is missing, comes twice, or is the one beside it on the keyboard. */
function misspelt(word: string, chance: Chance): string {
  for (;;) {
    const at = chance.below(word.length);
    const letter = word.charAt(at);
    const wrong = [
      () => word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2),
      () => word.slice(0, at) + word.slice(at + 1),
      () => word.slice(0, at) + letter + word.slice(at),
      () => word.slice(0, at) + (chance.pick([...(neighbours[letter] ?? "")]) ?? "") + word.slice(at + 1),
    ][chance.below(4)]?.();
    if (wrong !== undefined && wrong !== word && wrong.length >= 3) return wrong;
  }
}
