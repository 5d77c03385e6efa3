import type { Occurrences } from "../occur/occurrences.js";
import type { Admitted } from "./door.js";
import type { ExactFacts } from "./exact-facts.js";
import type { World } from "./fold.js";

/** Answers what a fold asks about one user from their whole history. */
export function userWorld(facts: ExactFacts, occurrences: Occurrences, admitted: Admitted): World {
  const { zone, profile, events } = admitted;
  return {
    factsAt: (ask) => ({ frame: facts.compute({ zone, profile, events, asks: [ask] }), row: 0 }),
    triggerOf: (strategy, occurrence) => occurrences.triggerOf(admitted, strategy, occurrence),
    stillDue: (strategy, trigger, until) => occurrences.stillDue(admitted, strategy, trigger, until),
  };
}
