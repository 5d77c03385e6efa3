import type { Cancellation, Decision, Ghost } from "../decide/decision.js";
import { parseDate } from "../calendar/civil.js";
import { createEngine, type Costs, type Sink } from "../decide/engine.js";
import type { EncodedEntry } from "../gate/standing.js";
import { createGrants } from "../decide/memory-grants.js";
import { createTally } from "../decide/tally.js";
import { createEnvironment } from "../evaluate/environment.js";
import { compileMatchers, type Matcher } from "../match/matchers.js";
import type { Program } from "../program/program.js";
import { createCapPressure, type CountedSend } from "./cap-pressure.js";
import { type Census, createCensus } from "./census.js";
import { createExperiments } from "./experiments.js";
import type { UserChunk } from "./fact-columns.js";
import type { ZoneAsk } from "./grid.js";
import type { Onlooker } from "./onlooker.js";
import type { OwnAgendas } from "./own-agenda.js";
import type { PlanResult } from "./plan-result.js";
import { createSums } from "./sums.js";
import type { Stopwatches } from "./timing.js";

/** Decides for users, block by block, and keeps the books of it. */
export interface Book {
  /** Decides for the users from place `from` to place `to` (excluded) of a block. */
  take(chunk: UserChunk, from: number, to: number): void;
  result(): Omit<PlanResult, "load" | "users" | "timings">;
}

/** What a book is kept about. */
export interface BookOptions {
  readonly program: Program;
  readonly since: number;
  readonly until: number;
  readonly asks: readonly ZoneAsk[];
  readonly chosen: ReadonlySet<number> | undefined;
  /** Where users have occurrences of their own, or touches that are looked at again; `null` where neither can be. */
  readonly ownAgendas: OwnAgendas | null;
  readonly entriesOf: (user: string, ask: ZoneAsk) => readonly EncodedEntry[];
  readonly onDecision?: ((decision: Decision) => void) | undefined;
  readonly onGhost?: ((ghost: Ghost) => void) | undefined;
  readonly onCancellation?: ((cancellation: Cancellation) => void) | undefined;
  readonly onlooker?: Onlooker | undefined;
}

/** The time that matching takes is measured on this share of the users: a clock around each candidate would cost more than it. */
const SAMPLE = 1 / 32;

export function createBook(options: BookOptions, watches: Stopwatches): Book {
  const { program, since, until, asks, chosen, ownAgendas, entriesOf, onlooker } = options;
  const engine = createEngine(program);
  const grants = createGrants(program);
  const tally = createTally(program);
  const environment = createEnvironment(program);
  const matchers = compileMatchers(program, environment);
  const census = program.lifecycles.map((lifecycle, place) =>
    createCensus(lifecycle.stages.length, environment.stage(place)),
  );
  const sums = createSums(program);
  const pressure = createCapPressure(program);
  const experiments = createExperiments(program);
  const fate = createFate();
  const { writing, told } = createWriting(options);

  const sinkOf = ({ zone }: ZoneAsk): Sink => ({
    refused(strategy, gate, code) {
      tally.refused(strategy, gate, code);
      onlooker?.refused(strategy, gate, code);
    },
    decided(decision, costs) {
      tally.decided(costs.strategy);
      sums.add(decision, costs, zone);
      fate.decided(decision, costs);
      onlooker?.decided(costs.strategy, decision.key);
      told("onDecision", decision);
    },
    ghost(ghost, strategy) {
      tally.ghost(strategy);
      fate.ghosts.push(ghost);
      onlooker?.ghost(strategy);
      told("onGhost", ghost);
    },
    cancelled(cancellation, strategy) {
      tally.cancelled(strategy);
      fate.cancelled.add(cancellation.key);
      onlooker?.cancelled(cancellation.key);
      told("onCancellation", cancellation);
    },
  });
  const sinks = asks.map(sinkOf);

  function decideFor(chunk: UserChunk, place: number): void {
    const zonePlace = chunk.zones[place] as number;
    const ask = asks[zonePlace] as ZoneAsk;
    const user = chunk.ids[place] as string;
    const firstRow = chunk.firstRows[place] as number;
    const own = ownAgendas && ownAgendas(chunk.told(place), { agenda: ask.agenda, frame: chunk.frame, firstRow });
    const entries = entriesOf(user, ask);
    fate.clear();
    engine.fold({
      user,
      zone: ask.zone,
      agenda: own?.agenda ?? ask.agenda,
      frame: own?.frame ?? chunk.frame,
      firstRow: own?.frame ? 0 : firstRow,
      entries,
      since,
      until,
      strategies: chosen,
      grants,
      world: own?.world ?? null,
      sink: sinks[zonePlace] as Sink,
    });
    for (const one of census) one.count(chunk.frame, firstRow + ask.last, fate.strategies);
    pressure.count([...recordedSends(entries, fate.cancelled), ...fate.sends()]);
    experiments.count(fate.decisions, fate.ghosts);
    onlooker?.done(chunk.frame, firstRow + ask.last, entries);
  }

  return {
    take(chunk, from, to) {
      writing.start();
      for (let user = from; user < to; user++) decideFor(chunk, user);
      watches.move("gates", "writing", writing.taken());
      const sampled = Math.ceil((to - from) * SAMPLE);
      const matching = timeMatching(matchers, asks, chunk, from, from + sampled);
      watches.share("gates", "matching", (matching * (to - from)) / sampled);
    },
    result() {
      const counts = tally.counts(chosen);
      return {
        strategies: sums.strategies(counts),
        lifecycles: lifecyclePlans(program, census),
        caps: pressure.result(counts),
        benefits: sums.benefits(),
        experiments: experiments.result(),
      };
    },
  };
}

