import { UsageProblem } from "./report.js";
import type { UsageWording } from "./wording/problem.js";

/** A positive whole number given as an option; throws `UsageProblem` for anything else. */
export function positiveOption(words: UsageWording, option: string, text: string): number {
  const n = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (n < 1) throw new UsageProblem(words.notNumber(option, text));
  return n;
}
