import type { EncodedEntry } from "../gate/standing.js";
import type { Grants } from "../gate/grants.js";

/** Gives back what touches had reserved that, as entries say, never went out. */
export interface Returns {
  begin(input: { readonly entries: readonly EncodedEntry[]; readonly grants: Grants }): void;
  /** Gives back what was cancelled, or handed over too late, up to an instant. */
  upTo(instant: number): void;
}

type CancelEntry = Extract<EncodedEntry, { kind: "cancel" }>;

const none: readonly CancelEntry[] = [];

export function createReturns(): Returns {
  let cancels = none;
  let next = 0;
  let grants: Grants | null = null;
  return {
    begin(input) {
      grants = input.grants;
      next = 0;
      const found = input.entries.length === 0 ? none : input.entries.filter((entry) => entry.kind === "cancel");
      cancels = found.length > 1 ? [...found].sort((one, other) => one.at - other.at) : found;
    },
    upTo(instant) {
      for (; next < cancels.length; next++) {
        const { at, key } = cancels[next] as CancelEntry;
        if (at > instant) return;
        grants?.release(key);
      }
    },
  };
}
