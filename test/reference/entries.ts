import { dateFromText, instantFromInput } from "./clock.js";
import { instantGiven, type Row } from "./history.js";

/** A touch of this user: it counts for `repeat` by the local date of its occurrence. */
export interface TouchMade {
  readonly strategy: string;
  readonly at: number;
  readonly date: number;
}

/** An opt-out, or the taking back of one; no channel means all of them. */
export interface Consent {
  readonly kind: "opt_out" | "opt_in";
  readonly at: number;
  readonly channel: string | null;
}

/** What happened to the user besides events. Tags and receipts change no decision yet. */
export interface Entries {
  readonly touches: readonly TouchMade[];
  readonly consents: readonly Consent[];
}

export function readEntries(rows: readonly Row[]): Entries {
  const touches: TouchMade[] = [];
  const consents: Consent[] = [];
  for (const row of rows) {
    const at = instantFromInput(instantGiven(row["at"]));
    const kind = row["kind"];
    if (kind === "touch") {
      const date = dateFromText(String(row["occurrence"]).slice(0, "2026-01-31".length));
      touches.push({ strategy: String(row["strategy"]), at, date });
    } else if (kind === "opt_out" || kind === "opt_in") {
      consents.push({ kind, at, channel: row["channel"] === undefined ? null : String(row["channel"]) });
    }
  }
  // The order in which entries are given means nothing: of what was said at one instant, the opt-out counts.
  const opposed = ({ kind }: Consent) => (kind === "opt_out" ? 1 : 0);
  return { touches, consents: consents.sort((a, b) => a.at - b.at || opposed(a) - opposed(b)) };
}

/**
 * The channels that the user does not want at an instant; `all` when it is every one. An opt-out of one channel is
 * taken back by an opt-in of it; an opt-in without a channel takes back everything.
 */
export function optedOut(consents: readonly Consent[], now: number): { all: boolean; channels: ReadonlySet<string> } {
  let all = false;
  const channels = new Set<string>();
  for (const { kind, at, channel } of consents) {
    if (at > now) continue;
    if (kind === "opt_out") {
      if (channel === null) all = true;
      else channels.add(channel);
    } else if (channel === null) {
      all = false;
      channels.clear();
    } else {
      channels.delete(channel);
    }
  }
  return { all, channels };
}
