import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { testWording } from "../wording/test.js";
import { coverageText } from "./coverage-pretty.js";
import { type CaseResult, type FileResult, isBelow, isFailed, type TestResult } from "./result.js";
import { mismatchTexts } from "./said.js";

/** JUnit's XML: a suite for each file; the coverage, if a least one is asked for, is a suite of one case. */
export function renderJunit(result: TestResult, language: Language): string {
  const suites = [...result.files.map((file) => suiteOf(file, language)), ...coverageSuite(result, language)];
  const [tests, failures] = [suites.reduce((sum, { cases }) => sum + cases.length, 0), sumOfFailures(suites)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: "touchline", tests, failures })}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly line: number | null;
  /** The lines that tell why it fails; empty if it passes. */
  readonly failure: readonly string[];
}

function suiteOf({ name, cases }: FileResult, language: Language): Suite {
  return { name, cases: cases.map((each) => caseOf(each, language)) };
}

function caseOf(each: CaseResult, language: Language): Case {
  const { expected, got } = testWording[language];
  const failure = each.mismatches.map((mismatch) => {
    const [about, wanted, came] = mismatchTexts(mismatch, language);
    return `${about}: ${expected} ${wanted}; ${got} ${came}`;
  });
  return { name: each.scenario.name, line: each.line, failure: isFailed(each) ? failure : [] };
}

function coverageSuite(result: TestResult, language: Language): Suite[] {
  const { coverage, least } = result;
  if (coverage === null || least === null) return [];
  const words = testWording[language];
  const name = coverageText(coverage, words);
  return [{ name: "coverage", cases: [{ name, line: null, failure: isBelow(result) ? [words.below(least)] : [] }] }];
}

function sumOfFailures(suites: readonly Suite[]): number {
  return suites.reduce((sum, { cases }) => sum + cases.filter(({ failure }) => failure.length > 0).length, 0);
}

function suiteLines(suite: Suite): string[] {
  const { name, cases } = suite;
  const failures = sumOfFailures([suite]);
  return [
    `  <testsuite${attributes({ name, tests: cases.length, failures })}>`,
    ...cases.flatMap((each) => caseLines(each, name)),
    "  </testsuite>",
  ];
}

function caseLines({ name, line, failure }: Case, suite: string): string[] {
  const place: Record<string, string | number> = line === null ? {} : { file: suite, line };
  const head = `    <testcase${attributes({ name, classname: suite, ...place })}`;
  const [first] = failure;
  if (first === undefined) return [`${head}/>`];
  return [
    `${head}>`,
    `      <failure${attributes({ message: first })}>${escaped(failure.join("\n"))}</failure>`,
    "    </testcase>",
  ];
}

function attributes(named: Readonly<Record<string, string | number>>): string {
  return Object.entries(named)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Control characters, which XML has no way to write, are shown by their numbers. */
function escaped(text: string): string {
  return text
    .split("\n")
    .map((line) => visible(line).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign))
    .join("\n");
}
