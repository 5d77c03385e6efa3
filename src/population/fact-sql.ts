import type { EventFact, Program, Window } from "../program/program.js";
import { dateSql, type Windows } from "./grid.js";
import { Parameters } from "./sql.js";
import { whereSql } from "./where-sql.js";

/** The facts about one kind of event, computed in one scan of its table. */
export interface KindFacts {
  /** The event's place in the program. */
  readonly event: number;
  /** Places of the facts, in the order of the columns. */
  readonly facts: readonly number[];
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

/** The facts of a program by kind of event, in the order of the events. */
export function kindsOf(program: Program, windows: Windows): KindFacts[] {
  return program.events.flatMap((_, event) => {
    const facts = program.facts.flatMap((fact, place) => ("event" in fact && fact.event === event ? [place] : []));
    return facts.length === 0 ? [] : [kindFacts(program, windows, event, facts)];
  });
}

function kindFacts(program: Program, windows: Windows, event: number, facts: readonly number[]): KindFacts {
  const parameters = new Parameters();
  const list = facts.map((place) => program.facts[place] as EventFact);
  const columns = list.map((fact) => `CAST(${factSql(fact, windows, parameters)} AS DOUBLE)`);
  const outputs = columns.map((column, k) => `coalesce(${column}, 'NaN'::DOUBLE) AS x${k}`);
  const dates = list.some((fact) => fact.is === "days");
  const reach = [...new Set(list.map((fact) => windows.placeOf(fact)))];
  const within = `least(${reach.map((place) => `grid.lo${place}`).join(", ")})`;
  const date = dates ? `, ${dateSql("e.occurred")} AS date, ${bitSql} AS bit` : "";
  const join = dates
    ? "JOIN touchline.offsets ON offsets.z = e.z AND e.occurred >= offsets.lo AND e.occurred < offsets.hi"
    : "";
  return {
    event,
    facts,
    fields: fieldsOf(list),
    dates,
    within,
    values: parameters.values,
    sql: (table, low, high) => `SELECT u, i, ${outputs.join(", ")} FROM (
      SELECT e.*, grid.* EXCLUDE (z)${date} FROM ${table} AS e JOIN touchline.grid ON grid.z = e.z ${join}
      WHERE e.u >= ${low} AND e.u < ${high} AND e.visible <= grid.now AND e.occurred >= ${within}
    ) GROUP BY u, i`,
  };
}

/** One fact as an aggregate over the rows that pass its window and its test. */
function factSql(fact: EventFact, windows: Windows, parameters: Parameters): string {
  const place = windows.placeOf(fact);
  const test = fact.where === null ? "" : ` AND ${whereSql(fact.where, (field) => `f${field}`, parameters)}`;
  const filter = `FILTER (occurred >= lo${place} AND occurred < hi${place}${test})`;
  switch (fact.is) {
    case "count":
      return `count(*) ${filter}`;
    case "days":
      return spansMask(fact.window)
        ? `bit_count(coalesce(bit_or(bit) ${filter}, 0))`
        : `count(DISTINCT date) ${filter}`;
    case "lastInstant":
    case "lastDate":
      return `max(occurred) ${filter}`;
    case "countKnown":
      return `count(f${fact.field}) ${filter}`;
    case "sum":
      return `coalesce(sum(f${fact.field}) ${filter}, 0)`;
    case "min":
      return `min(f${fact.field}) ${filter}`;
    case "max":
      return `max(f${fact.field}) ${filter}`;
  }
}

function spansMask(window: Window): boolean {
  return (
    (window.is === "last" || window.is === "previous" || window.is === "for") &&
    window.unit === "day" &&
    window.n <= MASK_DAYS
  );
}

/** The fields that facts read, in their values and in their tests. */
function fieldsOf(facts: readonly EventFact[]): number[] {
  const fields = new Set<number>();
  for (const fact of facts) {
    if ("field" in fact) fields.add(fact.field);
    // Columns inside a test are named by number under this key, and nothing else is.
    JSON.stringify(fact.where, (key, value: unknown) => {
      if (key === "column" && typeof value === "number") fields.add(value);
      return value;
    });
  }
  return [...fields].sort((a, b) => a - b);
}
