import { addMonths } from "../calendar/civil.js";
import type { Cap, Program, Repeat, Strategy } from "../program/program.js";
import { type CapUse, capUse, commonCaps, isFull } from "./cap-use.js";
import type { Candidate, Gate } from "./candidate.js";
import { channelOf } from "./offer.js";
import type { StandingTouch } from "./standing.js";

/** What the user was touched with before. A fallback is asked about caps only. */
export interface FreshDetail {
  /** The last touch of this strategy, and the first date on which it may touch again: `Infinity` for never. */
  readonly repeat: { readonly last: StandingTouch; readonly againFrom: number } | null;
  /** The touches of this strategy with the same key; `null` without a limit. */
  readonly limit: { readonly n: number; readonly touches: readonly StandingTouch[] } | null;
  /** The caps of all or several channels that count the chosen one, in the policy's order. */
  readonly caps: readonly CapUse[];
}

/**
 * Refuses who was touched too often: with `capped repeat` by this strategy; with `capped limit` by it about the same thing; with
 * `capped <cap>` by all that a cap of the policy counts. A channel's own caps are asked by `reachable`.
 */
export function fresh(program: Program): Gate {
  const commons = program.channels.map((_, channel) => commonCaps(program, channel));
  return (candidate) => {
    if (candidate.step === 0) {
      const strategy = program.strategies[candidate.strategy] as Strategy;
      if (strategy.repeat.is !== "always" && isRepeated(strategy.repeat, candidate)) return "capped repeat";
      if (strategy.limit && sameKey(candidate).length >= strategy.limit.n) return "capped limit";
    }
    for (const place of commons[channelOf(program, candidate)] ?? []) {
      const cap = program.policy.caps[place] as Cap;
      if (isFull(cap, candidate, program.project.weekStarts)) return `capped ${cap.name}`;
    }
    return null;
  };
}

export function freshDetail(program: Program): (candidate: Candidate) => FreshDetail {
  return (candidate) => {
    const { repeat, limit } = program.strategies[candidate.strategy] as Strategy;
    const last = candidate.step === 0 ? lastOf(candidate) : null;
    return {
      repeat: last && { last, againFrom: againFrom(repeat, last.date) },
      limit: limit && candidate.step === 0 ? { n: limit.n, touches: sameKey(candidate) } : null,
      caps: commonCaps(program, channelOf(program, candidate)).map((place) => capUse(program, place, candidate)),
    };
  };
}

function isRepeated(repeat: Repeat, candidate: Candidate): boolean {
  const last = lastOf(candidate);
  return last !== null && candidate.date < againFrom(repeat, last.date);
}

/** The last first step of this strategy that counts for the candidate. */
function lastOf({ standing, strategy, ghost }: Candidate): StandingTouch | null {
  return standing.touches(strategy, ghost).findLast((touch) => touch.strategy === strategy && touch.step === 0) ?? null;
}

/** The first steps of this strategy about the same thing; none if it is not known what the candidate is about. */
function sameKey({ standing, strategy, ghost, limitKey }: Candidate): readonly StandingTouch[] {
  if (limitKey === null) return [];
  return standing
    .touches(strategy, ghost)
    .filter((touch) => touch.strategy === strategy && touch.step === 0 && touch.limitKey === limitKey);
}

/** The first local date on which a strategy may touch a user again; `Infinity` for `never`. */
export function againFrom(repeat: Repeat, last: number): number {
  if (repeat.is !== "after") return repeat.is === "never" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return repeat.unit === "day" ? last + repeat.n : addMonths(last, repeat.n);
}
