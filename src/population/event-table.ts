import type { EventSchema, Program } from "../program/program.js";
import type { DataMap, EventRows } from "./data-map.js";
import type { Database } from "./database.js";
import { convertInstant } from "./instant-conversion.js";
import type { SourceReport } from "./load-report.js";
import { addFields, idSql, lineSql, RecordSql, seqConversion } from "./record-sql.js";
import { columnOf, openRelation, sqlError } from "./relation.js";

/** An event may be received this much before it occurred, by clocks that disagree; more is an error. In milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

/** Which of an event's rows and columns are kept. */
export interface Keep {
  /** Places of the fields to keep; the others are examined and dropped. */
  readonly fields: readonly number[];
  /** Only this user's rows, with what identifies and orders them: `id`, `seq`, `received`, `line`. */
  readonly user: string | null;
  /** Later events are not yet visible. */
  readonly until: number;
}

/**
 * Reads an event's rows into a table with `u` and `z` (the user's, NULL without a profile), `occurred`, `visible`
 * (milliseconds) and the kept fields, stored, as `f0` …
 */
export async function loadEvents(
  db: Database,
  data: DataMap,
  program: Program,
  schema: EventSchema,
  rows: EventRows,
  table: string,
  keep: Keep,
): Promise<SourceReport> {
  const relation = await openRelation(db, rows.from, data);
  try {
    const record = eventRecord(new RecordSql(relation), program, schema, rows);
    const { records, rejected } = await record.count(db);
    const repeated = rows.id === null ? false : await findRepeated(db, record, table);
    const fields = schema.fields.map((_, place) => `f${place}`);
    const duplicates = await createEvents(db, record, program, table, fields, keep, repeated);
    const [counts] = await db.rows(`SELECT * FROM ${table}_counts`);
    const [notYetVisible = 0, withoutProfile = 0] = (counts ?? []).map(Number);
    const rejectedRecords = rejected.reduce((sum, { count }) => sum + count, 0);
    const read = records - rejectedRecords;
    return {
      kind: "event",
      name: schema.id,
      records,
      read,
      rejectedRecords,
      rejected,
      duplicates,
      notYetVisible,
      withoutProfile,
      used: read - duplicates - notYetVisible - withoutProfile,
    };
  } catch (error) {
    throw sqlError(error, rows.from, data.source);
  }
}

function eventRecord(record: RecordSql, program: Program, schema: EventSchema, rows: EventRows): RecordSql {
  const { relation } = record;
  const hidden = program.user.fields[program.user.id]?.pii ?? false;
  record.output("line", lineSql(relation, rows.line));
  const user = idSql(relation, rows.user);
  record.output("owner", user.sql);
  record.check({ reason: "missing_user", when: `(${user.sql} IS NULL)`, column: user.column, hidden });
  if (rows.id) {
    const id = idSql(relation, rows.id);
    record.output("id", id.sql);
    record.check({ reason: "missing_id", when: `(${id.sql} IS NULL)`, column: id.column, hidden: false });
  } else {
    record.output("id", "CAST(NULL AS VARCHAR)");
  }
  addTimes(record, rows);
  if (rows.seq) {
    const seq = seqConversion(relation, rows.seq);
    record.output("seq", `coalesce(${seq.stored}, 0)`);
    record.checks(seq, columnOf(relation, rows.seq).name, null, false);
  } else {
    record.output("seq", "CAST(0 AS BIGINT)");
  }
  addFields(record, schema.fields, rows.columns, { span: rows.span, skip: null });
  return record;
}

function addTimes(record: RecordSql, rows: EventRows): void {
  const { relation } = record;
  const occurred = convertInstant(relation, rows.occurredAt);
  record.output("occurred", occurred.stored);
  record.checks(occurred, columnOf(relation, rows.occurredAt).name, "missing_time", false);
  if (!rows.receivedAt) {
    record.output("received", "CAST(NULL AS BIGINT)");
    return;
  }
  const received = convertInstant(relation, rows.receivedAt);
  const column = columnOf(relation, rows.receivedAt).name;
  record.output("received", received.stored);
  record.checks(received, column, null, false);
  const early = `coalesce(${occurred.stored} > ${received.stored} + ${CLOCK_SKEW}, false)`;
  record.check({ reason: "received_before_occurred", when: early, column, hidden: false });
}

