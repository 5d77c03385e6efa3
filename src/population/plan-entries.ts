import type { Entry } from "../decide/entry.js";
import { createReport, InputError } from "../decide/input-error.js";
import { createEntriesReader } from "../decide/read-entries.js";
import type { EncodedEntry } from "../gate/standing.js";
import type { Program } from "../program/program.js";
import type { ZoneAsk } from "./grid.js";

const nothing: readonly EncodedEntry[] = [];

/** Finds what is recorded about a user, in the form that a fold reads. Throws an `InputError` for what is wrong with it. */
export function createPlanEntries(
  program: Program,
  entries: ReadonlyMap<string, readonly Entry[]> | undefined,
): (user: string, ask: ZoneAsk) => readonly EncodedEntry[] {
  if (!entries || entries.size === 0) return () => nothing;
  const read = createEntriesReader(program);
  return (user, { zone }) => {
    const own = entries.get(user);
    if (!own) return nothing;
    const { problems, report } = createReport();
    const encoded = read(own, { user, zone }, { list: `entries of ${user}`, index: null, report });
    if (problems.length > 0) throw new InputError(problems);
    return encoded;
  };
}
