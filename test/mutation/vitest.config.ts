import { defineConfig } from "vitest/config";

const engine = "test/conformance/engine.test.ts";

/** The tests that say what a room must do; those that start processes or databases would only slow the mutants down. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  check: ["test/check/**/*.test.ts", "test/message/**/*.test.ts", engine],
  facts: ["test/facts/**/*.test.ts", engine],
};

/** One room, if the environment names it, is done sooner: `MUTATION_ROOM=facts npm run mutation -- -m "src/facts/range.ts"`. */
const tests = rooms[process.env["MUTATION_ROOM"] ?? ""] ?? Object.values(rooms).flat();

export default defineConfig({
  test: {
    include: [...tests],
    setupFiles: ["test/house/same-seed.ts"],
    // A mutant is a planted bug: one failing case is enough, and nobody reads the smallest.
    env: { TOUCHLINE_PLANTED: "mutation" },
    testTimeout: 60_000,
  },
});
