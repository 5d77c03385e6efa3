import type { Benefit, Expr, FieldDeclaration, Material, Piece, Quantity } from "../../src/syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import { type Clock, dateText, instantText, shiftMonths } from "./clock.js";
import { decimalText } from "./rational.js";
import type { Value } from "./value.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";
import { valueOf } from "./worth.js";
import { signLabels } from "./zodiac.js";

/** A benefit as a decision carries it. */
export interface GrantedBenefit {
  readonly id: string;
  readonly kind: "coupon" | "points";
  /** The face value with its unit. */
  readonly cost: string;
  /** The first instant at which it is no longer valid; `null` if it never expires. */
  readonly expires_at: string | null;
}

export interface RenderedMaterial {
  readonly id: string;
  readonly locale: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** The benefit as issued at an instant. A validity in days or months runs to the end of the local day; in hours, it is exact. */
export function grant(benefit: Benefit, issued: number, clock: Clock): GrantedBenefit {
  const length = benefit.valid === null ? null : lengthOf(benefit.valid);
  const day = clock.dateAt(issued);
  let expires: number | null = null;
  if (length?.is === "span") expires = issued + length.ms;
  if (length?.is === "days") expires = clock.startOf(day + length.days + 1);
  if (length?.is === "months") expires = clock.startOf(shiftMonths(day, length.months) + 1);
  return {
    id: benefit.name.text,
    kind: benefit.kind,
    cost: quantityText(benefit.amount),
    expires_at: expires === null ? null : instantText(expires),
  };
}

/** The text of a material in the user's locale, else in the first one of the same language, else in the first one. */
export function render(material: Material, world: World, benefit: Benefit | null): RenderedMaterial {
  const locales = material.lines.map((line) => line.locale.text);
  const wanted = localeOf(world);
  const akin = (each: string) => wanted !== null && language(each) === language(wanted);
  const locale = locales.find((each) => each === wanted) ?? locales.find(akin) ?? locales[0] ?? "";
  const lines = material.lines.filter((line) => line.locale.text === locale);
  const parts = lines.map((line) => [
    line.part.text,
    line.pieces.map((piece) => pieceText(piece, world, benefit)).join(""),
  ]);
  return { id: material.name.text, locale, parts: Object.fromEntries(parts) };
}

/** `zh` of `zh-Hant-TW`. */
function language(locale: string): string | undefined {
  return locale.split("-")[0];
}

function localeOf(world: World): string | null {
  const field = world.catalogue.user.fields.find(({ type }) => type.is === "word" && type.name.text === "locale");
  const value = field === undefined ? null : world.profile.get(field.name.text);
  return value?.is === "text" ? value.text : null;
}

function pieceText(piece: Piece, world: World, benefit: Benefit | null): string {
  if (piece.is === "words") return piece.text;
  const names = piece.value.is === "path" ? piece.value.names.map((name) => name.text) : [];
  if (names[0] === "benefit" && names[1] === "amount") return quantityText(benefit?.amount ?? null);
  if (names[0] === "benefit" && names[1] === "over") return quantityText(benefit?.over ?? null);
  const value = valueOf(piece.value, world);
  return value === null ? "" : valueText(value, fieldOf(piece.value, world.catalogue));
}

function valueText(value: Value, field: FieldDeclaration | null): string {
  switch (value.is) {
    case "text":
      return value.text;
    case "number":
      return decimalText(value.number);
    case "date":
      return dateText(value.date);
    case "word":
      return labelOf(value.word, field);
    default:
      throw new Error(`the design page does not say how a ${value.is} reads`);
  }
}

/** People are shown labels; an id stands where there is none. */
function labelOf(word: string, field: FieldDeclaration | null): string {
  if (field?.type.is !== "oneOf") return signLabels.get(word) ?? word;
  return field.type.members.find((member) => member.name.text === word)?.label?.text ?? word;
}

/** The field that an expression takes its value from, if it does. */
function fieldOf(hole: Expr, catalogue: Catalogue): FieldDeclaration | null {
  const inEvent = (event: string, name: string | undefined) =>
    catalogue.events.get(event)?.fields.find((field) => field.name.text === name) ?? null;
  switch (hole.is) {
    case "ifUnknown":
      return fieldOf(hole.operand, catalogue);
    case "aggregate":
      return inEvent(hole.of.text, hole.field?.text);
    case "fieldOf":
      return inEvent(hole.point.pattern.event.text, hole.field.text);
    case "path": {
      const [first = "", second] = hole.names.map((name) => name.text);
      if (first === "user") return catalogue.user.fields.find((field) => field.name.text === second) ?? null;
      const tag = second === undefined ? catalogue.tags.get(first) : undefined;
      return tag === undefined ? null : fieldOf(tag.value, catalogue);
    }
    default:
      return null;
  }
}

function quantityText(quantity: Quantity | null): string {
  return quantity === null ? "" : `${quantity.amount} ${quantity.unit}`;
}
