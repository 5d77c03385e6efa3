import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { planter, PLANTED } from "./plant.js";
import type { Catcher } from "./planted-bug.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The tests of the catchers that need a test runner, for they read databases. */
const files: { readonly [C in Exclude<Catcher, Bundled>]: readonly string[] } = {
  facts: ["test/agree/sql-history.test.ts"],
  where: ["test/agree/where-sql.test.ts"],
};

/** The catchers that are run from a bundle of their own, which takes a third of the time. */
type Bundled = "cases" | "agreement" | "history" | "whole";

const programs: { readonly [C in Bundled]: string } = {
  cases: "test/agree/caught.ts",
  agreement: "test/agree/caught.ts",
  history: "test/history/caught.ts",
  whole: "test/agree/caught.ts",
};

/** How the tests of a catcher went. A file that could not be loaded has neither passed nor failed a test. */
export interface PlantedRun {
  readonly passed: number;
  readonly failed: readonly string[];
  /** What the run said besides, to be shown if it was not what it should be. */
  readonly said: string;
}

/** Runs a catcher with a bug planted, or with none; after the first failure it stops. Of the cases those of `theme` are tried first. */
export function runPlanted(what: string, by: Catcher, theme: string | null = null): Promise<PlantedRun> {
  return by === "facts" || by === "where" ? runTests(what, files[by]) : runBundled(what, by, theme);
}

async function runBundled(what: string, by: Bundled, theme: string | null): Promise<PlantedRun> {
  const folder = mkdtempSync(join(root, "node_modules/.cache-planted-"));
  try {
    const file = join(folder, "caught.mjs");
    const bundle = await rolldown({
      input: join(root, programs[by]),
      platform: "node",
      plugins: [planter(what), whereItWas],
    });
    await bundle.write({ file, codeSplitting: false });
    return await new Promise((resolve) => {
      execFile(
        process.execPath,
        [...hardened, file, by, ...(theme === null ? [] : [theme])],
        { maxBuffer: 2 ** 28 },
        (_error, stdout, stderr) =>
          resolve(stdout === "" ? { passed: 0, failed: [], said: stderr } : (JSON.parse(stdout) as PlantedRun)),
      );
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hardened = ["--disallow-code-generation-from-strings", "--disable-proto=delete"];

/** What is bundled finds its files where it was written. */
const whereItWas = {
  name: "where it was",
  transform: (code: string, id: string) =>
    id.startsWith(join(root, "test"))
      ? code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
      : null,
};

function runTests(what: string, tests: readonly string[]): Promise<PlantedRun> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const environment = Object.fromEntries(Object.entries(inherited).filter(([name]) => !name.startsWith("VITEST")));
  const argv = ["node_modules/vitest/vitest.mjs", "run", "--project", "fast", "--bail", "1", "--no-file-parallelism"];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...argv, "--reporter", "json", ...tests],
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
