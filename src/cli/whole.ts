import { UsageProblem } from "./report.js";
import type { UsageWording } from "./wording/problem.js";

/** A whole number given as an option, `least` or more; throws `UsageProblem` for anything else. */
export function wholeOption(words: UsageWording, option: string, text: string, least: number): number {
  const n = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (n < least) throw new UsageProblem(words.notNumber(option, text, least));
  return n;
}
