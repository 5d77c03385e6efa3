import type { Event, Expr, FieldDeclaration } from "../../src/syntax/tree.js";
import { dateWords, instantWords, lunarWords, moneyText, numberText, percentText } from "./format.js";
import { digitsOf } from "./material.js";
import type { Value } from "./value.js";
import { valueOf } from "./worth.js";
import type { World } from "./world.js";
import { signLabels } from "./zodiac.js";

/** What an expression reads in a message; `null` if it is unknown. */
export function holeText(hole: Expr, world: World, locale: string): string | null {
  const value = valueOf(hole, world);
  return value === null ? null : valueText(value, fieldOf(hole, world), world, locale);
}

function valueText(value: Value, field: FieldDeclaration | null, world: World, locale: string): string {
  switch (value.is) {
    case "text":
      return value.text;
    case "number": {
      const type = field?.type.is === "word" ? field.type.name.text : "";
      if (type === "percent") return percentText(value.number, locale);
      if (/^[A-Z]{3}$/.test(type)) return moneyText(value.number, type, digitsOf(type), locale);
      return numberText(value.number, locale);
    }
    case "date":
      return dateWords(value.date, locale);
    case "instant":
      return instantWords(value.instant, world.clock, locale);
    case "lunarDate":
      return lunarWords(value.date, locale);
    case "version":
      return value.parts.join(".");
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
function fieldOf(hole: Expr, world: World): FieldDeclaration | null {
  const { catalogue } = world;
  const inEvent = (event: string, name: string | undefined) => fieldIn(catalogue.events.get(event), name);
  switch (hole.is) {
    case "ifUnknown":
      return fieldOf(hole.operand, world);
    case "aggregate":
      // How many different values there are is a number, whatever they are.
      return hole.fn === "countDistinct" ? null : inEvent(hole.of.text, hole.field?.text);
    case "fieldOf":
      return inEvent(hole.point.pattern.event.text, hole.field.text);
    case "path": {
      const [first = "", second] = hole.names.map((name) => name.text);
      if (first === "user") return catalogue.user.fields.find((field) => field.name.text === second) ?? null;
      if (first === "event") return inEvent(world.trigger?.event ?? "", second);
      const tag = second === undefined ? catalogue.tags.get(first) : undefined;
      return tag === undefined ? null : fieldOf(tag.value, world);
    }
    default:
      return null;
  }
}

function fieldIn(event: Event | undefined, name: string | undefined): FieldDeclaration | null {
  return event?.fields.find((field) => field.name.text === name) ?? null;
}
