import { defineConfig } from "vitest/config";

/** The tests that say what check and facts must do; those that start processes or databases would only slow the mutants down. */
export default defineConfig({
  test: {
    include: [
      "test/check/**/*.test.ts",
      "test/message/**/*.test.ts",
      "test/facts/**/*.test.ts",
      "test/conformance/engine.test.ts",
    ],
    setupFiles: ["test/house/same-seed.ts"],
    testTimeout: 60_000,
  },
});
