import type { Benefit, Expr, FieldDeclaration, Material, Piece, Quantity } from "../../src/syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import { type Clock, dateText, instantText, shiftMonths } from "./clock.js";
import { decimalText } from "./rational.js";
import type { Value } from "./value.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";
import { valueOf } from "./worth.js";

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

/** The text of a material in the user's locale, or else in the one that is declared first. */
export function render(material: Material, world: World, benefit: Benefit | null): RenderedMaterial {
  const locales = material.lines.map((line) => line.locale.text);
  const wanted = localeOf(world);
  const locale = locales.find((each) => each === wanted) ?? locales[0] ?? "";
  const lines = material.lines.filter((line) => line.locale.text === locale);
  const parts = lines.map((line) => [
    line.part.text,
    line.pieces.map((piece) => pieceText(piece, world, benefit)).join(""),
  ]);
  return { id: material.name.text, locale, parts: Object.fromEntries(parts) };
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
  if (field?.type.is !== "oneOf") return word;
  return field.type.members.find((member) => member.name.text === word)?.label?.text ?? word;
}

function fieldOf(hole: Expr, catalogue: Catalogue): FieldDeclaration | null {
  if (hole.is === "ifUnknown") return fieldOf(hole.operand, catalogue);
  const [scope, name] = hole.is === "path" ? hole.names.map((each) => each.text) : [];
  return (scope === "user" && catalogue.user.fields.find((field) => field.name.text === name)) || null;
}

function quantityText(quantity: Quantity | null): string {
  return quantity === null ? "" : `${quantity.amount} ${quantity.unit}`;
}
