import type { PlainWindow } from "../facts/need.js";
import type { Program } from "../program/program.js";
import type { ScannedFact } from "./fact-route.js";
import { columnsIn, profileFieldsIn } from "./fact-needs.js";
import { dateSql, type Windows } from "./grid.js";
import { profileJoin, rowNames } from "./profile-join.js";
import { Parameters } from "./sql.js";
import { whereSql } from "./where-sql.js";

/** The facts about one kind of event, computed in one scan of its table. */
export interface KindFacts {
  /** The event's place in the program. */
  readonly event: number;
  /** In the order of the columns. */
  readonly facts: readonly ScannedFact[];
  /** Fields that the facts read. */
  readonly fields: readonly number[];
  /** Whether a fact counts local dates. */
  readonly dates: boolean;
  /** Columns `u`, `i`, then one DOUBLE per fact (`NaN` for unknown), for the users `[low, high)`. */
  sql(table: string, low: number, high: number): string;
  readonly values: Parameters["values"];
  /** SQL for where the earliest of their windows starts, given a row of `grid`. */
  readonly within: string;
}

/** A set of dates fits the bits of one whole number if all lie within so many days back from today. */
const MASK_DAYS = 62;

/** The bit of a date: 1 for today, 2 for yesterday … A date that is too long ago has none, and no window that asks for bits reaches it. */
const ago = "CAST(grid.today - date AS INTEGER)";
const bitSql = `CASE WHEN ${ago} BETWEEN 0 AND ${MASK_DAYS} THEN CAST(1 AS BIGINT) << ${ago} END`;

/** Facts by kind of event, in the order of the events. */
export function scansOf(program: Program, scanned: readonly ScannedFact[], windows: Windows): KindFacts[] {
  return program.events.flatMap((_, event) => {
    const facts = scanned.filter((fact) => fact.event === event);
    return facts.length === 0 ? [] : [kindFacts(program, windows, event, facts)];
  });
}

function kindFacts(program: Program, windows: Windows, event: number, facts: readonly ScannedFact[]): KindFacts {
  const parameters = new Parameters();
  const columns = facts.map((fact) => `CAST(${factSql(fact, windows, parameters)} AS DOUBLE)`);
  const outputs = columns.map((column, k) => `coalesce(${column}, 'NaN'::DOUBLE) AS x${k}`);
  const dates = facts.some(({ total }) => total.is === "days");
  const reach = [...new Set(facts.map((fact) => windows.placeOf(fact)))];
  const within = `least(${reach.map((place) => `grid.lo${place}`).join(", ")})`;
  const date = dates ? `, ${dateSql("e.occurred")} AS date, ${bitSql} AS bit` : "";
  const join = dates
    ? "JOIN touchline.offsets ON offsets.z = e.z AND e.occurred >= offsets.lo AND e.occurred < offsets.hi"
    : "";
  const read = profileFieldsIn(facts.map(({ where }) => where));
  const own = read.map((place) => `, own.p${place}`).join("");
  return {
    event,
    facts,
    fields: fieldsOf(facts),
    dates,
    within,
    values: parameters.values,
    sql: (table, low, high) => `SELECT u, i, ${outputs.join(", ")} FROM (
      SELECT e.*, grid.* EXCLUDE (z)${date}${own} FROM ${table} AS e
        JOIN touchline.grid ON grid.z = e.z ${join} ${profileJoin(program, read)}
      WHERE e.u >= ${low} AND e.u < ${high} AND e.visible <= grid.now AND e.occurred >= ${within}
    ) GROUP BY u, i`,
  };
}

/** One fact as an aggregate over the rows that pass its window and its test. */
function factSql(fact: ScannedFact, windows: Windows, parameters: Parameters): string {
  const { where, window, total } = fact;
  const place = windows.placeOf(fact);
  const test = where === null ? "" : ` AND ${whereSql(where, rowNames, parameters)}`;
  const filter = `FILTER (occurred >= lo${place} AND occurred < hi${place}${test})`;
  switch (total.is) {
    case "count":
      return `count(*) ${filter}`;
    case "days":
      return spansMask(window) ? `bit_count(coalesce(bit_or(bit) ${filter}, 0))` : `count(DISTINCT date) ${filter}`;
    case "first":
      return `min(occurred) ${filter}`;
    case "last":
      return `max(occurred) ${filter}`;
    case "lastIn":
      // What is later than the window counts too: the last of all must be in it.
      return `coalesce(max(occurred) FILTER (occurred >= lo${place}${test}) < max(hi${place}), false)`;
    case "countKnown":
      return `count(f${total.field}) ${filter}`;
    case "distinct":
      return `count(DISTINCT f${total.field}) ${filter}`;
    case "sum":
      return `coalesce(sum(f${total.field}) ${filter}, 0)`;
    case "min":
      return `min(f${total.field}) ${filter}`;
    case "max":
      return `max(f${total.field}) ${filter}`;
  }
}

/** Whether the dates of a window fit the mask of bits, whenever it is asked. */
function spansMask(window: PlainWindow): boolean {
  switch (window.is) {
    case "last":
    case "previous":
    case "for":
      return window.unit === "day" && window.n <= MASK_DAYS;
    case "ago":
      return window.unit === "day" && window.far <= MASK_DAYS;
    case "thisWeek":
    case "thisMonth":
      return true;
    default:
      return false;
  }
}

/** The event's fields that facts read, in their values and in their tests. */
function fieldsOf(facts: readonly ScannedFact[]): number[] {
  const fields = new Set<number>();
  for (const { where, total } of facts) {
    if ("field" in total) fields.add(total.field);
    for (const field of columnsIn(where)) fields.add(field);
  }
  return [...fields].sort((a, b) => a - b);
}
