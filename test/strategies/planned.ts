import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../../src/compile.js";
import type { Cancellation, Decision, Ghost } from "../../src/decide/decision.js";
import type { Entry } from "../../src/decide/entry.js";
import { renderPretty } from "../../src/diagnostic/pretty.js";
import { readCalibrationFile } from "../../src/host/calibration-files.js";
import { readStrategyFiles } from "../../src/host/strategy-files.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";
import type { PlanResult, StrategyPlan } from "../../src/population/plan-result.js";
import type { Program } from "../../src/program/program.js";

/** The folder of a project in `strategies/`. */
export function projectFolder(name: string): string {
  return fileURLToPath(new URL(`../../strategies/${name}/`, import.meta.url));
}

/** Compiles a folder's strategies; what is wrong with them is thrown as people would see it. */
export function compileFolder(folder: string): Program {
  const { sources } = readStrategyFiles(folder);
  const { calibrations } = readCalibrationFile(folder);
  const { program, diagnostics } = compile(sources, { calibrations });
  if (program === null || diagnostics.length > 0)
    throw new Error(renderPretty(diagnostics, sources, "en", { colour: false }));
  return program;
}

export interface Planned {
  readonly result: PlanResult;
  readonly decisions: readonly Decision[];
  readonly ghosts: readonly Ghost[];
  readonly cancellations: readonly Cancellation[];
}

/** Plans `(since, until]`, given as ISO 8601, over the data of a folder. */
export async function planned(
  folder: string,
  program: Program,
  since: string,
  until: string,
  { dataRoot, entries }: { dataRoot?: string; entries?: ReadonlyMap<string, readonly Entry[]> } = {},
): Promise<Planned> {
  const decisions: Decision[] = [];
  const ghosts: Ghost[] = [];
  const cancellations: Cancellation[] = [];
  const data = parseDataMap({ name: "data.yaml", text: readFileSync(join(folder, "data.yaml"), "utf8") });
  const result = await planPopulation({
    project: folder,
    program,
    data,
    dataRoot,
    since: Date.parse(since),
    until: Date.parse(until),
    entries,
    onDecision: (decision) => decisions.push(decision),
    onGhost: (ghost) => ghosts.push(ghost),
    onCancellation: (cancellation) => cancellations.push(cancellation),
  });
  return { result, decisions, ghosts, cancellations };
}

/** What was recorded before, from a file of one JSON object a line. */
export function readEntries(path: string): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const line of readFileSync(path, "utf8").trimEnd().split("\n")) {
    const entry = JSON.parse(line) as Entry & { readonly user: string };
    entries.set(entry.user, [...(entries.get(entry.user) ?? []), entry]);
  }
  return entries;
}

/** How many of a strategy's candidates a gate refused, by code; empty if none. */
export function refusedAt(plan: StrategyPlan, gate: string): Readonly<Record<string, number>> {
  return plan.funnel.find((one) => one.gate === gate)?.refused ?? {};
}
