import type { SequenceFact, SequenceStep } from "../program/program.js";
import type { Sources } from "./scene.js";
import type { Stream } from "./stream.js";

/** A step that must happen, with all that ties it to the one before, and all that must not happen until the next. */
export interface Step {
  readonly stream: Stream;
  /** `null` for the first. */
  readonly same: Same | null;
  readonly within: Within | null;
  /** Up to the next step, or, after the last one, up to now. */
  readonly guards: readonly Guard[];
}

/** What must not happen after a step. */
export interface Guard {
  readonly stream: Stream;
  readonly same: Same | null;
  readonly within: Within | null;
}

/** Fields that must be equal, both known: of this step's event, and of the event before. */
export type Same = NonNullable<SequenceStep["same"]>;

export type Within = NonNullable<SequenceStep["within"]>;

/** Puts the steps with `no` where they are looked at: with the step after which they may not happen. */
export function stepsOf({ steps }: SequenceFact, sources: Sources): readonly Step[] {
  const found: { stream: Stream; same: Same | null; within: Within | null; guards: Guard[] }[] = [];
  for (const { no, event, where, same, within } of steps) {
    const stream = sources.stream(event, where);
    if (no) found.at(-1)?.guards.push({ stream, same, within });
    else found.push({ stream, same, within, guards: [] });
  }
  return found;
}
