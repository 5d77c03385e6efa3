import { formatInstant } from "../../calendar/instant.js";
import type { Language } from "../../diagnostic/wording.js";
import type { Program } from "../../program/program.js";
import { programHash } from "../../program/hash.js";
import { explainDocument } from "../explain/json.js";
import type { Interval } from "../instant.js";
import type { CoveredOwner } from "./coverage.js";
import { allCases, type CaseResult, isFailed, isFine, type TestResult } from "./result.js";
import { mismatchTexts } from "./said.js";

/** The cases for machines. `format_version` grows when a reader of the old form would misread the new one. */
export function testDocument(result: TestResult, language: Language): object {
  const { coverage, least } = result;
  const cases = allCases(result);
  return {
    format_version: 1,
    ok: isFine(result) && cases.length > 0,
    passed: cases.filter((each) => !isFailed(each)).length,
    failed: cases.filter(isFailed).length,
    cases: cases.map((each) => caseDocument(each, result.program, language)),
    coverage: coverage && {
      wanted: coverage.wanted,
      covered: coverage.covered,
      least,
      owners: coverage.owners.map(ownerDocument),
    },
  };
}

function caseDocument(each: CaseResult, program: Program, language: Language): object {
  const { scenario, line, mismatches, explanations } = each;
  return {
    file: scenario.span.file,
    line,
    name: scenario.name,
    ...intervalDocument(scenario),
    ok: !isFailed(each),
    mismatches: mismatches.map((mismatch) => {
      const [about, expected, got] = mismatchTexts(mismatch, language);
      return { strategy: mismatch.strategy, about, expected, got };
    }),
    explanations: explanations.map((one) => explainDocument(one, scenario, programHash(program))),
  };
}

function intervalDocument({ since, until }: Interval): object {
  return { since: formatInstant(since), until: formatInstant(until) };
}

function ownerDocument({ is, id, label, named, clauses }: CoveredOwner): object {
  return {
    is,
    id,
    label,
    named,
    clauses: clauses.map(({ n, phrase, holds, fails, decisive }) => ({
      n,
      text: phrase?.text ?? null,
      file: phrase?.file ?? null,
      line: phrase?.line ?? null,
      holds,
      fails,
      decisive,
    })),
  };
}
