import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PLANTED } from "./plant.js";
import type { Catcher } from "./planted-bug.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The tests that each catcher runs. */
const files: { readonly [C in Catcher]: readonly string[] } = {
  cases: ["test/conformance/engine.test.ts"],
  agreement: ["test/agree/agreement.test.ts"],
  facts: ["test/agree/sql-history.test.ts"],
  where: ["test/agree/where-sql.test.ts"],
};

/** How the tests of a catcher went. A file that could not be loaded has neither passed nor failed a test. */
export interface PlantedRun {
  readonly passed: number;
  readonly failed: readonly string[];
  /** What the run said besides, to be shown if it was not what it should be. */
  readonly said: string;
}

/** Runs the tests of a catcher with a bug planted, or with none; after the first test that fails it stops. */
export function runPlanted(what: string, by: Catcher): Promise<PlantedRun> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const environment = Object.fromEntries(Object.entries(inherited).filter(([name]) => !name.startsWith("VITEST")));
  const argv = ["node_modules/vitest/vitest.mjs", "run", "--project", "fast", "--bail", "1", "--no-file-parallelism"];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...argv, "--reporter", "json", ...files[by]],
      { cwd: root, env: { ...environment, [PLANTED]: what }, maxBuffer: 2 ** 28 },
      (_error, stdout, stderr) => resolve(readRun(stdout, stderr)),
    );
  });
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function readRun(stdout: string, stderr: string): PlantedRun {
  const start = stdout.indexOf('{"numTotalTestSuites"');
  if (start < 0) return { passed: 0, failed: [], said: stdout + stderr };
  const report = JSON.parse(stdout.slice(start)) as Report;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    said: [...report.testResults.map(({ message }) => message), stderr].join("\n"),
  };
}
