import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { emptyFolder } from "./folder.js";
import { FileProblem, systemCode } from "./problem.js";
import { openAside } from "./side-file.js";

/**
 * Writes files into a new or empty folder; their names are relative, with forward slashes. Throws `FileProblem`, naming the
 * folder as `shown`; nothing that stood there is overwritten.
 */
export function writeNewFiles(
  folder: string,
  shown: string,
  files: readonly { readonly file: string; readonly text: string }[],
): void {
  emptyFolder(folder, shown);
  for (const { file, text } of files) {
    const path = join(folder, file);
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      throw new FileProblem("unwritable", join(shown, file), systemCode(error));
    }
    const out = openAside(path, join(shown, file));
    out.write(text);
    out.commit();
  }
}
