import { createLookBehind, type LookBehind } from "../facts/behind.js";
import type { Grants } from "../gate/grants.js";
import { readBundle } from "../program/bundle.js";
import type { Program } from "../program/program.js";
import { BundleError } from "./bundle-error.js";
import type { Cancellation, Decision, Ghost, Refusal } from "./decision.js";
import { createDoor } from "./door.js";
import { createEngine, type Engine } from "./engine.js";
import { createExplain, type Explain, type FoldToExplain } from "./explain.js";
import type { Explanation } from "./explanation.js";
import { handOver } from "./hand-over.js";
import type { DecideInput, ExplainInput } from "./input.js";
import { createStock } from "./memory-grants.js";
import { createPreparation, type Prepared } from "./preparation.js";
import { readGrants } from "./read-grants.js";
import { createTally, type StrategyCount } from "./tally.js";

/** What `decide` returns. Lists stand in the order in which things were decided. */
export interface DecideResult {
  /** The touches to make. */
  readonly decisions: readonly Decision[];
  /** Who would have been touched, and is not, to be compared with. */
  readonly ghosts: readonly Ghost[];
  /** The touches and ghosts, of this call or of the entries, that are not to go out after all. */
  readonly cancellations: readonly Cancellation[];
  /** The candidates that `who` wanted and a later gate refused. */
  readonly refusals: readonly Refusal[];
  /** Per strategy that was asked for, in the program's order: how its candidates fared at each gate. */
  readonly counts: readonly StrategyCount[];
}

/** A program, ready to decide about one user at a time. Synchronous and pure: the same input gives the same result. */
export interface LoadedProgram {
  /** SHA-256, in hex, of the program's canonical JSON; it stands in every decision. */
  readonly hash: string;
  readonly program: Program;
  /** Decides all that falls due in an interval. Throws an `InputError` that lists all that is wrong with the input. */
  decide(input: DecideInput): DecideResult;
  /** Says, gate by gate, what became of each occurrence of one strategy, and why. Throws as `decide` does. */
  explain(input: ExplainInput): Explanation;
  /** Counters for all that the program limits, with everything free, to be shared by calls and users. */
  createGrants(): Grants;
  /** See `handOver`: whether a touch may still go to its channel at an instant, in milliseconds. */
  handOver(decision: Decision, at: number, zone?: string): "hand_over" | "too_late";
}

/** Loads what `touchline bundle` wrote: its text, or the parsed JSON. Throws a `BundleError` for anything else. */
export function loadBundle(bundle: string | object): LoadedProgram {
  const read = readBundle(bundle);
  if (read.is === "failure") throw new BundleError(read.failure);
  return load(createEngine(read.bundle.program, read.bundle.hash));
}

/** Loads the program that `compile` returned. */
export function loadProgram(program: Program): LoadedProgram {
  return load(createEngine(program));
}

function load(engine: Engine): LoadedProgram {
  const { program, hash } = engine;
  const door = createDoor(program);
  const createGrants = createStock(program);
  const prepare = createPreparation(program, createGrants);
  // Few who decide also explain: what that takes is made when it is first asked for.
  let lookBehind: LookBehind | null = null;
  let explain: Explain | null = null;
  return {
    hash,
    program,
    decide: (input) => decide(engine, prepare(door(input, "strategies"), readGrants(input))),
    explain(input) {
      const admitted = door(input, "strategy");
      const [strategy] = [...(admitted.strategies ?? [])];
      // Strategies see each other's touches, so all of them are decided.
      const prepared = prepare({ ...admitted, strategies: undefined }, readGrants(input));
      const look = (lookBehind ??= createLookBehind(program));
      const behind: FoldToExplain["behind"] = (ask, column) => look({ ...admitted, asks: [ask] }, 0, column);
      explain ??= createExplain(engine);
      return explain({ ...prepared, behind }, strategy as number);
    },
    createGrants,
    handOver: (decision, at, zone) => handOver(program, decision, at, zone),
  };
}

function decide(engine: Engine, prepared: Prepared): DecideResult {
  const { program } = engine;
  const decisions: Decision[] = [];
  const ghosts: Ghost[] = [];
  const cancellations: Cancellation[] = [];
  const refusals: Refusal[] = [];
  const tally = createTally(program);
  engine.fold({
    ...prepared,
    sink: {
      refused(strategy, gate, code, occurrence, step) {
        tally.refused(strategy, gate, code);
        if (gate === "targeted") return;
        const { id } = program.strategies[strategy] as { id: string };
        refusals.push({ user: prepared.user, strategy: id, occurrence, step, gate, code });
      },
      decided(decision, { strategy }) {
        tally.decided(strategy);
        decisions.push(decision);
      },
      ghost(ghost, strategy) {
        tally.ghost(strategy);
        ghosts.push(ghost);
      },
      cancelled(cancellation, strategy) {
        tally.cancelled(strategy);
        cancellations.push(cancellation);
      },
    },
  });
  return { decisions, ghosts, cancellations, refusals, counts: tally.counts(prepared.strategies) };
}
