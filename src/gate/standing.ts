import { addMonths } from "../calendar/civil.js";
import type { Length, Purpose, Strategy, StrategyTag } from "../program/program.js";
import { ranksOf } from "../program/ranks.js";
import { byCodePoint } from "../text/order.js";
import type { EncodedEntry, StandingReceipt, StandingTouch } from "./encoded-entry.js";
import type { GhostReason } from "./ghost.js";
import { createOptOuts } from "./opt-outs.js";
import { createTouches } from "./touches.js";

export type { EncodedEntry, StandingReceipt, StandingTouch } from "./encoded-entry.js";

/** What entries and earlier decisions say about one user at the current instant. */
export interface Standing {
  /** Starts with another user, about whom nothing is known but these entries, in any order. */
  begin(entries: readonly EncodedEntry[]): void;
  /** Moves on to an instant, never backwards: consents, cancellations and receipts at it count, touches and tags of it do not yet. */
  advance(instant: number): void;
  /** Records a touch or ghost that this fold made: it counts at once. */
  add(touch: StandingTouch): void;
  /** Takes a touch or ghost out of everything from now on. */
  withdraw(key: string): void;
  /** Leaves one touch out of everything until it is called again with `null`: it is being looked at for its release. */
  setAside(key: string | null): void;
  /**
   * The live touches that count for a candidate of a strategy, in the order of the fold: all real ones; of ghosts those of the
   * same strategy and of the same set, and, for one who is a ghost of the global holdout, all.
   */
  touches(strategy: number, ghost: GhostReason | null): readonly StandingTouch[];
  /** A live touch or ghost by its key. */
  touch(key: string): StandingTouch | null;
  /** Whether the user does not want to hear through a channel for a purpose. */
  isOptedOut(channel: number, purpose: Purpose): boolean;
  /** Whether the user has a strategy tag, from a live touch (never a ghost) or from elsewhere, on a local date. */
  hasTag(tag: number, instant: number, date: number): boolean;
  /** All receipts so far, in order of their instants. */
  receipts(): readonly StandingReceipt[];
}

/** The parts of a program that a standing depends on. */
export interface StandingProgram {
  readonly strategies: readonly Pick<Strategy, "id" | "priority" | "set" | "sets">[];
  readonly strategyTags: readonly Pick<StrategyTag, "valid">[];
}

/** Costs next to nothing for users without entries. */
export function createStanding(program: StandingProgram): Standing {
  const sets = program.strategies.map((strategy) => strategy.set);
  const optOuts = createOptOuts();
  const touches = createTouches(foldOrder(program));
  let pending = noEntries;
  let next = 0;
  let receipts: StandingReceipt[] = [];
  let tags: TagEntry[] = [];

  function apply(entry: EncodedEntry): void {
    switch (entry.kind) {
      case "touch":
        return touches.add(entry);
      case "cancel":
        return touches.withdraw(entry.key);
      case "opt_out":
        return optOuts.add(entry.channel, entry.purpose);
      case "opt_in":
        return optOuts.takeBack(entry.channel, entry.purpose);
      case "tag":
        tags.push(entry);
        return;
      case "receipt":
        receipts.push(entry);
    }
  }

  /** Whether a touch counts for a candidate of a strategy. */
  function isSeen(touch: StandingTouch, strategy: number, ghost: GhostReason | null): boolean {
    if (touch.ghost === null || ghost === "global_holdout" || touch.strategy === strategy) return true;
    const set = sets[touch.strategy] ?? null;
    return set !== null && set === sets[strategy];
  }

  function setsTag(touch: StandingTouch, tag: number): boolean {
    return touch.ghost === null && (program.strategies[touch.strategy]?.sets.includes(tag) ?? false);
  }

  return {
    begin(entries) {
      pending = entries.length === 0 ? noEntries : [...entries].sort(byMoment);
      next = 0;
      optOuts.clear();
      touches.clear();
      if (receipts.length > 0) receipts = [];
      if (tags.length > 0) tags = [];
    },
    advance(instant) {
      for (; next < pending.length; next++) {
        const entry = pending[next] as EncodedEntry;
        if (entry.at > instant || (entry.at === instant && !countsAtOnce(entry))) return;
        apply(entry);
      }
    },
    add: touches.add,
    withdraw: touches.withdraw,
    setAside: touches.setAside,
    touches: (strategy, ghost) =>
      touches.ghosts() === 0 ? touches.live() : touches.live().filter((touch) => isSeen(touch, strategy, ghost)),
    touch: touches.find,
    isOptedOut: optOuts.covers,
    hasTag(tag, instant, date) {
      const valid = program.strategyTags[tag]?.valid ?? null;
      return (
        tags.some((entry) => entry.tag === tag && isValid(valid, entry, instant, date)) ||
        touches.live().some((touch) => setsTag(touch, tag) && isValid(valid, touch, instant, date))
      );
    },
    receipts: () => receipts,
  };
}

/** The order in which a fold makes touches: instant, priority, strategy, occurrence, step. Strategies that are gone come last. */
function foldOrder(program: StandingProgram): (one: StandingTouch, other: StandingTouch) => number {
  const ranks = ranksOf(program);
  const rankOf = ({ strategy }: StandingTouch): number => ranks[strategy] ?? ranks.length;
  return (one, other) =>
    one.at - other.at ||
    rankOf(one) - rankOf(other) ||
    byCodePoint(one.occurrence, other.occurrence) ||
    one.step - other.step ||
    byCodePoint(one.key, other.key);
}

type TagEntry = Extract<EncodedEntry, { kind: "tag" }>;

const noEntries: readonly EncodedEntry[] = [];

/** Whether something that was set at an instant, on a local date, still holds at another. */
function isValid(valid: Length | null, since: { at: number; date: number }, instant: number, date: number): boolean {
  if (valid === null) return true;
  if (valid.unit === "ms") return instant < since.at + valid.n;
  return date <= (valid.unit === "month" ? addMonths(since.date, valid.n) : since.date + valid.n);
}

/** What decisions write counts for what comes strictly later; the rest counts at its own instant already. */
function countsAtOnce({ kind }: EncodedEntry): boolean {
  return kind !== "touch" && kind !== "tag";
}

/** By the instant from which entries count. At one instant an opt-out comes last, so that no opt-in takes it back. */
const ranks: Readonly<Record<EncodedEntry["kind"], number>> = {
  cancel: 0,
  receipt: 1,
  opt_in: 2,
  opt_out: 3,
  touch: 4,
  tag: 5,
};

/** Ends with what entries hold, so that the order in which they were given never shows. */
function byMoment(one: EncodedEntry, other: EncodedEntry): number {
  return (
    one.at - other.at ||
    ranks[one.kind] - ranks[other.kind] ||
    byCodePoint(keyOf(one), keyOf(other)) ||
    byCodePoint(JSON.stringify(one), JSON.stringify(other))
  );
}

function keyOf(entry: EncodedEntry): string {
  return "key" in entry ? entry.key : "";
}
