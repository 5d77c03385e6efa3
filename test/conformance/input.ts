import { createGrants, type DecideInput, type Entry, type EventInput, type Grants } from "../../src/index.js";
import { COST_PER_MINOR, type Program } from "../../src/program/program.js";
import type { Row, Taken } from "./cases.js";

/** One user and an interval, as a case gives them. */
export interface Situation {
  readonly user: Row;
  readonly events: readonly Row[];
  readonly entries: readonly Row[];
  readonly since: string | number;
  readonly until: string | number;
  /** What others have taken before, by resource. */
  readonly taken?: Taken;
}

/** A situation is plain JSON; the door of the engine rejects what does not fit. */
export function inputOf({ user, events, entries, since, until }: Omit<Situation, "taken">): DecideInput {
  return { user, events: events.filter(isEvent), entries: entries.filter(isEntry), since, until };
}

function isEvent(row: Row): row is Row & EventInput {
  return "event" in row;
}

function isEntry(row: Row): row is Row & Entry {
  return "kind" in row;
}

/** Counters from which others have taken before. Money is said in units, and counted in parts of the minor unit. */
export function grantsFor(program: Program, taken: Taken): Grants {
  const grants = createGrants(program);
  for (const [resource, amount] of Object.entries(taken)) {
    const unit = resource.startsWith("money:") ? program.project.minor * COST_PER_MINOR : 1;
    const lack = grants.reserve("others", [{ resource, amount: Math.round(Number(amount) * unit) }]);
    if (lack !== null) throw new Error(`there is not so much of ${lack.resource}`);
  }
  return grants;
}
