import { defineConfig } from "vitest/config";

// Every test worker, and every process that a test starts, runs without code generation from strings and without `__proto__`.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    execArgv: ["--disallow-code-generation-from-strings", "--disable-proto=delete"],
    testTimeout: 60_000,
  },
});
