import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

// The work runs in a plain Node over the built files, as it does where Touchline is embedded.

it("computes facts from an ordered history", () => {
  const script = fileURLToPath(new URL("./facts.mjs", import.meta.url));
  const run = spawnSync(process.execPath, [script], { encoding: "utf8" });
  console.log(run.stdout, run.stderr);
  expect(run.status).toBe(0);
});
