import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The built command; `npm test` builds it first. */
export const builtMain = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

/** Throws a plain sentence if there is no build to start. */
export function requireBuild(): void {
  if (!existsSync(builtMain)) throw new Error("there is no build: run `npm run build`, or the tests by `npm test`");
}
