import type { Zone } from "../calendar/zone.js";
import type { Ask, Trigger } from "../facts/ask.js";
import type { Candidate } from "../gate/candidate.js";
import type { Grants } from "../gate/grants.js";
import type { Standing, StandingTouch } from "../gate/standing.js";
import type { Occurrence } from "../occur/agenda.js";
import type { Program, Strategy, Type } from "../program/program.js";
import type { FoldInput, World } from "./fold.js";
import { decisionKey } from "./key.js";
import { limitKey, triggeringEvent } from "./limit-key.js";
import { stepText } from "./recorder.js";
import { stepOf } from "./turn-finder.js";
import type { Turn } from "./turns.js";

/** The one candidate of a fold, and what it takes to turn it into the next. */
export interface Contender {
  readonly candidate: Candidate;
  /** The ask that its facts answer. */
  ask(): Ask;
  /** Turns to another user. */
  begin(input: FoldInput): void;
  /** Turns to an occurrence. */
  meet(occurrence: Occurrence): void;
  /** Turns to the step after a touch; returns the event that started it. */
  followUp(world: World, turn: Turn): Trigger | null;
  /** Turns back to a touch, seen from its instant of sending; returns the event that started it. */
  lookAgain(world: World, touch: StandingTouch): Trigger | null;
}

export function createContender(program: Program, standing: Standing): Contender {
  const { settle } = program.project;
  const tagColumns = program.facts.flatMap((fact, column) =>
    fact.is === "strategyTag" ? [{ tag: fact.tag, column }] : [],
  );
  const limits = program.strategies.map((strategy) => limitColumn(program, strategy));
  const candidate = emptyCandidate(standing);
  let input: FoldInput | null = null;
  let ask: Ask | null = null;
  let key: string | null = null;
  candidate.key = () => {
    const id = program.strategies[candidate.strategy]?.id ?? "";
    return (key ??= decisionKey(id, candidate.user, candidate.occurrence, stepText(candidate.step)));
  };

  /** Strategy tags are no facts that can be known beforehand: they stand in the row as of this turn. */
  function writeTags(): void {
    const { frame, row, instant, date } = candidate;
    for (const { tag, column } of tagColumns)
      (frame.columns[column] as Float64Array)[row] = standing.hasTag(tag, instant, date) ? 1 : 0;
  }

  function turnTo(strategy: number, occurrence: string, step: number, instant: number, date: number): void {
    key = null;
    candidate.strategy = strategy;
    candidate.occurrence = occurrence;
    candidate.step = step;
    candidate.instant = instant;
    candidate.date = date;
    candidate.earliest = instant + settle;
    candidate.chosen = -1;
    candidate.byPreference = false;
    candidate.benefit = null;
    candidate.givenAt = null;
    candidate.message = null;
    candidate.variant = -1;
    candidate.ghost = null;
  }

  /** The touch of the first step; of one that nobody recorded, what follows it is the nearest that is known. */
  function firstOf(touch: StandingTouch): StandingTouch {
    if (touch.step === 0) return touch;
    const id = program.strategies[touch.strategy]?.id ?? "";
    return standing.touch(decisionKey(id, candidate.user, touch.occurrence, stepText(0))) ?? touch;
  }

  function readFacts(world: World, asked: Ask): void {
    ask = asked;
    const { frame, row } = world.factsAt(asked, candidate.strategy);
    candidate.frame = frame;
    candidate.row = row;
    candidate.before = -1;
    writeTags();
  }

  return {
    candidate,
    ask: () => ask as Ask,
    begin(next) {
      input = next;
      candidate.user = next.user;
      candidate.zone = next.zone;
      candidate.grants = next.grants;
    },
    meet({ strategy, at, before, date, key: occurrence }) {
      const { agenda, frame, firstRow } = input as FoldInput;
      ask = agenda.asks[at] as Ask;
      turnTo(strategy, occurrence, 0, ask.now, date);
      candidate.frame = frame;
      candidate.row = firstRow + at;
      candidate.before = before < 0 ? -1 : firstRow + before;
      const limit = limits[strategy] ?? null;
      candidate.limitKey = limit && limitKey(limit.type, frame.columns[limit.column]?.[candidate.row]);
      writeTags();
    },
    followUp(world, { touch, at }) {
      turnTo(touch.strategy, touch.occurrence, touch.step + 1, at, candidate.zone.dateAt(at));
      candidate.variant = touch.walked;
      candidate.limitKey = touch.limitKey;
      candidate.benefit = touch.benefits.at(-1) ?? null;
      candidate.givenAt = firstOf(touch).sendAt;
      const trigger = world.triggerOf(touch.strategy, touch.occurrence);
      readFacts(world, { now: at, until: at, upTo: Number.POSITIVE_INFINITY, trigger });
      return trigger;
    },
    lookAgain(world, touch) {
      turnTo(touch.strategy, touch.occurrence, touch.step, touch.at, touch.date);
      candidate.variant = touch.walked;
      candidate.ghost = touch.ghost;
      candidate.limitKey = touch.limitKey;
      candidate.chosen = stepOf(program, touch, touch.step)?.channels.indexOf(touch.channel) ?? -1;
      candidate.sendAt = touch.sendAt;
      candidate.sendDate = touch.sendDate;
      const trigger = world.triggerOf(touch.strategy, touch.occurrence);
      readFacts(world, { now: touch.at, until: touch.sendAt, upTo: Number.POSITIVE_INFINITY, trigger });
      return trigger;
    },
  };
}

/** The column with the field of the triggering event that a strategy limits its touches by, and its type; `null` without a limit. */
function limitColumn(
  { facts, events }: Pick<Program, "facts" | "events">,
  { limit, when, id }: Strategy,
): { readonly column: number; readonly type: Type } | null {
  if (limit === null) return null;
  const event = triggeringEvent(when);
  const column = facts.findIndex((fact) => fact.is === "trigger" && fact.event === event && fact.field === limit.field);
  const type = event === null ? undefined : events[event]?.fields[limit.field]?.type;
  if (column < 0 || !type) throw new RangeError(`the limit of \`${id}\` counts by a field that no fact reads`);
  return { column, type };
}

/** Stands for no zone until a fold brings one. */
const noZone: Zone = {
  name: "",
  offsetAt: () => Number.NaN,
  dateAt: () => Number.NaN,
  startOf: () => Number.NaN,
  resolve: () => null,
  transitions: () => [],
};

/** Stands for no grants until a fold brings some. */
const noGrants: Grants = { has: () => false, reserve: () => null, release: () => {} };

function emptyCandidate(standing: Standing): Candidate {
  return {
    user: "",
    frame: { columns: [], rows: 0 },
    row: 0,
    before: -1,
    strategy: 0,
    zone: noZone,
    instant: 0,
    date: 0,
    occurrence: "",
    limitKey: null,
    step: 0,
    earliest: 0,
    standing,
    grants: noGrants,
    variant: -1,
    ghost: null,
    sendAt: Number.NaN,
    sendDate: Number.NaN,
    sendBy: "settled",
    chosen: -1,
    byPreference: false,
    key: () => "",
    benefit: null,
    givenAt: null,
    message: null,
  };
}
