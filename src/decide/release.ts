import type { Trigger } from "../facts/ask.js";
import type { Due } from "../gate/due.js";
import { createReleaseGates, type GateSources } from "../gate/gates.js";
import type { RefusalCode } from "../gate/refusal-code.js";
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
    const code = pastCode(world, touch, trigger);
    watch?.passes("due", candidate, code);
    return code === null ? null : { gate: "due", code };
  };

  /** Whether what started it still lasts: the user is still in the state, and what did not follow still has not. */
  function pastCode(world: World, { strategy, sendAt }: StandingTouch, trigger: Trigger | null): RefusalCode | null {
    if (!due.stays(candidate)) return "left";
    return trigger === null || world.stillDue(strategy, trigger, sendAt) ? null : "followed";
  }
}
