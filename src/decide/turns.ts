import type { StandingTouch } from "../gate/standing.js";
import type { Program } from "../program/program.js";
import { ranksOf } from "../program/ranks.js";
import { byCodePoint } from "../text/order.js";

/** What a fold does about an earlier touch when its instant comes: look at it again before it goes out, or follow it up. */
export interface Turn {
  readonly is: "release" | "fallback";
  readonly at: number;
  /** The touch to release; or the one whose next step is due. */
  readonly touch: StandingTouch;
}

/** The turns that are still to come, in total order. */
export interface Turns {
  clear(): void;
  size(): number;
  add(turn: Turn): void;
  /** Takes the next turn, if it comes before the first step of a strategy's occurrence at an instant. */
  before(instant: number, strategy: number, occurrence: string): Turn | null;
  /** Takes the next turn, if there is one. */
  next(): Turn | null;
}

/** At an instant releases come first, by key; fallbacks stand among the occurrences: by priority, strategy, occurrence and step. */
export function createTurns(program: Pick<Program, "strategies">): Turns {
  const ranks = ranksOf(program);
  const turns: Turn[] = [];

  function compare(one: Turn, other: Turn): number {
    if (one.at !== other.at) return one.at - other.at;
    if (one.is !== other.is) return one.is === "release" ? -1 : 1;
    if (one.is === "release") return byCodePoint(one.touch.key, other.touch.key);
    return place(one.touch, other.touch.strategy, other.touch.occurrence) || one.touch.step - other.touch.step;
  }

  function place({ strategy, occurrence }: StandingTouch, otherStrategy: number, otherOccurrence: string): number {
    const rank = (ranks[strategy] as number) - (ranks[otherStrategy] as number);
    return rank || byCodePoint(occurrence, otherOccurrence);
  }

  return {
    clear() {
      turns.length = 0;
    },
    size: () => turns.length,
    add(turn) {
      const later = turns.findIndex((other) => compare(turn, other) < 0);
      turns.splice(later < 0 ? turns.length : later, 0, turn);
    },
    before(instant, strategy, occurrence) {
      const turn = turns[0];
      if (!turn || turn.at > instant) return null;
      const isFirst = turn.at < instant || turn.is === "release" || place(turn.touch, strategy, occurrence) < 0;
      return isFirst ? (turns.shift() ?? null) : null;
    },
    next: () => turns.shift() ?? null,
  };
}
