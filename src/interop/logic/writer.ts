import type { Program, Test } from "../../program/program.js";
import type { Json } from "../tree/write.js";
import type { FactNames, Named } from "./fact-names.js";

/** Why a test cannot be said in JSON Logic. */
export type Unsaid =
  /** Doubles would have to be larger than they are exact for: facts may be at most `limit` in size, if any at all. */
  | { readonly is: "inexact"; readonly limit: string | null }
  /** A sign, or a date moved by months, of a date that is computed. */
  | { readonly is: "computed"; readonly what: "zodiac" | "shiftMonths" }
  /** It depends on the event that starts the strategy, or on touches before: no profile and no history tells that. */
  | { readonly is: "elsewhere"; readonly what: "trigger" | "touches" };

/** Thrown where a test cannot be said. */
export class CannotSay extends Error {
  constructor(readonly why: Unsaid) {
    super(why.is);
    this.name = "CannotSay";
  }
}

/** What a rule reads. */
export interface Reads {
  read(named: Named): void;
  /** The facts may be no larger than this for the rule to be exact. */
  limit(name: string, size: bigint): void;
}

/** What tests, numbers and choices are written with. Each may hold the others, so they reach each other through this. */
export interface Writer {
  readonly program: Program;
  readonly names: FactNames;
  readonly reads: Reads;
  readonly rule: (test: Test) => Json;
}
