import type { StandingTouch } from "./encoded-entry.js";

/** The touches and ghosts of a user that are live: neither cancelled nor handed over too late. Each key is there once. */
export interface Touches {
  /** Forgets all, for another user. */
  clear(): void;
  add(touch: StandingTouch): void;
  /** Takes one out for good, even if it is only told later. */
  withdraw(key: string): void;
  /** Leaves one out until another one is, or none. */
  setAside(key: string | null): void;
  /** In order. */
  live(): readonly StandingTouch[];
  /** How many of them are ghosts. */
  ghosts(): number;
  find(key: string): StandingTouch | null;
}

/** `order` is that in which a fold would have made them, whoever tells of them first. */
export function createTouches(order: (one: StandingTouch, other: StandingTouch) => number): Touches {
  const byKey = new Map<string, StandingTouch>();
  const withdrawn = new Set<string>();
  let all: StandingTouch[] = [];
  /** All but the one that is set aside; `null` if none is. */
  let others: readonly StandingTouch[] | null = null;
  let aside: string | null = null;
  let ghosts = 0;

  function setAside(key: string | null): void {
    aside = key;
    others = key === null ? null : all.filter((touch) => touch.key !== key);
  }

  return {
    clear() {
      if (all.length > 0) all = [];
      byKey.clear();
      withdrawn.clear();
      setAside(null);
      ghosts = 0;
    },
    add(touch) {
      if (byKey.has(touch.key) || withdrawn.has(touch.key)) return;
      byKey.set(touch.key, touch);
      // Most come in order, so that it is the last one.
      const place = all.findLastIndex((earlier) => order(earlier, touch) <= 0) + 1;
      all.splice(place, 0, touch);
      if (touch.ghost !== null) ghosts++;
      if (aside !== null) setAside(aside);
    },
    withdraw(key) {
      withdrawn.add(key);
      const touch = byKey.get(key);
      if (!touch) return;
      byKey.delete(key);
      all.splice(all.indexOf(touch), 1);
      if (touch.ghost !== null) ghosts--;
      if (aside !== null) setAside(aside);
    },
    setAside,
    live: () => others ?? all,
    ghosts: () => ghosts,
    find: (key) => (key === aside ? null : (byKey.get(key) ?? null)),
  };
}
