// npm run nightly -- --minutes N [--seed S]
// Runs every nightly law for its share of N minutes, from a seed that it prints, so that a failure can be run again.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const minutes = Number(values.minutes ?? 20);
const seed = Number(values.seed ?? Math.floor(Date.now() / 1000));
if (!(minutes > 0) || !Number.isSafeInteger(seed)) {
  console.error("usage: npm run nightly -- --minutes N [--seed S]   (N above 0, S a whole number)");
  process.exit(2);
}

console.log(`nightly: ${minutes} minutes from seed ${seed}`);
const run = spawnSync("npx", ["vitest", "run", "--project", "nightly", "--no-file-parallelism", "--disable-console-intercept"], {
  stdio: "inherit",
  env: { ...process.env, TOUCHLINE_MINUTES: String(minutes), TOUCHLINE_SEED: String(seed) },
});
process.exit(run.status ?? 1);
