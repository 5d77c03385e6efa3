import { mkdirSync, readdirSync } from "node:fs";
import { FileProblem, systemCode } from "./problem.js";

/**
 * Makes sure that a folder exists and holds nothing, so that nobody's files are overwritten.
 * Throws `FileProblem`, naming the folder `shown`.
 */
export function emptyFolder(folder: string, shown: string): void {
  let names: readonly string[];
  try {
    mkdirSync(folder, { recursive: true });
    names = readdirSync(folder);
  } catch (error) {
    const reason = systemCode(error);
    throw new FileProblem(reason === "EEXIST" || reason === "ENOTDIR" ? "not-a-folder" : "unwritable", shown, reason);
  }
  if (names.some((name) => !name.startsWith("."))) throw new FileProblem("folder-in-use", shown, "");
}
