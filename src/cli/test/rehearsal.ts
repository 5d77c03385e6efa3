import { zone as zoneNamed } from "../../calendar/zone.js";
import type { Cancellation, Decision, Ghost, Refusal } from "../../decide/decision.js";
import { createDoor, type Door } from "../../decide/door.js";
import { createEngine, type Engine } from "../../decide/engine.js";
import { compileExactFacts, type ExactFacts } from "../../decide/exact-facts.js";
import type { Watch } from "../../decide/fold.js";
import { createStock } from "../../decide/memory-grants.js";
import { createPreparation, type Prepared } from "../../decide/preparation.js";
import type { Frame } from "../../evaluate/frame.js";
import { askAt } from "../../facts/ask.js";
import type { Grants } from "../../gate/grants.js";
import { createStanding } from "../../gate/standing.js";
import type { Scenario } from "../../host/scenario/scenario.js";
import { withAnalysis } from "../../program/analysis.js";
import type { Program } from "../../program/program.js";

/** What came of a case. */
export interface Outcome {
  readonly decisions: readonly Decision[];
  readonly ghosts: readonly Ghost[];
  readonly cancellations: readonly Cancellation[];
  /** Of every gate. */
  readonly refusals: readonly Refusal[];
}

/** A case, ready to be decided as often as one likes: by the program, and by others that differ from it in a clause. */
export interface Rehearsed {
  readonly scenario: Scenario;
  decide(engine: Engine, watch?: Watch): Outcome;
  /** The facts at the end of the case, for tags and stages: one row. */
  readonly frame: Frame;
  /** Whether the user has a strategy tag at the end of the case, after what was decided in it. */
  hasTag(tag: number, outcome: Outcome): boolean;
  /** The name of the user's zone. */
  readonly zone: string;
}

/** Prepares cases of a program. Throws an `InputError` for a case that says what no user can be. */
export type Rehearse = (scenario: Scenario) => Rehearsed;

export function createRehearsal(program: Program): Rehearse {
  const door = createDoor(program);
  const stock = createStock(program);
  const prepare = createPreparation(program, stock);
  const whole = compileExactFacts(withAnalysis(program));
  return (scenario) => {
    const { user, events, entries, since, until } = scenario;
    const admitted = door({ user, events, entries, since, until }, "strategies");
    const prepared = prepare(admitted, stock());
    const { zone, profile } = admitted;
    return {
      scenario,
      zone: zone.name,
      decide: (engine, watch) => outcomeOf(engine, prepared, stock(), watch),
      frame: factsAt(whole, { zone, profile, events: admitted.events }, until),
      hasTag: (tag, outcome) => hasTag(program, door, scenario, outcome, tag),
    };
  };
}

function factsAt(facts: ExactFacts, user: Omit<Parameters<ExactFacts["compute"]>[0], "asks">, now: number): Frame {
  return facts.compute({ ...user, asks: [askAt(now)] });
}

/** As `decide`, but who was not wanted is refused like all others. */
function outcomeOf(engine: Engine, prepared: Prepared, grants: Grants, watch: Watch | undefined): Outcome {
  const { strategies } = engine.program;
  const decisions: Decision[] = [];
  const ghosts: Ghost[] = [];
  const cancellations: Cancellation[] = [];
  const refusals: Refusal[] = [];
  engine.fold({
    ...prepared,
    grants,
    watch,
    sink: {
      refused(strategy, gate, code, occurrence, step) {
        const { id } = strategies[strategy] as { id: string };
        refusals.push({ user: prepared.user, strategy: id, occurrence, step, gate, code });
      },
      decided: (decision) => void decisions.push(decision),
      ghost: (ghost) => void ghosts.push(ghost),
      cancelled: (cancellation) => void cancellations.push(cancellation),
    },
  });
  return { decisions, ghosts, cancellations, refusals };
}

function hasTag(program: Program, door: Door, scenario: Scenario, outcome: Outcome, tag: number): boolean {
  const { user, events, since, until } = scenario;
  const entries = [
    ...scenario.entries,
    ...outcome.decisions.map((decision) => ({ kind: "touch" as const, ...decision })),
    ...outcome.cancellations.map((cancellation) => ({ kind: "cancel" as const, ...cancellation })),
  ];
  const admitted = door({ user, events, entries, since, until }, "strategies");
  const standing = createStanding(program);
  standing.begin(admitted.entries);
  standing.advance(until + 1);
  return standing.hasTag(tag, until + 1, zoneNamed(admitted.zone.name).dateAt(until));
}

/** An engine for a program that only a rehearsal sees: nobody asks for its hash. */
export function engineFor(program: Program): Engine {
  return createEngine(program, "");
}
