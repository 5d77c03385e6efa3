import type { Frequency } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";

/** A hundred years, as for every window. */
const MOST_DAYS = 36_600;

/** A frequency that never having done it would meet is refused: it reads as if something had been done. */
export function frequencyFits(c: Checker, frequency: Frequency | null): boolean {
  if (!frequency) return true;
  const least = leastOf(frequency);
  const text = c.phrases.textOf(frequency.span);
  if (!Number.isSafeInteger(least) || (frequency.is === "streak" && least > MOST_DAYS)) {
    c.report.add("too-large", frequency.span, { text });
    return false;
  }
  if (least < 1) {
    c.report.add("bad-frequency", frequency.span, { text });
    return false;
  }
  if (frequency.is !== "times" || frequency.most === null || frequency.most >= least) return true;
  c.report.add("empty-range", frequency.span, { low: `${least}`, high: `${frequency.most}` });
  return false;
}

/** How many events there are at the least when a frequency is met: on so many days, at least one on each. */
export function timesOf(frequency: Frequency | null): number {
  return frequency ? leastOf(frequency) : 1;
}

function leastOf(frequency: Frequency): number {
  return frequency.is === "streak" ? frequency.days : frequency.least;
}
