import type { Program } from "../program/program.js";
import { nearest } from "../text/nearest.js";
import { UsageProblem } from "./report.js";
import type { UsageWording } from "./wording/problem.js";

/** Throws `UsageProblem` for the first id that no strategy has. */
export function knownStrategies(words: UsageWording, program: Program, asked: readonly string[]): void {
  const ids = program.strategies.map(({ id }) => id);
  const unknown = asked.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new UsageProblem(words.unknownStrategy(unknown, nearest(unknown, ids), ids));
}
