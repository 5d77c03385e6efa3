import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { Source } from "../../src/compile.js";

/** The strategy files of a project in this repository, in the order in which the command reads them. */
export function sourcesOf(project: string): Source[] {
  const folder = fileURLToPath(new URL(`../../strategies/${project}`, import.meta.url));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".touch"))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}
