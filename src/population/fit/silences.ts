import { addMonths } from "../../calendar/civil.js";
import { type Zone, zone } from "../../calendar/zone.js";
import type { Fit, Length, Program } from "../../program/program.js";
import type { Database } from "../database.js";
import { profileFieldsIn } from "../fact-needs.js";
import { createOffsets, dateSql, type ZoneAsk } from "../grid.js";
import type { Population } from "../load.js";
import { profileJoin, rowNames } from "../profile-join.js";
import { Parameters } from "../sql.js";
import { whereSql } from "../where-sql.js";

export type PeriodFit = Extract<Fit, { is: "period" }>;

/** One candidate of a period. */
export interface CurvePoint {
  readonly after: Length;
  /** Silences that reached it early enough before the fit to be looked at. */
  readonly silences: number;
  /** Those of them that were broken while they were looked at. */
  readonly returned: number;
}

/**
 * The date on which a silence that follows an event of the date `since` has lasted for `length`: the first on which
 * `did not … for length` holds. After n days that is `since + n + 1`: n whole dates without such an event lie between them, and the
 * date itself began without one.
 */
export function reachedOn(since: number, { unit, n }: Length): number {
  if (unit === "ms") throw new RangeError("silences are measured in whole dates");
  if (unit === "day") return since + n + 1;
  let date = addMonths(since + 1, n);
  while (addMonths(date, -n) <= since) date++;
  return date;
}

/**
 * The return rate of silences, by candidate. All dates are local ones, in each user's own zone.
 *
 * A silence begins on a date with a matching event that was visible at the fit, and ends on the next date with one, or not yet; events
 * of one date are one. It counts for a candidate if it reached it (see `reachedOn`) on a date that is at least `observed` dates before
 * the date of the fit: so each has `observed` whole dates behind it, the one it was reached on among them. It was broken if the next
 * event fell on one of those. Dates before which the event's data is not complete begin no silence.
 */
export async function silenceCurve(
  db: Database,
  population: Population,
  program: Program,
  fit: PeriodFit,
  until: number,
): Promise<CurvePoint[]> {
  const none = fit.candidates.map((after) => ({ after, silences: 0, returned: 0 }));
  const table = population.tableOf(fit.event);
  if (table === null) return none;
  const zones = population.zones.map(zone);
  const [extent] = await db.rows(
    `SELECT min(occurred), max(occurred) FROM ${table} WHERE u IS NOT NULL AND visible <= ${until} HAVING count(*) > 0`,
  );
  if (!extent) return none;
  const [from, to] = [Number(extent[0]), Number(extent[1])];
  await createOffsets(db, zones.map(unasked), from, to);
  await createReaches(db, fit.candidates, zones, from, to);
  const found = await db.rows(...curveSql(program, fit, table, zones, until));
  return none.map(({ after }, place) => {
    const [, silences = 0, returned = 0] = found.find(([candidate]) => candidate === place) ?? [];
    return { after, silences: Number(silences), returned: Number(returned) };
  });
}

function unasked(place: Zone): ZoneAsk {
  return { zone: place, agenda: { asks: [], occurrences: [] }, asks: [], last: -1 };
}

/** How many rows one statement inserts. */
const BATCH = 500;

/** The table `reaches`: when a silence since a `date` has reached each candidate. */
async function createReaches(
  db: Database,
  candidates: readonly Length[],
  zones: readonly Zone[],
  from: number,
  to: number,
): Promise<void> {
  await db.run("CREATE OR REPLACE TABLE touchline.reaches (candidate INTEGER, date BIGINT, reached BIGINT)");
  const first = Math.min(...zones.map((place) => place.dateAt(from)));
  const last = Math.max(...zones.map((place) => place.dateAt(to)));
  const rows = candidates.flatMap((length, candidate) =>
    Array.from({ length: last - first + 1 }, (_, day) => {
      return `(${candidate}, ${first + day}, ${reachedOn(first + day, length)})`;
    }),
  );
  for (let at = 0; at < rows.length; at += BATCH)
    await db.run(`INSERT INTO touchline.reaches VALUES ${rows.slice(at, at + BATCH).join(", ")}`);
}

/** Columns: the candidate, its silences, those of them that were broken. */
function curveSql(
  program: Program,
  { event, where, observed }: PeriodFit,
  table: string,
  zones: readonly Zone[],
  until: number,
): [sql: string, values: Parameters["values"]] {
  const parameters = new Parameters();
  const passes = where === null ? "true" : whereSql(where, rowNames, parameters);
  const todays = zones.map((place, z) => `(${z}, ${place.dateAt(until)})`).join(", ");
  const kept = program.events[event]?.kept ?? null;
  const complete = kept === null ? "true" : `date >= today - ${kept}`;
  const sql = `WITH fits (z, today) AS (VALUES ${todays}),
    days AS (SELECT DISTINCT e.u, e.z, ${dateSql("e.occurred")} AS date FROM ${table} AS e
      JOIN touchline.offsets ON offsets.z = e.z AND e.occurred >= offsets.lo AND e.occurred < offsets.hi
      ${profileJoin(program, profileFieldsIn(where))}
      WHERE e.u IS NOT NULL AND e.visible <= ${until} AND ${passes}),
    silences AS (SELECT z, date, lead(date) OVER (PARTITION BY u ORDER BY date) AS next FROM days)
    SELECT candidate, count(*), count(*) FILTER (next < reached + ${observed})
    FROM silences JOIN fits USING (z) JOIN touchline.reaches USING (date)
    WHERE ${complete} AND (next IS NULL OR next >= reached) AND reached + ${observed} <= today GROUP BY candidate`;
  return [sql, parameters.values];
}
