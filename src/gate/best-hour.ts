import { DAY } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { Program } from "../program/program.js";
import type { Candidate } from "./candidate.js";
import { holdsMinute } from "./send-time.js";

/** Evidence of habits counts today and on so many dates before. */
export const EVIDENCE_DAYS = 90;

/** From where on evidence counts: the start of the local date that lies so many days before that of now. */
export function evidenceFrom(zone: Zone, now: number): number {
  return zone.startOf(zone.dateAt(now) - EVIDENCE_DAYS);
}

/** When a user is there. */
export interface BestHourDetail {
  /** How often, by the hour of the local clock, 0 to 23; 0 for hours that do not begin in the strategy's hours. */
  readonly counts: readonly number[];
  readonly total: number;
  readonly least: number;
  /** The most frequent one, of equally frequent ones the earliest; `null` with fewer than `least` in all. */
  readonly hour: number | null;
}

type Between = { readonly from: number; readonly to: number };

/** Reads the hours at which a user opens, clicks, or does what the policy names. */
export function compileBestHour(program: Program): (candidate: Candidate, between: Between) => BestHourDetail {
  const { events, least } = program.policy.bestHour;
  const columns = new Map(
    program.facts.flatMap((fact, column) =>
      fact.is === "hour" && fact.days === EVIDENCE_DAYS ? [[`${fact.event}@${fact.hour}`, column] as const] : [],
    ),
  );

  function countedAt(hour: number, { frame, row }: Candidate): number {
    let count = 0;
    for (const event of events) {
      const column = columns.get(`${event}@${hour}`);
      if (column === undefined) throw new RangeError(`the program has no fact for hour ${hour} of event ${event}`);
      count += frame.columns[column]?.[row] as number;
    }
    return count;
  }

  return (candidate, between) => {
    const counts = receiptsByHour(candidate).map((receipts, hour) =>
      holdsMinute(between, hour * 60) ? receipts + countedAt(hour, candidate) : 0,
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    const hour = total >= least && total > 0 ? counts.indexOf(Math.max(...counts)) : null;
    return { counts, total, least, hour };
  };
}

const HOUR = 3_600_000;

function receiptsByHour({ standing, zone, instant }: Candidate): number[] {
  const counts = Array.from({ length: 24 }, () => 0);
  const from = evidenceFrom(zone, instant);
  for (const { at, outcome } of standing.receipts()) {
    if ((outcome !== "opened" && outcome !== "clicked") || at < from || at > instant) continue;
    const local = at + zone.offsetAt(at);
    const hour = Math.floor((local - Math.floor(local / DAY) * DAY) / HOUR);
    counts[hour] = (counts[hour] as number) + 1;
  }
  return counts;
}
