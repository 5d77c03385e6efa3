import type { Type } from "../program/program.js";
import type { Expr } from "../syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { ReadWording } from "./wording.js";

/** The names of scores, and what they are. */
export type ScoreNames = ReadonlyMap<string, { readonly name: string; readonly value: Expr }>;

/** What a phrase is told with: the words of a language, the names of the project, and whose fields bare names are. */
export interface Scope {
  readonly words: ReadWording;
  readonly catalogue: Catalogue;
  /** The event in whose `where` we are. */
  readonly event: string | null;
  /** The scores of the value in whose tiers we are, by id; elsewhere `null`. */
  readonly scores: ScoreNames | null;
  /** The events that may have started the strategy; none where that is open. */
  readonly triggers: readonly string[];
  /** Tells a test on one line; here because tests are made of values, and values of events with tests. */
  readonly condition: (expr: Expr, scope: Scope) => string;
}

/** The type of a field of an event. */
export function typeOfField(event: string, field: string, { catalogue }: Scope): Type | null {
  return catalogue.events.get(event)?.byId.get(field)?.type ?? null;
}

/** The events that `event.x` may be of. A material that nobody uses yet may show a field of any event that has it. */
export function triggersWith(field: string, { catalogue, triggers }: Scope): string[] {
  const having = (events: Iterable<string>): string[] =>
    [...events].filter((event) => catalogue.events.get(event)?.byId.has(field));
  const found = having(triggers);
  return found.length > 0 ? found : having(catalogue.events.keys());
}

/** The type of `event.x`, which is one in all events that may start the strategy. */
export function typeOfTriggerField(field: string, scope: Scope): Type | null {
  const [event] = triggersWith(field, scope);
  return event === undefined ? null : typeOfField(event, field, scope);
}
