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

/** What a record is rejected for, and where. */
interface Fault {
  readonly reason: RejectionReason;
  /** The column at fault. */
  readonly column: string;
  /** Whether the column may not be shown. */
  readonly hidden: boolean;
}

/** A place in the data that can be at fault. */
type Place = Omit<Fault, "reason">;

/**
 * How the records of a relation are read: stored values by name, and what is wrong with records, in the order of
 * examination. Values are computed first, once; why one is lacking is asked only where it is.
 */
export class RecordSql {
  readonly parameters = new Parameters();
  /** Expressions over the relation; each is a column of the inner SELECT. */
  readonly #computed: string[] = [];
  /** Columns of the outer SELECT. */
  readonly #outputs: string[] = [];
  /** Per value or rule: SQL that gives the place of a fault, from 1, or NULL. */
  readonly #tests: string[] = [];
  readonly #faults: Fault[] = [];

  constructor(readonly relation: Relation) {}

  /** Adds an output that nothing can be wrong with; gives the name by which rules may refer to it. */
  output(name: string, sql: string, range?: Conversion["range"]): string {
    const column = quoted(`·${this.#computed.length}`);
    this.#computed.push(`${sql} AS ${column}`);
    const kept = range ? `(CASE WHEN ${column} BETWEEN ${range.low} AND ${range.high} THEN ${column} END)` : column;
    this.#outputs.push(`${kept} AS ${name}`);
    return kept;
  }

  /** Adds a converted output with the conversion's rules; `missing` is the reason if it must not be empty. */
  value(name: string, conversion: Conversion, missing: RejectionReason | null, place: Place): string {
    const computed = this.output(name, conversion.stored, conversion.range);
    const empty = `WHEN ${conversion.empty} THEN ${missing === null ? "NULL" : this.#fault(missing, place)}`;
    const rules = conversion.checks.map(({ reason, when }) => `WHEN ${when} THEN ${this.#fault(reason, place)}`);
    this.#tests.push(`CASE WHEN ${computed} IS NULL THEN CASE ${[empty, ...rules].join(" ")} END END`);
    return computed;
  }

  /** Adds a rule over outputs: where `when` holds, the record is rejected. */
  rule(reason: RejectionReason, when: string, place: Place): void {
    this.#tests.push(`CASE WHEN ${when} THEN ${this.#fault(reason, place)} END`);
  }

  #fault(reason: RejectionReason, place: Place): number {
    return this.#faults.push({ reason, ...place });
  }

  /** Every record, or those where `only` holds, with `why`: 0 if it is fine, else the place of what is wrong with it, from 1. */
  all(only?: string): string {
    return this.#select([...this.#outputs, `"·why" AS why`], only);
  }

  /** Like `all`, and with `shown`: of a record that something is wrong with, what the column at fault holds. */
  examined(): string {
    return this.#select([...this.#outputs, `"·why" AS why`, `${this.#shown()} AS shown`]);
  }

  /** Each level is computed once, and read by those around it. */
  #select(outputs: readonly string[], only = "true"): string {
    const inner = ["record.*", ...this.#computed].join(", ");
    const why = `CAST(coalesce(${[...this.#tests, "0"].join(", ")}) AS SMALLINT) AS "·why"`;
    return `(SELECT ${outputs.join(", ")} FROM
      (SELECT *, ${why} FROM (SELECT ${inner} FROM ${this.relation.sql} AS record WHERE ${only})))`;
  }

  #shown(): string {
    const cases = this.#faults.flatMap(({ column, hidden }, place) =>
      hidden ? [] : [`WHEN ${place + 1} THEN CAST(${quoted(column)} AS VARCHAR)`],
    );
    return cases.length === 0
      ? "CAST(NULL AS VARCHAR)"
      : `CASE WHEN "·why" > 0 THEN CASE "·why" ${cases.join(" ")} END END`;
  }

  /** Counts the records by fault, given the table that `examined` was written to, with examples. */
  async count(db: Database, table: string): Promise<{ records: number; rejected: Rejected[] }> {
    const counts = await db.rows(`SELECT why, count(*)::BIGINT FROM ${table} GROUP BY why`);
    let records = 0;
    const broken = new Map<number, number>();
    for (const [why, count] of counts) {
      records += Number(count);
      if (Number(why) > 0) broken.set(Number(why), Number(count));
    }
    return { records, rejected: broken.size === 0 ? [] : await this.#examples(db, table, broken) };
  }

  async #examples(db: Database, table: string, broken: ReadonlyMap<number, number>): Promise<Rejected[]> {
    const rows = await db.rows(
      `SELECT why, line, shown FROM ${table} WHERE why > 0
       QUALIFY row_number() OVER (PARTITION BY why ORDER BY line, shown) <= ${EXAMPLES} ORDER BY why, line, shown`,
    );
    const found = rows.map(([why, at, text]) => ({ why: Number(why), line: at, text }));
    return byReason(this.#faults, broken, found);
  }
}

interface FoundExample {
  readonly why: number;
  readonly line: unknown;
  readonly text: unknown;
}

/** Rules with one reason, such as "not a number" of several columns, are one entry of the report. */
function byReason(
  faults: readonly Fault[],
  broken: ReadonlyMap<number, number>,
  found: readonly FoundExample[],
): Rejected[] {
  const rejected = new Map<RejectionReason, Rejected>();
  faults.forEach(({ reason, column, hidden }, place) => {
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
  const place = { column: columnOf(relation, column).name, hidden: field.pii };
  record.value(output, conversion, field.optional ? null : "missing_value", place);
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
export function addId(
  record: RecordSql,
  output: string,
  map: ColumnMap,
  missing: RejectionReason,
  hidden: boolean,
): void {
  const text = idSql(record.relation, map);
  const conversion = { stored: text, empty: `(${text} IS NULL)`, checks: [] };
  record.value(output, conversion, missing, { column: columnOf(record.relation, map).name, hidden });
}

/** An id of a row of the relation. */
export function idSql(relation: Relation, map: ColumnMap): string {
  return `nullif(CAST(${quoted(columnOf(relation, map).name)} AS VARCHAR), '')`;
}

export function isText(field: Field): boolean {
  return field.type.is === "text" || field.type.is === "zone" || field.type.is === "locale";
}
