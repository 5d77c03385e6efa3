import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { testWording } from "../wording/test.js";
import { coverageText } from "./coverage-pretty.js";
import { allCases, type CaseResult, isBelow, isFailed, type TestResult } from "./result.js";
import { mismatchTexts } from "./said.js";

/** TAP 14: a line for each case, with a YAML block for each that fails; the coverage, if a least one is asked for, is a case too. */
export function renderTap(result: TestResult, language: Language): string {
  const cases = allCases(result);
  const { coverage, least } = result;
  const words = testWording[language];
  const points = cases.flatMap((each, place) => casePoint(each, place + 1, language));
  if (coverage && least !== null) points.push(point(!isBelow(result), cases.length + 1, coverageText(coverage, words)));
  const total = cases.length + (coverage && least !== null ? 1 : 0);
  const notes = coverage && least === null ? [`# ${coverageText(coverage, words)}`] : [];
  return `${["TAP version 14", `1..${total}`, ...points, ...notes].join("\n")}\n`;
}

function casePoint(each: CaseResult, n: number, language: Language): string[] {
  const { scenario, line, mismatches } = each;
  const head = point(!isFailed(each), n, scenario.name);
  if (!isFailed(each)) return [head];
  const told = mismatches.map((mismatch) => mismatchTexts(mismatch, language));
  return [
    head,
    "  ---",
    `  at: ${JSON.stringify(`${scenario.span.file}:${line}`)}`,
    "  mismatches:",
    ...told.map(([about, expected, got]) => `    - ${JSON.stringify({ about, expected, got })}`),
    "  ...",
  ];
}

/** `#` would begin a directive, and `\` an escape. */
function point(passes: boolean, n: number, description: string): string {
  const text = visible(description).replaceAll("\\", "\\\\").replaceAll("#", "\\#");
  return `${passes ? "ok" : "not ok"} ${n} - ${text}`;
}
