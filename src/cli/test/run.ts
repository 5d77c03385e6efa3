import { InputError } from "../../decide/input-error.js";
import type { Explanation } from "../../decide/explanation.js";
import { type Diagnostic, diagnostic } from "../../diagnostic/diagnostic.js";
import type { InputProblem } from "../../diagnostic/scenario.js";
import type { Scenario } from "../../host/scenario/scenario.js";
import type { ScenarioFiles } from "../../host/scenario/files.js";
import { loadProgram } from "../../index.js";
import type { Program } from "../../program/program.js";
import type { Source } from "../../text/source.js";
import { lineStarts, positionAt } from "../../text/source.js";
import type { Span } from "../../text/span.js";
import { judge, type Mismatch } from "./judge.js";
import { createRehearsal, engineFor, type Rehearsed } from "./rehearsal.js";
import type { CaseResult, FileResult } from "./result.js";

export interface Ran {
  readonly files: readonly FileResult[];
  /** The cases that pass, ready to be decided again. */
  readonly passing: readonly Rehearsed[];
  /** Cases that say what no user can be; then nothing was run. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the cases of a project. */
export function runCases(program: Program, { files, sources }: Pick<ScenarioFiles, "files" | "sources">): Ran {
  const rehearse = createRehearsal(program);
  const diagnostics: Diagnostic[] = [];
  const rehearsed = files.map(({ name, scenarios }) => ({
    name,
    cases: scenarios.flatMap((scenario) => {
      try {
        return [rehearse(scenario)];
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        diagnostics.push(...problemsOf(error, scenario));
        return [];
      }
    }),
  }));
  if (diagnostics.length > 0) return { files: [], passing: [], diagnostics: once(diagnostics) };
  const passing: Rehearsed[] = [];
  const engine = engineFor(program);
  const explain = createExplainer(program);
  const lineOf = createLines(sources);
  const results = rehearsed.map(({ name, cases }) => ({
    name,
    cases: cases.map((one): CaseResult => {
      const { scenario, zone } = one;
      const mismatches = judge(program, one, one.decide(engine));
      if (mismatches.length === 0) passing.push(one);
      return { scenario, zone, line: lineOf(scenario.span), mismatches, explanations: explain(scenario, mismatches) };
    }),
  }));
  return { files: results, passing, diagnostics };
}

/** Shown where the value stands, or, of what is missing, where the whole stands that lacks it. */
function problemsOf({ problems }: InputError, { places, span }: Scenario): Diagnostic[] {
  return problems.map(({ path, code, args }) => {
    const place = places.get(path) ?? places.get(path.slice(0, path.lastIndexOf("."))) ?? span;
    return diagnostic("scenario-input", place, { problem: { code, args } as InputProblem });
  });
}

/** What all cases start from is wrong in each of them, and told once. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Map(diagnostics.map((one) => [`${one.span.file}:${one.span.start}`, one]));
  return [...told.values()];
}

/** Whose text alone is otherwise went the right way. */
function isAboutText({ about }: Mismatch): boolean {
  return about.is === "touch" && about.field.startsWith("text.");
}

/** The way of each strategy that did otherwise than expected; a program is loaded once, and only if a case fails. */
function createExplainer(program: Program): (scenario: Scenario, mismatches: readonly Mismatch[]) => Explanation[] {
  let loaded: ReturnType<typeof loadProgram> | null = null;
  return ({ user, events, entries, since, until }, mismatches) => {
    const strategies = new Set(mismatches.flatMap((each) => (isAboutText(each) ? [] : (each.strategy ?? []))));
    return [...strategies].map((strategy) => {
      loaded ??= loadProgram(program);
      return loaded.explain({ user, events, entries, since, until, strategy });
    });
  };
}

function createLines(sources: readonly Source[]): (span: Span) => number {
  const starts = new Map(sources.map(({ name, text }) => [name, lineStarts(text)]));
  return ({ file, start }) => positionAt(starts.get(file) ?? [0], start).line;
}