/**
 * Finds ids that may occur more than once: by their hashes, which is fast and never misses one. Rows that merely share
 * a hash are told apart afterwards.
 */
async function findRepeated(db: Database, record: RecordSql, table: string): Promise<boolean> {
  await db.run(
    `CREATE TABLE ${table}_repeated AS SELECT h FROM (SELECT hash(id) AS h FROM ${record.all()} WHERE why = 0)
     GROUP BY h HAVING count(*) > 1`,
    record.parameters.values,
  );
  const [row] = await db.rows(`SELECT count(*)::BIGINT FROM ${table}_repeated`);
  return Number(row?.[0]) > 0;
}

/** Makes the table of an event, and `<table>_counts`; gives the number of duplicates that were left out. */
async function createEvents(
  db: Database,
  record: RecordSql,
  program: Program,
  table: string,
  fields: readonly string[],
  keep: Keep,
  repeated: boolean,
): Promise<number> {
  const fine = `(SELECT * EXCLUDE (why) FROM ${record.all()} WHERE why = 0)`;
  const values = record.parameters.values;
  let rows = fine;
  let duplicates = 0;
  if (repeated) {
    // Of one id the first received counts; what follows only makes the choice the same on every machine.
    await db.run(
      `CREATE TABLE ${table}_twins AS SELECT *, row_number() OVER (PARTITION BY id ORDER BY
         ${["coalesce(received, occurred)", "occurred", "seq", "line", "owner", ...fields].join(", ")}) AS turn
       FROM ${fine} WHERE hash(id) IN (SELECT h FROM ${table}_repeated)`,
      values,
    );
    const [lost] = await db.rows(`SELECT count(*)::BIGINT FROM ${table}_twins WHERE turn > 1`);
    duplicates = Number(lost?.[0]);
    rows = `(SELECT * FROM ${fine} WHERE hash(id) NOT IN (SELECT h FROM ${table}_repeated)
      UNION ALL SELECT * EXCLUDE (turn) FROM ${table}_twins WHERE turn = 1)`;
  }
  await db.run(`CREATE TABLE ${table} AS ${keptSql(rows, program, keep, values.length)}`, [
    ...values,
    ...(keep.user === null ? [] : [keep.user]),
  ]);
  await countKept(db, table, rows, program, keep, values);
  await db.run(`DROP TABLE IF EXISTS ${table}_repeated`);
  await db.run(`DROP TABLE IF EXISTS ${table}_twins`);
  return duplicates;
}

/** From when on a decision may read an event: see `visibleFrom` in the facts. */
function visibleSql(program: Program): string {
  return `greatest(occurred, coalesce(received - ${program.project.settle}, occurred))`;
}

function keptSql(rows: string, program: Program, keep: Keep, parameters: number): string {
  const fields = keep.fields.map((place) => `, f${place}`).join("");
  const own = keep.user === null ? "" : ", event.id, seq, received, line";
  const only = keep.user === null ? "" : ` WHERE owner = $${parameters + 1}::VARCHAR`;
  return `SELECT users.u, users.z, occurred, ${visibleSql(program)} AS visible${own}${fields.replaceAll(", f", ", event.f")}
    FROM ${rows} AS event LEFT JOIN users ON users.id = event.owner${only}`;
}

async function countKept(
  db: Database,
  table: string,
  rows: string,
  program: Program,
  keep: Keep,
  values: RecordSql["parameters"]["values"],
): Promise<void> {
  const counts = `count(*) FILTER (visible > ${keep.until}), count(*) FILTER (visible <= ${keep.until} AND u IS NULL)`;
  // One user's rows say nothing about everybody's.
  const all =
    keep.user === null
      ? table
      : `(SELECT users.u, ${visibleSql(program)} AS visible FROM ${rows} AS event LEFT JOIN users ON users.id = event.owner)`;
  await db.run(`CREATE TABLE ${table}_counts AS SELECT ${counts} FROM ${all}`, keep.user === null ? [] : values);
}
