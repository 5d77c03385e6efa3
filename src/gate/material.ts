import type { Environment } from "../evaluate/reader.js";
import { compileNum, compileText } from "../evaluate/value.js";
import type { Material, Piece, Program } from "../program/program.js";
import { compileBenefitHole } from "./benefit-hole.js";
import type { Candidate, Message } from "./candidate.js";
import type { Filler } from "./filler.js";
import { formatNum } from "./format.js";
import { type LocaleStyle, languageOf, styleOf } from "./locale-style.js";

/** Fills a material for a candidate in a language; `null` if a hole has no value. */
export type Composer = (candidate: Candidate, locale: string | null) => Message | null;

/** What holes may refer to. */
export interface HoleSources {
  readonly program: Program;
  readonly environment: Environment;
}

export function compileMaterial(material: Material, sources: HoleSources): Composer {
  return material.template ? compileTemplate(material, material.template, sources) : compileTexts(material, sources);
}

/** A slot of a text, or a parameter of a template, and what it is made of. */
interface Slot {
  readonly id: string;
  readonly fillers: readonly Filler[];
}

function compileSlot(id: string, pieces: readonly Piece[], sources: HoleSources): Slot {
  return { id, fillers: pieces.map((piece) => compilePiece(piece, sources)) };
}

function compileTexts(material: Material, sources: HoleSources): Composer {
  const texts = material.texts.map(({ locale, parts }) => ({
    locale,
    style: styleOf(locale),
    slots: parts.map(({ id, pieces }) => compileSlot(id, pieces, sources)),
  }));
  const locales = texts.map((text) => text.locale);
  return (candidate, wanted) => {
    const { locale, style, slots } = texts[chooseLocale(locales, wanted)] ?? {
      locale: "",
      style: styleOf(""),
      slots: [],
    };
    const parts = fillAll(slots, candidate, style);
    return parts && { material: material.id, locale, template: null, parts };
  };
}

/** The words are with the provider; what goes into them is written in that locale of the project which suits the user best. */
function compileTemplate(
  material: Material,
  template: NonNullable<Material["template"]>,
  sources: HoleSources,
): Composer {
  const slots = template.parameters.map(({ id, value }) => compileSlot(id, [value], sources));
  const { locales } = sources.program.project;
  return (candidate, wanted) => {
    const locale = locales[chooseLocale(locales, wanted)] ?? wanted ?? "";
    const parts = fillAll(slots, candidate, styleOf(locale));
    return parts && { material: material.id, locale, template: template.id, parts };
  };
}

function fillAll(
  slots: readonly Slot[],
  candidate: Candidate,
  style: LocaleStyle,
): readonly (readonly [string, string])[] | null {
  const parts: (readonly [string, string])[] = [];
  for (const { id, fillers } of slots) {
    const text = fill(fillers, candidate, style);
    if (text === null) return null;
    parts.push([id, text]);
  }
  return parts;
}

function fill(fillers: readonly Filler[], candidate: Candidate, style: LocaleStyle): string | null {
  let text = "";
  for (const filler of fillers) {
    const piece = filler(candidate, style);
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

function compilePiece(piece: Piece, { program, environment }: HoleSources): Filler {
  switch (piece.is) {
    case "words":
      return () => piece.text;
    case "text": {
      const read = compileText(piece.value, environment);
      return ({ frame, row }) => read(frame, row);
    }
    case "num": {
      const read = compileNum(piece.value, environment);
      return ({ frame, row, zone }, style) => {
        const value = read(frame, row);
        return value ? formatNum(value, piece.type, zone, style) : piece.otherwise;
      };
    }
    case "benefit":
      return compileBenefitHole(piece.field, program);
  }
}
