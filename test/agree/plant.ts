import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { planted } from "./planted.js";
import type { Planted } from "./planted-bug.js";

/** Names the planted bug to run with, by its `what`; unset, everything runs as it is written. */
export const PLANTED = "TOUCHLINE_PLANTED";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The file of a planted bug as it is written. */
export function sourceOf({ file }: Planted): string {
  return readFileSync(root + file, "utf8");
}

/** The source with the bug in it. A bug that no longer has one place of its own is an error. */
export function withBug({ what, file, from, to }: Planted, source: string): string {
  const pieces = source.split(from);
  if (pieces.length !== 2)
    throw new Error(`\`${what}\`: found ${pieces.length - 1} times in ${file}, not once: ${from}`);
  return pieces.join(to);
}

/** The name of no bug: everything runs as it is written, under the conditions of a planted run. */
export const NOTHING = "nothing";

/** What puts a bug into its file while it is loaded; the same for a test runner and for a bundler. */
export interface Planter {
  readonly name: "plant";
  readonly enforce: "pre";
  readonly transform: (code: string, id: string) => string | null;
}

/** Puts the bug that the environment names into its file while a test loads it; nothing is written to disk. */
export function plant(): Planter[] {
  const what = process.env[PLANTED];
  return what === undefined ? [] : [planter(what)];
}

export function planter(what: string): Planter {
  const bug = planted.find((each) => each.what === what);
  if (!bug && what !== NOTHING) throw new Error(`${PLANTED}: no planted bug is called \`${what}\``);
  return {
    name: "plant",
    enforce: "pre",
    transform: (code, id) => (bug && id === root + bug.file ? withBug(bug, code) : null),
  };
}
