import { noPolicy } from "../program/plain.js";
import type { Offer, Program, Strategy } from "../../src/program/program.js";

/**
 * A program without what strategies share: no policy, holdouts, hours, groups, quantities or tags. What is left is when it looks at people,
 * who they are, how often it may touch them, and over which channels: what can be said in SQL, strategy by strategy. Hours of habit stay
 * what they are, and splits too.
 */
export function unruled(program: Program): Program {
  return {
    ...program,
    policy: { ...noPolicy, bestHour: program.policy.bestHour },
    sets: program.sets.map((set) => ({ ...set, holdout: null, budget: null })),
    channels: program.channels.map((channel) => ({ ...channel, quota: null, limits: [] })),
    benefits: program.benefits.map((one) => ({ ...one, quantity: null, byChannel: [], perUser: null, budget: null })),
    strategies: program.strategies.map(
      (strategy): Strategy => ({
        ...strategy,
        holdout: null,
        exclusive: [],
        sets: [],
        variants: strategy.variants.map((variant) => ({ ...variant, offer: variant.offer && atOnce(variant.offer) })),
      }),
    ),
  };
}

function atOnce(offer: Offer): Offer {
  return { ...offer, send: { window: null, bestHour: null } };
}
