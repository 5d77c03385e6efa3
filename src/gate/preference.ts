import type { Step } from "../program/program.js";
import { evidenceFrom } from "./best-hour.js";
import type { Candidate } from "./candidate.js";

/** The order in which a step tries its channels. */
export interface Preference {
  /** Places in the step's channels. */
  readonly order: readonly number[];
  /** By what the user opens; else as declared. */
  readonly byPreference: boolean;
  /** What is known of each channel of the step, in its order; empty if the strategy does not ask. */
  readonly evidence: readonly ChannelEvidence[];
}

export interface ChannelEvidence {
  /** Touches over it that came back with anything but a failure. */
  readonly receipts: number;
  /** Those of them that were opened or clicked. */
  readonly opened: number;
}

const declared = new Map<number, Preference>();

/**
 * Channels of which the user opens more come first, of those of equal shares the one that is named first; as declared while some
 * channel has fewer receipts than the strategy asks for. What was sent today and in the 90 dates before counts.
 */
export function preferenceOf({ channels, preferred }: Step, candidate: Candidate): Preference {
  if (preferred === null) return asDeclared(channels.length);
  const all = evidenceOf(candidate);
  const evidence = channels.map((channel) => all.get(channel) ?? { receipts: 0, opened: 0 });
  if (evidence.some(({ receipts }) => receipts < preferred.least)) return { ...asDeclared(channels.length), evidence };
  const order = channels.map((_, place) => place);
  order.sort((a, b) => compare(evidence[a] as ChannelEvidence, evidence[b] as ChannelEvidence) || a - b);
  return { order, byPreference: true, evidence };
}

function asDeclared(length: number): Preference {
  let known = declared.get(length);
  if (!known) {
    known = { order: Array.from({ length }, (_, place) => place), byPreference: false, evidence: [] };
    declared.set(length, known);
  }
  return known;
}

/** The greater share of opens first; products of counts, so that equal shares are equal. */
function compare(a: ChannelEvidence, b: ChannelEvidence): number {
  return b.opened * a.receipts - a.opened * b.receipts;
}

/** By channel: how the user took what was really sent. */
function evidenceOf({ standing, strategy, zone, instant }: Candidate): ReadonlyMap<number, ChannelEvidence> {
  const [back, opened] = [new Set<string>(), new Set<string>()];
  for (const { key, outcome } of standing.receipts()) {
    if (outcome !== "failed") back.add(key);
    if (outcome === "opened" || outcome === "clicked") opened.add(key);
  }
  const from = evidenceFrom(zone, instant);
  const evidence = new Map<number, ChannelEvidence>();
  for (const { key, channel, sendAt, ghost } of standing.touches(strategy, null)) {
    if (ghost !== null || sendAt < from || sendAt > instant || !back.has(key)) continue;
    const known = evidence.get(channel) ?? { receipts: 0, opened: 0 };
    evidence.set(channel, { receipts: known.receipts + 1, opened: known.opened + (opened.has(key) ? 1 : 0) });
  }
  return evidence;
}
