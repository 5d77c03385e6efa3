import type { Type } from "../program/program.js";
import type { Expr } from "../syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { ReadWording } from "./wording.js";

/** What a phrase is told with: the words of a language, the names of the project, and whose fields bare names are. */
export interface Scope {
  readonly words: ReadWording;
  readonly catalogue: Catalogue;
  /** The event in whose `where` we are. */
  readonly event: string | null;
  /** Tells a test on one line; here because tests are made of values, and values of events with tests. */
  readonly condition: (expr: Expr, scope: Scope) => string;
}

/** The type of a field of an event. */
export function typeOfField(event: string, field: string, { catalogue }: Scope): Type | null {
  return catalogue.events.get(event)?.byId.get(field)?.type ?? null;
}
