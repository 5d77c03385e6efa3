import type { EventFact, Fact, Type, Window } from "../../program/program.js";
import type { Cube } from "./cube.js";
import type { Atom } from "./goal.js";
import type { Users } from "./user-ground.js";
import { leastOf, mostOf, type Values } from "./values.js";
import type { World } from "./world.js";

/** How many phrases an example has at the most. */
const MOST = 4;

/** An example of the users in a cube, as phrases of the language; what the language has no short phrase for is left out. */
export function sketchOf(users: Users, cube: Cube): readonly string[] {
  const asked = [...cube.values].filter(([{ column }]) => column !== null && column >= 0);
  const phrases = asked.flatMap(([atom, values]) => phraseOf(users, atom, values) ?? []);
  return phrases.slice(0, MOST);
}

function phraseOf(users: Users, { column }: Atom, values: Values): string | null {
  const fact = column === null ? undefined : users.fact(column);
  if (!fact) return null;
  const named = nameOf(users.world, fact);
  if (!named) return null;
  if (values.ranges.length === 0 || (values.unknown && mostOf(values) === Infinity))
    return `${named.text} is not known`;
  const shown = shownValue(named.type, nearZero(values));
  return shown === null ? null : `${named.text} is ${shown}`;
}

/** The least value that is not negative, else the greatest. */
export function nearZero(values: Values): number {
  const found = values.ranges.find(([, to]) => to >= 0);
  if (found) return Math.max(0, found[0]);
  return Number.isFinite(mostOf(values)) ? mostOf(values) : leastOf(values);
}

function nameOf(world: World, fact: Fact): { readonly text: string; readonly type: Type } | null {
  switch (fact.is) {
    case "profile": {
      const field = world.user[fact.field];
      return field ? { text: `user.${field.id}`, type: field.type } : null;
    }
    case "count":
    case "days": {
      const window = windowText(fact.window);
      const event = world.names[fact.event];
      if (fact.where || !window || !event) return null;
      return { text: `${wordsOf[fact.is]} ${event} ${window}`, type: { is: "integer" } };
    }
    default:
      return null;
  }
}

const wordsOf: { readonly [I in Extract<EventFact["is"], "count" | "days">]: string } = {
  count: "count of",
  days: "count of days with",
};

function windowText(window: Window): string | null {
  switch (window.is) {
    case "ever":
      return "ever";
    case "last":
    case "previous":
      return `in the ${window.is} ${window.n} ${window.unit}s`;
    case "for":
      return window.unit === "day" ? `in the last ${window.n + 1} days` : null;
    default:
      return null;
  }
}

function shownValue(type: Type, value: number): string | null {
  switch (type.is) {
    case "integer":
      return String(value);
    case "boolean":
      return value === 0 ? "false" : "true";
    case "enum":
      return type.members[value]?.id ?? null;
    case "money":
      return `${value / type.minor} ${type.currency}`;
    case "points":
      return `${value} points`;
    default:
      return null;
  }
}
