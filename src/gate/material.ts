import type { Environment } from "../evaluate/reader.js";
import { compileNum, compileText } from "../evaluate/value.js";
import type { Benefit, Material, Piece, Program, Type } from "../program/program.js";
import type { Candidate, Message } from "./candidate.js";
import { lastValid } from "./expiry.js";
import { formatNum } from "./format.js";

/** Fills a material for a candidate in a language; `null` if a hole has no value. */
export type Composer = (candidate: Candidate, locale: string | null) => Message | null;

/** Fills a hole; `null` if it has no value. */
type Filler = (candidate: Candidate) => string | null;

/** What holes may refer to. */
interface Sources {
  readonly program: Program;
  readonly environment: Environment;
  readonly benefit: Benefit | null;
}

export function compileMaterial(material: Material, sources: Sources): Composer {
  const texts = material.texts.map(({ locale, parts }) => ({
    locale,
    parts: parts.map(({ id, pieces }) => ({ id, fillers: pieces.map((piece) => compilePiece(piece, sources)) })),
  }));
  const locales = texts.map((text) => text.locale);
  return (candidate, wanted) => {
    const text = texts[chooseLocale(locales, wanted)];
    if (!text) return { material: material.id, locale: "", parts: [] };
    const parts: (readonly [string, string])[] = [];
    for (const { id, fillers } of text.parts) {
      const filled = fill(fillers, candidate);
      if (filled === null) return null;
      parts.push([id, filled]);
    }
    return { material: material.id, locale: text.locale, parts };
  };
}

function fill(fillers: readonly Filler[], candidate: Candidate): string | null {
  let text = "";
  for (const filler of fillers) {
    const piece = filler(candidate);
    if (piece === null) return null;
    text += piece;
  }
  return text;
}

/** The place of the text to use: that of the very locale, else of its language, else the first. */
function chooseLocale(locales: readonly string[], wanted: string | null): number {
  if (wanted === null) return 0;
  const whole = wanted.toLowerCase();
  const exact = locales.findIndex((locale) => locale.toLowerCase() === whole);
  if (exact >= 0) return exact;
  const near = locales.findIndex((locale) => languageOf(locale) === languageOf(wanted));
  return Math.max(near, 0);
}

/** `zh` of `zh-Hant-TW`. */
function languageOf(locale: string): string {
  return (locale.split(/[-_]/)[0] as string).toLowerCase();
}

function compilePiece(piece: Piece, sources: Sources): Filler {
  switch (piece.is) {
    case "words":
      return () => piece.text;
    case "text": {
      const read = compileText(piece.value, sources.environment);
      return ({ frame, row }) => read(frame, row);
    }
    case "num": {
      const read = compileNum(piece.value, sources.environment);
      return ({ frame, row, zone }) => {
        const value = read(frame, row);
        return value ? formatNum(value, piece.type, zone) : piece.otherwise;
      };
    }
    case "benefit":
      return compileBenefitHole(piece.field, sources);
  }
}

function compileBenefitHole(field: "amount" | "over" | "expires_at", { program, benefit }: Sources): Filler {
  if (benefit === null) return () => null;
  if (field === "expires_at") {
    const { valid } = benefit;
    return valid === null ? () => null : ({ zone, sendAt }) => lastValid(valid, zone, sendAt);
  }
  const amount = field === "amount" ? benefit.amount : benefit.is === "coupon" ? benefit.over : null;
  if (amount === null) return () => null;
  const { currency, minor } = program.project;
  const type: Type = benefit.is === "coupon" ? { is: "money", currency, minor } : { is: "points" };
  return ({ zone }) => formatNum({ n: BigInt(amount), d: 1n }, type, zone);
}
