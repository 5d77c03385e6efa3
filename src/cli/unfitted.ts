import type { Program } from "../program/program.js";

/** Whether it can be told who is in which stage: numbers that were to be found in the population have been found. */
export function isFitted({ analysis }: Program, lifecycle: number): boolean {
  return analysis.fits.every((fit) => {
    if (fit.fitted !== null) return true;
    if (fit.is === "groups") return fit.lifecycle !== lifecycle;
    if (fit.is !== "value" || fit.lifecycle !== lifecycle) return true;
    return fit.split === null && fit.quantiles.length === 0;
  });
}
