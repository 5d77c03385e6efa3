import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Entry } from "../decide/entry.js";
import { createReport, InputError } from "../decide/input-error.js";
import { FileProblem, systemCode } from "../host/problem.js";
import type { Session } from "./session.js";

/**
 * Reads what was recorded before, one JSON object a line: `user`, and an entry (what `plan --out` writes will do). Lines stay in their
 * order. Throws an `InputError` that lists the lines that are none, a `FileProblem` for a file that can't be read.
 */
export async function readEntries({ io }: Session, file: string): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const entries = new Map<string, Entry[]>();
  const { problems, report } = createReport();
  const lines = createInterface({
    input: createReadStream(resolve(io.cwd, file)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      if (line.trim() === "") continue;
      const entry = entryOf(line);
      const path = `${file}:${number}`;
      const known = entry && entries.get(entry.user);
      if (entry === null) report("not-an-entry", path, { path });
      else if (known) known.push(entry);
      else entries.set(entry.user, [entry]);
    }
  } catch (error) {
    throw new FileProblem("unreadable", file, systemCode(error));
  }
  if (problems.length > 0) throw new InputError(problems);
  return entries;
}

/** What an entry says beyond whose it is and its kind is examined when it is decided about the user, whose time zone that needs. */
type OwnedEntry = Entry & { readonly user: string };

function entryOf(line: string): OwnedEntry | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return isOwned(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isOwned(value: unknown): value is OwnedEntry {
  return (
    typeof value === "object" && value !== null && "kind" in value && "user" in value && typeof value.user === "string"
  );
}
