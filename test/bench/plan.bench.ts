import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { cost, type Measured, touchline } from "./measured.js";

// Whole `plan` runs, printed. The figures belong to the machine that prints them, so nothing here is asserted but success.

const root = fileURLToPath(new URL("../../", import.meta.url));
const starbucks = join(root, "../shared/data/starbucks");

/** The share of each stage, as `plan` itself reports it. */
function shares(run: Measured): string {
  const { timings } = JSON.parse(run.stdout) as { timings: { stage: string; ms: number }[] };
  const total = timings.reduce((sum, { ms }) => sum + ms, 0);
  return timings.map(({ stage, ms }) => `${stage} ${((100 * ms) / total).toFixed(0)} %`).join(", ");
}

function report(what: string, run: Measured): void {
  expect(run.status, run.stderr).toBe(0);
  console.log(`${what}: ${cost(run)}\n  ${shares(run)}`);
}

it("plans the coffee shop", async () => {
  if (!existsSync(starbucks)) return console.log("skipped: the Starbucks data is not beside the repository");
  const until = "2018-07-20T18:00:00Z";
  const args = ["plan", join(root, "strategies/coffee"), "--data", starbucks, "--until", until, "--format", "json"];
  await touchline(...args);
  report("plan of coffee, 17,000 users, 306,534 events", await touchline(...args));
});

it("plans a sample of a million users", async () => {
  const users = Number(process.env["BENCH_USERS"] ?? 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), "touchline-bench-"));
  try {
    const sample = await touchline("sample", join(folder, "shop"), "--users", String(users));
    expect(sample.status, sample.stderr).toBe(0);
    console.log(`sample of ${users} users: ${cost(sample)}; ${availableParallelism()} cores`);
    const until = /--until (\S+)/.exec(sample.stdout)?.[1] as string;
    const out = join(folder, "decisions.jsonl");
    const args = ["plan", join(folder, "shop"), "--until", until, "--format", "json", "--out", out];
    report(`plan of ${users} users`, await touchline(...args));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
