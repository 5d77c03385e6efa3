import type { GateId } from "../gate/gates.js";
import type { Closed } from "./coverage-state.js";

/** What kept a wanted user from being touched, in the order of the gates. */
export const obstacles = [
  "not_allowed",
  "held_back",
  "out_of_reach",
  "no_time",
  "lost",
  "capped",
  "unfunded",
  "not_composed",
  "cancelled",
] as const;

export type Obstacle = (typeof obstacles)[number];

/** What became of a user, the first that is true. */
export const fates = ["unreachable", "no_consent", "never_targeted", ...obstacles, "touched"] as const;

export type UserFate = (typeof fates)[number];

const ofGates: Partial<Record<GateId, Obstacle>> = {
  allowed: "not_allowed",
  assigned: "held_back",
  reachable: "out_of_reach",
  timely: "no_time",
  exclusive: "lost",
  fresh: "capped",
  funded: "unfunded",
  composed: "not_composed",
};

/** What happens to one user in the interval, strategy by strategy; in memory that is used again and again. */
export interface UserRecord {
  /** Places of the strategies that wanted the user, and of those that touched them. */
  readonly targeted: Set<number>;
  readonly touched: Set<number>;
  refused(strategy: number, gate: GateId, code: string): void;
  decided(strategy: number, key: string): void;
  ghost(strategy: number): void;
  cancelled(key: string): void;
  /** To be called once, when all is decided. `closed`: as of the end. */
  fate(closed: Closed | null): UserFate;
  clear(): void;
}

export function createUserRecord(): UserRecord {
  const targeted = new Set<number>();
  const touched = new Set<number>();
  const touches = new Map<string, number>();
  const counts = new Map<Obstacle, number>();
  const meet = (strategy: number, obstacle: Obstacle): void => {
    targeted.add(strategy);
    counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
  };
  return {
    targeted,
    touched,
    refused(strategy, gate, code) {
      if (gate === "due" || gate === "targeted") return;
      // A channel's own caps are asked where the channel is chosen.
      const found = code.startsWith("capped ") ? "capped" : ofGates[gate];
      if (found) meet(strategy, found);
    },
    decided(strategy, key) {
      targeted.add(strategy);
      touches.set(key, strategy);
    },
    ghost: (strategy) => meet(strategy, "held_back"),
    cancelled(key) {
      const strategy = touches.get(key);
      if (strategy === undefined) return;
      touches.delete(key);
      meet(strategy, "cancelled");
    },
    fate(closed) {
      for (const strategy of touches.values()) touched.add(strategy);
      if (closed) return closed;
      if (targeted.size === 0) return "never_targeted";
      if (touched.size > 0) return "touched";
      return mostFrequent(counts);
    },
    clear() {
      targeted.clear();
      touched.clear();
      touches.clear();
      counts.clear();
    },
  };
}

/** Of equally frequent ones the first in the order of the gates. */
function mostFrequent(counts: ReadonlyMap<Obstacle, number>): Obstacle {
  return obstacles.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best));
}
