import type { Due } from "../gate/due.js";
import { createReleaseGates, type GateSources } from "../gate/gates.js";
import type { StandingTouch } from "../gate/standing.js";
import type { Contender } from "./contender.js";
import type { FoldInput } from "./fold.js";
import type { Verdict } from "./walk.js";

/**
 * Looks at a touch again when its instant of sending has come: with what is visible by then, but windows, days and lengths of time
 * counted from its occurrence. Says why it is not to go out after all; `null` if it is.
 */
export type ReleaseCheck = (input: FoldInput, touch: StandingTouch) => Verdict | null;

export function createReleaseCheck(sources: GateSources, contender: Contender, due: Due): ReleaseCheck {
  const gates = createReleaseGates(sources);
  const { candidate } = contender;
  return ({ world }, touch) => {
    if (world === null) return null;
    const trigger = contender.lookAgain(world, touch);
    for (const { id, gate } of gates) {
      const code = gate(candidate);
      if (code !== null) return { gate: id, code };
    }
    if (!due.stays(candidate)) return { gate: "due", code: "left" };
    if (trigger === null || world.stillDue(touch.strategy, trigger, touch.sendAt)) return null;
    return { gate: "due", code: "followed" };
  };
}
