import type { Calibration } from "../../program/calibration.js";
import type { Fit } from "../../program/program.js";
import type { CurvePoint } from "./silences.js";

/** Fewer silences, or users that a share is of, say too little: then what stands after `otherwise` is taken. */
export const LEAST_SAMPLE = 100;

/** What was found for one fit, with what it was found from. */
export interface Fitting {
  readonly fit: Fit;
  readonly calibration: Calibration;
  readonly seen: Seen;
}

/** What a person wants to see beside a number. */
export type Seen =
  | {
      readonly is: "period";
      readonly curve: readonly CurvePoint[];
      /** `thin`: too few silences before a rate fell below the bound; `none`: no candidate's rate did. Both take `otherwise`. */
      readonly how: "found" | "thin" | "none";
    }
  /** `users` of `among` pass. */
  | { readonly is: "share"; readonly users: number; readonly among: number; readonly how: "found" | "thin" }
  /** The exact total of each score in stored units, over so many members. */
  | { readonly is: "value"; readonly members: number; readonly totals: readonly bigint[] }
  | { readonly is: "groups"; readonly members: number; readonly totals: readonly bigint[] };

/** Why something cannot be fitted. */
export type FitProblem =
  /** Nobody is in what the value, or the groups, are about. */
  | { readonly fit: Fit; readonly why: "nobody" }
  /** Fewer groups than were asked for have members. */
  | {
      readonly fit: Fit;
      readonly why: "groups";
      readonly asked: number;
      readonly found: number;
      readonly members: number;
    }
  /** The database cannot judge which events count. */
  | { readonly fit: Fit; readonly why: "where" };
