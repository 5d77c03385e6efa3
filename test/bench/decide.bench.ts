import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("./decide.mjs", import.meta.url));

it("decides about one user at a time from a loaded bundle", () => {
  const bundle = spawnSync(process.execPath, [script, "bundle"], { encoding: "utf8" });
  expect(bundle.stderr).toBe("");
  const run = spawnSync(process.execPath, [script], { encoding: "utf8", input: bundle.stdout });
  console.log(run.stdout, run.stderr);
  expect(run.status).toBe(0);
});
