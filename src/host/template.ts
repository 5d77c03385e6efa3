import { cpSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { shipped } from "../text/package.js";
import { emptyFolder } from "./folder.js";
import { FileProblem, systemCode } from "./problem.js";

/** The instant that the template's rows are made for: the argument of `touchline plan --until`. */
export const templateUntil = "2026-06-18T12:00:00Z";

/**
 * Copies `strategies/starter`, the smallest project that does something, into a folder that is made if need be.
 * Returns the copied files' names, relative and sorted. Throws `FileProblem`, naming the folder `shown`: nothing is ever overwritten.
 */
export function copyTemplate(folder: string, shown: string = folder): readonly string[] {
  const starter = fileURLToPath(shipped(import.meta.url, "strategies/starter/"));
  emptyFolder(folder, shown);
  try {
    cpSync(starter, folder, { recursive: true, errorOnExist: true, force: false });
    return fileNames(starter, "").sort();
  } catch (error) {
    throw new FileProblem("unwritable", shown, systemCode(error));
  }
}

function fileNames(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? fileNames(`${folder}/${entry.name}`, `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}
