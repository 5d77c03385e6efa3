import type { Explanation } from "../../decide/explanation.js";
import type { Scenario } from "../../host/scenario/scenario.js";
import type { Program } from "../../program/program.js";
import type { Coverage } from "./coverage.js";
import type { Mismatch } from "./judge.js";

export interface CaseResult {
  readonly scenario: Scenario;
  /** From 1. */
  readonly line: number;
  /** Empty if it passes. */
  readonly mismatches: readonly Mismatch[];
  /** The way of each strategy that did otherwise than expected. */
  readonly explanations: readonly Explanation[];
  readonly zone: string;
}

export interface FileResult {
  readonly name: string;
  readonly cases: readonly CaseResult[];
}

export interface TestResult {
  readonly program: Program;
  readonly files: readonly FileResult[];
  /** `null` if nobody asked for it. */
  readonly coverage: Coverage | null;
  /** The least share of clauses, in percent, that the cases must cover; `null` for none. */
  readonly least: number | null;
}

export function allCases({ files }: Pick<TestResult, "files">): CaseResult[] {
  return files.flatMap(({ cases }) => cases);
}

export function isFailed({ mismatches }: CaseResult): boolean {
  return mismatches.length > 0;
}

/** Whether fewer clauses are covered than was asked for. */
export function isBelow({ coverage, least }: Pick<TestResult, "coverage" | "least">): boolean {
  if (coverage === null || least === null) return false;
  return coverage.covered * 100 < least * coverage.wanted;
}

export function isFine(result: TestResult): boolean {
  return !allCases(result).some(isFailed) && !isBelow(result);
}
