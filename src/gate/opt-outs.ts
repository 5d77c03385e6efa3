import type { Purpose } from "../program/program.js";

/** The opt-outs of a user that nothing has taken back. Opt-outs and opt-ins are told in the order of their instants. */
export interface OptOuts {
  /** Forgets all, for another user. */
  clear(): void;
  /** `null`: all channels; all purposes. */
  add(channel: number | null, purpose: Purpose | null): void;
  /** An opt-in takes back the opt-outs so far that it includes: without a channel those of all channels, without a purpose those for all. */
  takeBack(channel: number | null, purpose: Purpose | null): void;
  covers(channel: number, purpose: Purpose): boolean;
}

interface OptOut {
  readonly channel: number | null;
  readonly purpose: Purpose | null;
}

const none: readonly OptOut[] = [];

export function createOptOuts(): OptOuts {
  let standing = none;
  return {
    clear() {
      standing = none;
    },
    add(channel, purpose) {
      standing = [...standing, { channel, purpose }];
    },
    takeBack(channel, purpose) {
      standing = standing.filter((out) => !includes(channel, out.channel) || !includes(purpose, out.purpose));
    },
    covers: (channel, purpose) =>
      standing.some((out) => includes(out.channel, channel) && includes(out.purpose, purpose)),
  };
}

/** Whether all of something, or one of it, includes another. */
function includes<T>(whole: T | null, part: T | null): boolean {
  return whole === null || whole === part;
}
