import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FileProblem, systemCode } from "./problem.js";

/**
 * Copies the files of a folder into another, which is made if it does not exist. Nothing is overwritten: if one of the
 * files is there already, none is copied. Returns the names, sorted, with forward slashes. Throws `FileProblem`.
 */
export function copyTemplate(template: URL, to: string, shown: string): string[] {
  const from = fileURLToPath(template);
  const names = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length).replaceAll("\\", "/"))
    .sort();
  const taken = names.find((name) => existsSync(join(to, name)));
  if (taken !== undefined) throw new FileProblem("file-in-use", join(shown, taken), "");
  let at = shown;
  try {
    for (const name of names) {
      at = join(shown, name);
      mkdirSync(dirname(join(to, name)), { recursive: true });
      copyFileSync(join(from, name), join(to, name));
    }
  } catch (error) {
    throw new FileProblem("unwritable", at, systemCode(error));
  }
  return names;
}
