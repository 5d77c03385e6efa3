import { fullest, type Sent } from "../gate/capacity.js";
import type { StrategyCount } from "../decide/tally.js";
import type { Cap, Program } from "../program/program.js";
import type { CapPlan } from "./plan-result.js";

/** A send of a user that was not cancelled. */
export interface CountedSend extends Sent {
  /** The channel's place in the program. */
  readonly channel: number;
}

/** Counts, user by user, how full the caps of a policy are. */
export interface CapPressure {
  count(sends: readonly CountedSend[]): void;
  result(counts: readonly StrategyCount[]): CapPlan[];
}

export function createCapPressure({ policy, project }: Program): CapPressure {
  const rows = policy.caps.map((cap) => ({ cap, full: 0, touched: 0 }));
  return {
    count(sends) {
      for (const row of rows) {
        const own = sends.filter((send) => isCounted(row.cap, send));
        if (own.length === 0) continue;
        row.touched++;
        if (own.length >= row.cap.n && isFullSomewhere(row.cap, own, project.weekStarts)) row.full++;
      }
    },
    result: (counts) =>
      rows.map(({ cap: { name, n }, full, touched }) => ({ name, n, refused: refusedBy(name, counts), full, touched })),
  };
}

function isCounted({ channels }: Cap, { channel }: CountedSend): boolean {
  return channels === null || channels.includes(channel);
}

function isFullSomewhere({ window, n }: Cap, sends: readonly CountedSend[], weekStarts: number): boolean {
  return sends.some((send) => fullest(window, sends, send, weekStarts).held >= n);
}

function refusedBy(name: string, counts: readonly StrategyCount[]): number {
  const code = `capped ${name}`;
  let refused = 0;
  for (const { gates } of counts)
    for (const gate of gates) if (Object.hasOwn(gate.refused, code)) refused += gate.refused[code] ?? 0;
  return refused;
}
