import type { RejectionReason } from "../diagnostic/rejection.js";
import { nearest } from "../text/nearest.js";
import type { Field } from "../program/program.js";
import { type Conversion, convert, kindOf, neededFor, numberConversion } from "./conversion.js";
import { dataError } from "./data-error.js";
import type { ColumnMap, FieldMap } from "./data-map.js";
import type { Database } from "./database.js";
import { convertInstant } from "./instant-conversion.js";
import { EXAMPLES, type Rejected } from "./load-report.js";
import { columnNames, columnOf, findColumn, type Relation } from "./relation.js";
import { Parameters, quoted } from "./sql.js";

/** A rule that a record must keep: where `when` holds, it is rejected. */
export interface RecordCheck {
  readonly reason: RejectionReason;
  readonly when: string;
  /** The column at fault. */
  readonly column: string;
  /** Whether the column may not be shown. */
  readonly hidden: boolean;
}

/** How the records of a relation are read: the stored values by name, and the rules, in the order of examination. */
export class RecordSql {
  readonly parameters = new Parameters();
  readonly #outputs: string[] = [];
  readonly #checks: RecordCheck[] = [];

  constructor(readonly relation: Relation) {}

  output(name: string, sql: string): void {
    this.#outputs.push(`${sql} AS ${name}`);
  }

  check(check: RecordCheck): void {
    this.#checks.push(check);
  }

  /** Adds a conversion's rules; `missing` is the reason if it must not be empty. */
  checks(conversion: Conversion, column: string, missing: RejectionReason | null, hidden: boolean): void {
    if (missing !== null) this.check({ reason: missing, when: conversion.empty, column, hidden });
    for (const { reason, when } of conversion.checks) this.check({ reason, when, column, hidden });
  }

  /** Every record, with `why`: 0 if it is fine, else the place of the rule that it breaks, from 1. */
  all(): string {
    return this.#select([...this.#outputs, this.#why()]);
  }

  #select(outputs: readonly string[]): string {
    return `(SELECT ${outputs.join(", ")} FROM ${this.relation.sql} AS record)`;
  }

  #why(): string {
    return `CAST(${this.#firstBroken((_, place) => String(place + 1), "0")} AS SMALLINT) AS why`;
  }

  /** What is said of the first rule that a record breaks. */
  #firstBroken(say: (check: RecordCheck, place: number) => string, otherwise: string): string {
    const cases = this.#checks.map((check, place) => `WHEN ${check.when} THEN ${say(check, place)}`);
    return cases.length === 0 ? otherwise : `CASE ${cases.join(" ")} ELSE ${otherwise} END`;
  }

  /** Counts the records by rule, with examples. */
  async count(db: Database): Promise<{ records: number; rejected: Rejected[] }> {
    const counts = await db.rows(
      `SELECT why, count(*)::BIGINT FROM ${this.all()} GROUP BY why`,
      this.parameters.values,
    );
    let records = 0;
    const broken = new Map<number, number>();
    for (const [why, count] of counts) {
      records += Number(count);
      if (Number(why) > 0) broken.set(Number(why), Number(count));
    }
    return { records, rejected: broken.size === 0 ? [] : await this.#examples(db, broken) };
  }

  async #examples(db: Database, broken: ReadonlyMap<number, number>): Promise<Rejected[]> {
    const shown = ({ column, hidden }: RecordCheck): string => (hidden ? "NULL" : `CAST(${quoted(column)} AS VARCHAR)`);
    const value = `${this.#firstBroken(shown, "CAST(NULL AS VARCHAR)")} AS value`;
    const line = this.#outputs.filter((output) => output.endsWith(" AS line"));
    const inner = this.#select([...line, value, this.#why()]);
    const rows = await db.rows(
      `SELECT why, line, value FROM ${inner} WHERE why > 0
       QUALIFY row_number() OVER (PARTITION BY why ORDER BY line, value) <= ${EXAMPLES} ORDER BY why, line, value`,
      this.parameters.values,
    );
    return byReason(
      this.#checks,
      broken,
      rows.map(([why, line, text]) => ({ why: Number(why), line, text })),
    );
  }
}

interface FoundExample {
  readonly why: number;
  readonly line: unknown;
  readonly text: unknown;
}

