import type { EncodedEntry, StandingTouch } from "../gate/standing.js";
import type { Program, Step } from "../program/program.js";
import type { FoldInput } from "./fold.js";
import type { Turns } from "./turns.js";

/** Finds out when touches, those of entries and those that the fold makes, will need to be looked at again or followed up. */
export interface TurnFinder {
  /** Starts with another user and the touches among their entries. */
  begin(input: Pick<FoldInput, "entries" | "since" | "until" | "strategies">): void;
  /** A touch counts from an instant on: its turns come later than that. */
  found(touch: StandingTouch, from: number): void;
}

export function createTurnFinder(program: Pick<Program, "strategies">, turns: Turns): TurnFinder {
  let until = 0;
  let wanted: ReadonlySet<number> | undefined;
  let handedOver: ReadonlyMap<string, number> = nothing;

  function found(touch: StandingTouch, from: number): void {
    const step = stepOf(program, touch, touch.step);
    // What the program no longer offers is past, and nothing more is known about it.
    if (!step?.channels.includes(touch.channel)) return;
    if (touch.sendAt > from && touch.sendAt <= until) turns.add({ is: "release", at: touch.sendAt, touch });
    const at = fallbackAt(touch);
    if (at > from && at <= until) turns.add({ is: "fallback", at, touch });
  }

  /** When the next step after a touch is due; `NaN` for never: there is none, or no channel has acknowledged the touch. */
  function fallbackAt(touch: StandingTouch): number {
    if (touch.ghost !== null || wanted?.has(touch.strategy) === false) return Number.NaN;
    const wait = stepOf(program, touch, touch.step + 1)?.wait;
    return wait ? (handedOver.get(touch.key) ?? Number.NaN) + wait.ms : Number.NaN;
  }

  return {
    begin({ entries, since, until: end, strategies }) {
      turns.clear();
      until = end;
      wanted = strategies;
      handedOver = handOvers(entries);
      for (const entry of entries) if (entry.kind === "touch") found(entry, Math.max(since, entry.at));
    },
    found,
  };
}

/** A step of the offer that a touch is of; a ghost of a variant without an offer walked another one. */
export function stepOf({ strategies }: Pick<Program, "strategies">, touch: StandingTouch, step: number): Step | null {
  return strategies[touch.strategy]?.variants[touch.walked]?.offer?.steps[step] ?? null;
}

const nothing: ReadonlyMap<string, number> = new Map();

/** By key: when the channel first acknowledged a send. */
function handOvers(entries: readonly EncodedEntry[]): ReadonlyMap<string, number> {
  let first: Map<string, number> | null = null;
  for (const entry of entries) {
    if (entry.kind !== "receipt" || entry.outcome !== "handed_over") continue;
    first ??= new Map();
    first.set(entry.key, Math.min(entry.at, first.get(entry.key) ?? Number.POSITIVE_INFINITY));
  }
  return first ?? nothing;
}
