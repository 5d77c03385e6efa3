import { defineConfig } from "vitest/config";
import { plant } from "./test/agree/plant.js";

// Every test worker, and every process that a test starts, runs without code made from text and without `__proto__`.
const hardened = ["--disallow-code-generation-from-strings", "--disable-proto=delete"];

const suite = (name: string, include: string, timeout: number, setupFiles: string[] = []) => ({
  plugins: plant(),
  test: {
    name,
    include: [include],
    setupFiles,
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
      suite("fast", "test/**/*.test.ts", minute, ["test/house/same-seed.ts"]),
      suite("long", "test/**/*.long.ts", 20 * minute, ["test/house/same-seed.ts"]),
      suite("bench", "test/bench/*.bench.ts", 20 * minute),
      suite("nightly", "test/nightly/*.nightly.ts", 24 * 60 * minute),
    ],
  },
});
