import type { Zone } from "../calendar/zone.js";
import { createLookBehind, type LookBehind } from "../facts/behind.js";
import { type Agenda, agenda } from "../occur/agenda.js";
import { readBundle } from "../program/bundle.js";
import type { Program } from "../program/program.js";
import { BundleError } from "./bundle-error.js";
import type { Decision, Refusal } from "./decision.js";
import { type Admitted, createDoor } from "./door.js";
import { createEngine, type Engine, type FoldInput } from "./engine.js";
import { compileExactFacts, type ExactFacts } from "./exact-facts.js";
import { explain, type FoldToExplain } from "./explain.js";
import type { Explanation } from "./explanation.js";
import type { DecideInput, ExplainInput } from "./input.js";
import { createTally, type StrategyCount } from "./tally.js";

/** What `decide` returns. */
export interface DecideResult {
  /** The touches to make, in the order in which they were decided. */
  readonly decisions: readonly Decision[];
  /** The candidates that `who` wanted and a later gate refused, in the same order. */
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
  const facts = compileExactFacts(program);
  const agendaOf = rememberAgendas(program);
  let lookBehind: LookBehind | null = null;
  return {
    hash,
    program,
    decide: (input) => decide(engine, facts, agendaOf, door(input, "strategies")),
    explain(input) {
      const admitted = door(input, "strategy");
      const [strategy] = [...(admitted.strategies ?? [])];
      const prepared = prepare(facts, agendaOf, admitted);
      const look = (lookBehind ??= createLookBehind(program));
      const asked = { ...admitted, instants: prepared.agenda.instants };
      const behind: FoldToExplain["behind"] = (instant, column) => look(asked, instant, column);
      return explain(engine, { ...prepared, behind }, strategy as number);
    },
  };
}

type AgendaOf = (admitted: Admitted) => Agenda;

function decide(engine: Engine, facts: ExactFacts, agendaOf: AgendaOf, admitted: Admitted): DecideResult {
  const decisions: Decision[] = [];
  const refusals: Refusal[] = [];
  const tally = createTally(engine.program);
  engine.fold({
    ...prepare(facts, agendaOf, admitted),
    sink: {
      refused(strategy, gate, code, { key }) {
        tally.refused(strategy, gate, code);
        if (gate === "targeted") return;
        const { id } = engine.program.strategies[strategy] as { id: string };
        refusals.push({ user: admitted.user, strategy: id, occurrence: key, gate, code });
      },
      decided(decision, { strategy }) {
        tally.decided(strategy);
        decisions.push(decision);
      },
    },
  });
  return { decisions, refusals, counts: tally.counts(admitted.strategies) };
}

/** What a fold needs besides a sink: what falls due, and the facts at those instants. */
function prepare(facts: ExactFacts, agendaOf: AgendaOf, admitted: Admitted): Omit<FoldInput, "sink"> {
  const { user, zone, profile, events, entries } = admitted;
  const due = agendaOf(admitted);
  const frame = facts.compute({ zone, profile, events, instants: due.instants });
  return { user, zone, agenda: due, frame, firstRow: 0, entries };
}

/** Users are mostly decided over the same interval, one after the other: the last agenda of each zone is kept. */
function rememberAgendas(program: Program): AgendaOf {
  const last = new Map<Zone, { since: number; until: number; agenda: Agenda }>();
  return ({ zone, since, until, strategies }) => {
    if (strategies) return agenda(program, zone, since, until, strategies);
    const known = last.get(zone);
    if (known && known.since === since && known.until === until) return known.agenda;
    const due = agenda(program, zone, since, until);
    last.set(zone, { since, until, agenda: due });
    return due;
  };
}