/** Touches of earlier runs count under caps as well, unless one was cancelled, then or now. */
function recordedSends(entries: readonly EncodedEntry[], cancelled: ReadonlySet<string>): readonly CountedSend[] {
  if (entries.length === 0) return [];
  const gone = new Set(entries.flatMap((entry) => (entry.kind === "cancel" ? [entry.key] : [])));
  return entries.flatMap((entry) => {
    const isSend = entry.kind === "touch" && entry.ghost === null && !gone.has(entry.key) && !cancelled.has(entry.key);
    return isSend ? [{ sendAt: entry.sendAt, sendDate: entry.sendDate, channel: entry.channel }] : [];
  });
}

/** What became of the user at hand. */
interface Fate {
  readonly decisions: Decision[];
  readonly ghosts: Ghost[];
  /** Keys. */
  readonly cancelled: Set<string>;
  /** The places of the strategies that decided, once per decision. */
  readonly strategies: number[];
  decided(decision: Decision, costs: Costs): void;
  /** Those that were not cancelled. */
  sends(): readonly CountedSend[];
  clear(): void;
}

function createFate(): Fate {
  const channels: number[] = [];
  const fate: Fate = {
    decisions: [],
    ghosts: [],
    cancelled: new Set(),
    strategies: [],
    decided(decision, { strategy, channel }) {
      fate.decisions.push(decision);
      fate.strategies.push(strategy);
      channels.push(channel);
    },
    sends: () =>
      fate.decisions.flatMap(({ key, send_at, send_date }, place) => {
        if (fate.cancelled.has(key)) return [];
        const channel = channels[place] as number;
        return [{ sendAt: Date.parse(send_at), sendDate: parseDate(send_date) as number, channel }];
      }),
    clear() {
      for (const list of [fate.decisions, fate.ghosts, fate.strategies, channels]) list.length = 0;
      if (fate.cancelled.size > 0) fate.cancelled.clear();
    },
  };
  return fate;
}

/** Tells others what is decided, and takes the time of it. */
function createWriting(options: BookOptions): {
  readonly writing: { start(): void; taken(): number };
  told<K extends "onDecision" | "onGhost" | "onCancellation">(
    to: K,
    what: Parameters<NonNullable<BookOptions[K]>>[0],
  ): void;
} {
  let taken = 0;
  return {
    writing: {
      start() {
        taken = 0;
      },
      taken: () => taken,
    },
    told(to, what) {
      const tell = options[to] as ((one: typeof what) => void) | undefined;
      if (!tell) return;
      const start = performance.now();
      tell(what);
      taken += performance.now() - start;
    },
  };
}

/** How long it takes to match some users of a block. */
function timeMatching(
  matchers: readonly Matcher[],
  asks: readonly ZoneAsk[],
  chunk: UserChunk,
  from: number,
  to: number,
): number {
  const start = performance.now();
  for (let user = from; user < to; user++) {
    const { agenda } = asks[chunk.zones[user] as number] as ZoneAsk;
    const firstRow = chunk.firstRows[user] as number;
    for (const { strategy, at } of agenda.occurrences) matchers[strategy]?.(chunk.frame, firstRow + at);
  }
  return performance.now() - start;
}

function lifecyclePlans(program: Program, census: readonly Census[]): PlanResult["lifecycles"] {
  return program.lifecycles.map((lifecycle, place) => {
    const { is, id, label, stages } = lifecycle;
    const counted = (at: number): ReturnType<Census["of"]> => (census[place] as Census).of(at, program);
    return {
      is,
      id,
      label,
      stages: stages.map((stage, at) => ({ id: stage.id, label: stage.label, ...counted(at) })),
      outside: isForAll(lifecycle) ? null : counted(stages.length),
    };
  });
}

/** Whether everybody is in a stage, whoever they are. */
function isForAll({ is, of }: Program["lifecycles"][number]): boolean {
  return is !== "groups" && of === null;
}
