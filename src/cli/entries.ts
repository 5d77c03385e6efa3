import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Entry } from "../decide/entry.js";
import { createReport, InputError } from "../decide/input-error.js";
import { FileProblem, systemCode } from "../host/problem.js";
import { withPaths } from "./input-problems.js";
import type { Session } from "./session.js";

/** What was recorded before, with the lines on which it stands. */
export interface RecordedEntries {
  /** In the order of their lines. */
  readonly byUser: ReadonlyMap<string, readonly Entry[]>;
  /** Runs work that reads the entries: an `InputError` about them names the lines. */
  located<T>(user: string | null, work: () => T | Promise<T>): Promise<T>;
}

/**
 * Reads what was recorded before, one JSON object a line: `user`, and an entry (what `plan --out` writes will do). Throws an
 * `InputError` that lists the lines that are none, a `FileProblem` for a file that can't be read.
 */
export async function readEntries({ io }: Session, file: string): Promise<RecordedEntries> {
  const entries = new Map<string, Entry[]>();
  const numbers = new Map<string, number[]>();
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
      if (entry === null) report("not-an-entry", path, { path });
      else {
        listOf(entries, entry.user).push(entry);
        listOf(numbers, entry.user).push(number);
      }
    }
  } catch (error) {
    throw new FileProblem("unreadable", file, systemCode(error));
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    byUser: entries,
    async located(user, work) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw withPaths(error, (path) => linePath(path, file, user, numbers));
      }
    },
  };
}

function listOf<T>(lists: Map<string, T[]>, user: string): T[] {
  const known = lists.get(user) ?? [];
  lists.set(user, known);
  return known;
}

/** `entries[3].channel` of one user, or `entries of u42[3].channel`, as `file:17 channel`; another path as it is. */
function linePath(
  path: string,
  file: string,
  user: string | null,
  numbers: ReadonlyMap<string, readonly number[]>,
): string {
  const found = /^entries(?: of (.*))?\[(\d+)\](?:\.([^[\].]+))?$/s.exec(path);
  const line = found && numbers.get(found[1] ?? user ?? "")?.[Number(found[2])];
  return found && line ? `${file}:${line} ${found[3] ?? ""}`.trimEnd() : path;
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
