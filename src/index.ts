/**
 * `touchline`: load a compiled program, and decide. Synchronous and pure: no I/O, no clock, no randomness.
 * The language itself is not loaded; `touchline/compile` has it.
 */

// Load what `touchline bundle` wrote, or what `compile` returned.
export { loadBundle, loadProgram } from "./decide/load.js";
export type { LoadedProgram } from "./decide/load.js";
export { BundleError } from "./decide/bundle-error.js";

// Write a program as a bundle, to be loaded elsewhere.
export { bundleText } from "./program/bundle.js";
export type { Bundle } from "./program/bundle.js";
export { programHash } from "./program/hash.js";

// What goes in: a user with events and dated entries. `InputError` lists what is wrong with it.
export type { DecideInput, EventInput, ExplainInput } from "./decide/input.js";
export type {
  Cancel,
  Entry,
  GhostEntry,
  InstantInput,
  OptIn,
  OptOut,
  Receipt,
  TagSet,
  Touch,
} from "./decide/entry.js";
export { InputError } from "./decide/input-error.js";
export type { InputProblem } from "./decide/input-error.js";

// What is shared and runs out: counters in memory, and the recorded answers of others, to decide again as they made it.
export { createGrants } from "./decide/memory-grants.js";
export { recordGrants, replayGrants } from "./decide/recorded-grants.js";
export type { GrantRecord } from "./decide/recorded-grants.js";
export type { Grants, Resource, Want } from "./gate/grants.js";

// What comes out: touches to make, ghosts, cancellations, candidates that were refused, and counts by gate.
export type { DecideResult } from "./decide/load.js";
export type {
  Cancellation,
  DecidedBenefit,
  DecidedMaterial,
  Decision,
  GateCount,
  Ghost,
  Refusal,
} from "./decide/decision.js";
export type { StrategyCount } from "./decide/tally.js";
export { gateIds } from "./gate/gates.js";
export type { GateId } from "./gate/gates.js";

// Why: gate by gate, and within `who` clause by clause.
export type {
  ExplainedAssignment,
  ExplainedCap,
  ExplainedChannel,
  ExplainedClaim,
  ExplainedFallback,
  ExplainedGate,
  ExplainedMessage,
  ExplainedOccurrence,
  ExplainedRelease,
  ExplainedRepeat,
  ExplainedStep,
  ExplainedTest,
  ExplainedTiming,
  ExplainedTouch,
  ExplainedWalk,
  ExplainedWinner,
  Explanation,
} from "./decide/explanation.js";

// The program itself, as plain data.
export type { Program } from "./program/program.js";