/** Rules with one reason, such as "not a number" of several columns, are one entry of the report. */
function byReason(
  checks: readonly RecordCheck[],
  broken: ReadonlyMap<number, number>,
  found: readonly FoundExample[],
): Rejected[] {
  const rejected = new Map<RejectionReason, Rejected>();
  checks.forEach(({ reason, column, hidden }, place) => {
    const count = broken.get(place + 1);
    if (count === undefined) return;
    const examples = found
      .filter(({ why }) => why === place + 1)
      .map(({ line, text }) => ({
        line: line === null ? null : Number(line),
        column,
        value: text === null ? null : String(text),
        hidden,
      }));
    const before = rejected.get(reason);
    const all = [...(before?.examples ?? []), ...examples];
    all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    rejected.set(reason, { reason, count: (before?.count ?? 0) + count, examples: all.slice(0, EXAMPLES) });
  });
  return [...rejected.values()];
}

/** The line of a record: the mapped column, else the table's own. */
export function lineSql(relation: Relation, line: ColumnMap | null): string {
  const column = line === null ? findColumn(relation, "_line") : columnOf(relation, line);
  return column === null ? "CAST(NULL AS BIGINT)" : `TRY_CAST(${quoted(column.name)} AS BIGINT)`;
}

/** Adds the fields of a schema, each to its output `f0`, `f1` …; a field without a column is a problem. */
export function addFields(
  record: RecordSql,
  fields: readonly Field[],
  mapped: readonly FieldMap[],
  at: { readonly span: ColumnMap["span"]; readonly skip: number | null },
): void {
  const { relation } = record;
  const known = fields.map(({ id }) => id);
  for (const { field } of mapped) {
    if (known.includes(field.text)) continue;
    const args = { field: field.text, fields: known, nearest: nearest(field.text, known) };
    throw dataError("data-field-unknown", field.span, args, relation.source);
  }
  fields.forEach((field, place) => {
    if (place === at.skip) return;
    const map = mapped.find((one) => one.field.text === field.id);
    addField(record, field, `f${place}`, map, at.span);
  });
}

function addField(
  record: RecordSql,
  field: Field,
  output: string,
  map: FieldMap | undefined,
  span: ColumnMap["span"],
): void {
  const { relation } = record;
  if (map && map.column === null) {
    if (!field.optional) throw dataError("data-field-required", map.field.span, { field: field.id }, relation.source);
    record.output(output, isText(field) ? "CAST(NULL AS VARCHAR)" : "CAST(NULL AS BIGINT)");
    return;
  }
  const column = map?.column ?? { column: field.id, zone: null, unit: null, span };
  if (!map && findColumn(relation, field.id) === null) {
    const columns = columnNames(relation);
    const args = { field: field.id, columns, nearest: nearest(field.id, columns), optional: field.optional };
    throw dataError("data-field-missing", span, args, relation.source);
  }
  const conversion = fieldConversion(record, field, column);
  record.output(output, conversion.stored);
  record.checks(conversion, columnOf(relation, column).name, field.optional ? null : "missing_value", field.pii);
}

function fieldConversion(record: RecordSql, field: Field, map: ColumnMap): Conversion {
  const { relation } = record;
  if (field.type.is === "instant") return convertInstant(relation, map);
  const column = columnOf(relation, map);
  const conversion = convert(column, field.type, record.parameters);
  if (conversion) return conversion;
  const args = { column: column.name, found: column.type, needed: neededFor(field) };
  throw dataError("data-column-type", map.span, args, relation.source);
}

/** A whole number that orders events. */
export function seqConversion(relation: Relation, map: ColumnMap): Conversion {
  const column = columnOf(relation, map);
  const conversion = numberConversion(column, kindOf(column.type), 0);
  if (conversion) return conversion;
  const args = { column: column.name, found: column.type, needed: "a whole number" };
  throw dataError("data-column-type", map.span, args, relation.source);
}

/** An id as text; an empty one is none. */
export function idSql(relation: Relation, map: ColumnMap): { sql: string; column: string } {
  const column = columnOf(relation, map);
  return { sql: `nullif(CAST(${quoted(column.name)} AS VARCHAR), '')`, column: column.name };
}

export function isText(field: Field): boolean {
  return field.type.is === "text" || field.type.is === "zone" || field.type.is === "locale";
}
