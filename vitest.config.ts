import { defineConfig } from "vitest/config";
import { plant } from "./test/agree/plant.js";

// Every test worker, and every process that a test starts, runs without code made from text and without `__proto__`.
const hardened = ["--disallow-code-generation-from-strings", "--disable-proto=delete"];

/** `isolate: false` loads what the files share once per worker, not once per file: half of the time of many small files. */
const suite = (name: string, include: string, timeout: number, setupFiles: string[] = [], isolate = true) => ({
  plugins: plant(),
  test: {
    name,
    include: [include],
    setupFiles,
    isolate,
    pool: "forks" as const,
    execArgv: hardened,
    env: { NODE_OPTIONS: hardened.join(" ") },
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});

const minute = 60_000;

export default defineConfig({
  test: {
    // By default one core stays free for watching: on two cores that is half of the machine.
    maxWorkers: "100%",
    projects: [
      suite("fast", "test/**/*.test.ts", minute, ["test/house/same-seed.ts"], false),
      suite("long", "test/**/*.long.ts", 20 * minute, ["test/house/same-seed.ts"]),
      suite("bench", "test/bench/*.bench.ts", 20 * minute),
      suite("nightly", "test/nightly/*.nightly.ts", 24 * 60 * minute),
    ],
  },
});
