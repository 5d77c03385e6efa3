import type { Trigger } from "../facts/ask.js";
import type { Candidate } from "../gate/candidate.js";
import type { Due } from "../gate/due.js";
import { createReleaseGates, type GateSources } from "../gate/gates.js";
import type { StandingTouch } from "../gate/standing.js";
import type { Contender } from "./contender.js";
import type { FoldInput, World } from "./fold.js";
import type { Verdict } from "./walk.js";

/**
 * Looks at a touch again when its instant of sending has come: with what is visible by then, but windows, days and lengths of time
 * counted from its occurrence. Says why it is not to go out after all; `null` if it is.
 */
export type ReleaseCheck = (input: FoldInput, touch: StandingTouch) => Verdict | null;

export function createReleaseCheck(sources: GateSources, contender: Contender, due: Due): ReleaseCheck {
  const gates = createReleaseGates(sources);
  const { candidate } = contender;
  return ({ world, watch }, touch) => {
    if (world === null) return null;
    const trigger = contender.lookAgain(world, touch);
    watch?.begins("release", candidate, contender.ask());
    for (const { id, gate } of gates) {
      const code = gate(candidate);
      watch?.passes(id, candidate, code);
      if (code !== null) return { gate: id, code };
    }
    const past = lasting(world, candidate, due, trigger, touch.sendAt);
    watch?.passes("due", candidate, past?.code ?? null);
    return past;
  };
}

/**
 * Whether what started the candidate still lasts at an instant: the user is still in the state, and what did not follow still has
 * not. Says what has changed; `null` if nothing.
 */
export function lasting(
  world: World,
  candidate: Candidate,
  due: Due,
  trigger: Trigger | null,
  at: number,
): Verdict | null {
  if (!due.stays(candidate)) return { gate: "due", code: "left" };
  const isSilent = trigger === null || world.stillDue(candidate.strategy, trigger, at);
  return isSilent ? null : { gate: "due", code: "followed" };
}
