import type { SequenceStep, Test } from "../program/program.js";
import type { EventEntry } from "./catalogue.js";

/** An event with the test that its fields must pass. */
export interface Matched {
  readonly entry: EventEntry;
  readonly event: number;
  readonly where: Test | null;
  /** Equal for tests of one form. */
  readonly key: string;
}

/** A step of a sequence or a process; the first has neither `no`, `same` nor `within`. */
export interface Step {
  readonly found: Matched;
  readonly lowered: SequenceStep;
}
