import type { Zone } from "../../calendar/zone.js";
import type { Calibrated } from "../../population/calibrate.js";
import type { Fit, Program } from "../../program/program.js";

/** What `calibrate` tells. */
export interface CalibrateView {
  readonly dir: string;
  readonly until: number;
  readonly zone: Zone;
  readonly calibrated: Calibrated;
  /** By lifecycle: how many users are in each stage, with the new numbers. */
  readonly sizes: readonly (readonly number[])[];
  /** With `--diff`: what is now, and what would change. */
  readonly diff: Diff | null;
}

export interface Diff {
  /** Compiled with the numbers as they are. */
  readonly before: Program;
  /** By lifecycle: how many users would stand elsewhere. */
  readonly moved: readonly number[];
}

/** The fit of a name; the checker knows each name once. */
export function fitNamed(program: Program, id: string): Fit | undefined {
  return program.analysis.fits.find((fit) => fit.id === id);
}
