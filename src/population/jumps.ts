import type { Counts } from "./matrix.js";

/** How the value of users changed between two instants; the numbers add up to all users. Tiers stand from the best to the least. */
export interface Jumps {
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Came to be in a tier, or in none. */
  readonly in: number;
  readonly out: number;
  /** In no tier at either. */
  readonly outside: number;
}

export const jumpKinds = ["up", "down", "same", "in", "out", "outside"] as const;

export function jumpsOf(moves: Counts): Jumps {
  const jumps = { up: 0, down: 0, same: 0, in: 0, out: 0, outside: 0 };
  const none = moves.length - 1;
  moves.forEach((row, from) => {
    row.forEach((users, to) => {
      jumps[jumpOf(from, to, none)] += users;
    });
  });
  return jumps;
}

function jumpOf(from: number, to: number, none: number): keyof Jumps {
  if (from === none) return to === none ? "outside" : "in";
  if (to === none) return "out";
  return to === from ? "same" : to < from ? "up" : "down";
}
