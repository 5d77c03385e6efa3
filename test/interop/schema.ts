import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The published schema of the tree's JSON form. */
export const schemaFile = new URL("../../grammar/tree.schema.json", import.meta.url);

/** What the published schema says of each document: what is wrong, or `null`. */
export function judged(documents: readonly unknown[]): readonly (readonly string[] | null)[] {
  const script = fileURLToPath(new URL("validate.mjs", import.meta.url));
  const out = execFileSync(process.execPath, [script, fileURLToPath(schemaFile)], {
    input: JSON.stringify(documents),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    // ajv makes code from a schema.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return JSON.parse(out) as readonly (readonly string[] | null)[];
}
