import type { Program } from "../../../program/program.js";
import { FactNames } from "../fact-names.js";
import { path } from "../literal.js";
import { kindOf, said, type Said } from "./value.js";

/** What the names of a rule stand for. */
export interface World {
  /** `undefined` if nothing has the name. */
  find(name: string): Said | undefined;
  /** Names to choose a likeness from. */
  readonly names: readonly string[];
}

/**
 * The names of a project: `user.city`, or `city`, is a field of the user, with constants as a profile is given to `decide`
 * (money in units, 0.3 for 30 %); and every fact of the project has the name that `export` gives it, with constants in stored
 * units. Of two things with one name the fact counts.
 */
export function worldOf(program: Program): World {
  const values = new Map<string, Said>();
  for (const { id, type, optional } of program.user.fields) {
    const field = said(path("user", id), type, { unknown: optional });
    values.set(id, field);
    values.set(`user.${id}`, field);
  }
  for (const { name, saying, type, optional } of new FactNames(program).all) {
    if (saying?.is === "value" || saying?.is === "test")
      values.set(name, said(saying.expr, type, { unknown: optional, stored: true, kind: kindOf(type) }));
  }
  return { find: (name) => values.get(name), names: [...values.keys()] };
}
