import type { Zone } from "../calendar/zone.js";
import { createEnvironment } from "../evaluate/environment.js";
import type { Frame } from "../evaluate/frame.js";
import type { Candidate, Gate } from "../gate/candidate.js";
import { createGates, type GateId } from "../gate/gates.js";
import { createStanding, type EncodedEntry } from "../gate/standing.js";
import { compileMatchers } from "../match/matchers.js";
import type { Agenda, Occurrence } from "../occur/agenda.js";
import { programHash } from "../program/hash.js";
import type { Program } from "../program/program.js";
import type { Decision } from "./decision.js";
import { createRecorder } from "./recorder.js";

/** Where a fold puts what becomes of each candidate. Each one ends in exactly one of these calls, in total order. */
export interface Sink {
  /** `strategy` is a place in the program. Codes are few and shared: comparing and counting them is cheap. */
  refused(strategy: number, gate: GateId, code: string, occurrence: Occurrence): void;
  decided(decision: Decision, costs: Costs): void;
}

/** What a decision costs, exact, to be added up. */
export interface Costs {
  /** The strategy's place in the program. */
  readonly strategy: number;
  /** The channel's place in the program. */
  readonly channel: number;
  /** One send, in 1/10,000 of the project currency's minor unit. */
  readonly channelCost: number;
  /** The coupon's face value in minor units, 0 if there is none; points are counted apart. */
  readonly benefitCost: number;
  readonly points: number;
}

/** One user, over what falls due for them. */
export interface FoldInput {
  readonly user: string;
  readonly zone: Zone;
  /** Of the user's zone. */
  readonly agenda: Agenda;
  /** The program's facts; the user's stand in as many rows as the agenda has instants, in their order, from `firstRow` on. */
  readonly frame: Frame;
  readonly firstRow: number;
  /** In any order. */
  readonly entries: readonly EncodedEntry[];
  readonly sink: Sink;
}

/** A program, ready to decide. It remembers nothing from one fold to the next. */
export interface Engine {
  readonly program: Program;
  readonly hash: string;
  /** Decides every occurrence of the agenda for one user. */
  fold(input: FoldInput): void;
}

export function createEngine(program: Program, hash = programHash(program)): Engine {
  const environment = createEnvironment(program);
  const gates = createGates({ program, environment, matchers: compileMatchers(program, environment) });
  const recorders = program.strategies.map((_, place) => createRecorder(program, place, hash));
  const costs = program.strategies.map((_, place) => costsOf(program, place));
  const candidate = emptyCandidate(program.strategies.length);

  function decide(input: FoldInput, occurrence: Occurrence): void {
    const { strategy, at } = occurrence;
    candidate.row = input.firstRow + at;
    candidate.strategy = strategy;
    candidate.date = occurrence.date;
    candidate.instant = input.agenda.instants[at] as number;
    candidate.sendAt = candidate.instant + program.project.settle;
    candidate.standing.advance(candidate.instant);
    for (let place = 0; place < gates.length; place++) {
      const { id, gate } = gates[place] as { id: GateId; gate: Gate };
      const code = gate(candidate);
      if (code !== null) return input.sink.refused(strategy, id, code, occurrence);
    }
    const decision = (recorders[strategy] as (typeof recorders)[number])(input.user, occurrence.key, candidate);
    candidate.standing.touch(strategy, occurrence.date);
    input.sink.decided(decision, costs[strategy]?.[candidate.chosen] as Costs);
  }

  return {
    program,
    hash,
    fold(input) {
      candidate.frame = input.frame;
      candidate.zone = input.zone;
      candidate.standing.begin(input.entries);
      for (const occurrence of input.agenda.occurrences) decide(input, occurrence);
    },
  };
}

/** The costs of a strategy's decision over each channel of its chain. */
function costsOf(program: Program, place: number): readonly Costs[] {
  const strategy = program.strategies[place];
  if (strategy === undefined) return [];
  const benefit = strategy.benefit === null ? null : program.benefits[strategy.benefit];
  return strategy.channels.map((channel) => ({
    strategy: place,
    channel,
    channelCost: program.channels[channel]?.cost ?? 0,
    benefitCost: benefit?.is === "coupon" ? benefit.amount : 0,
    points: benefit?.is === "points" ? benefit.amount : 0,
  }));
}

const noFrame: Frame = { columns: [], rows: 0 };

/** Stands for no zone until a fold brings one. */
const noZone: Zone = {
  name: "",
  offsetAt: () => Number.NaN,
  dateAt: () => Number.NaN,
  startOf: () => Number.NaN,
  resolve: () => null,
  transitions: () => [],
};

function emptyCandidate(strategies: number): Candidate {
  return {
    frame: noFrame,
    row: 0,
    strategy: 0,
    zone: noZone,
    instant: 0,
    date: 0,
    sendAt: 0,
    standing: createStanding(strategies),
    chosen: -1,
    message: null,
  };
}
