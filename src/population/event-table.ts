import type { EventSchema, Program } from "../program/program.js";
import type { ColumnMap, DataMap, EventRows } from "./data-map.js";
import type { Database } from "./database.js";
import { convertInstant } from "./instant-conversion.js";
import type { SourceReport } from "./load-report.js";
import { addFields, addId, idSql, isText, lineSql, RecordSql, seqConversion } from "./record-sql.js";
import { columnOf, openRelation, type Relation, sqlError, withoutLeftOut } from "./relation.js";

/** An event may be received this much before it occurred, by clocks that disagree; more is an error. In milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

/** What is kept of an event. */
export interface Keep {
  /** Places of the fields to keep; the others are examined and dropped. */
  readonly fields: readonly number[];
  /** Whether to keep what orders events that happened at one instant: `seq` and `id`. */
  readonly ordered: boolean;
  /** Later events are not yet visible. */
  readonly until: number;
}

/**
 * Reads an event's rows into a table with `u` and `z` (the user's, NULL without a profile), `occurred`, `visible`
 * (milliseconds) and what is kept: fields, stored, as `f0` …, and `seq` and `id`. What must not count has no `visible`: rejected rows and
 * duplicates stay in the table, and are left behind when it is put in order for the facts.
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
  const { relation, leftOut } = await withoutLeftOut(db, await openRelation(db, rows.from, data), rows.leaveOut);
  try {
    const record = eventRecord(relation, program, schema, rows);
    await db.run(`CREATE TABLE ${table} AS ${keptSql(record, program, schema, rows, keep)}`, record.parameters.values);
    const { records, rejected } = await record.count(db, table);
    const duplicates = rows.id === null ? 0 : await dropDuplicates(db, record, rows.id, program, schema, table, keep);
    const [counts] = await db.rows(`SELECT count(*) FILTER (visible > ${keep.until}),
      count(*) FILTER (visible <= ${keep.until} AND u IS NULL) FROM ${table}`);
    const [notYetVisible = 0, withoutProfile = 0] = (counts ?? []).map(Number);
    const rejectedRecords = rejected.reduce((sum, { count }) => sum + count, 0);
    const read = records - rejectedRecords;
    return {
      kind: schema.model === null ? "event" : "scores",
      name: schema.id,
      records: records + leftOut.reduce((sum, { count }) => sum + count, 0),
      read,
      rejectedRecords,
      rejected,
      leftOut,
      duplicates,
      notYetVisible,
      withoutProfile,
      used: read - duplicates - notYetVisible - withoutProfile,
    };
  } catch (error) {
    throw sqlError(error, rows.from, data.source);
  }
}

/** From when on a decision may read an event: see `visibleFrom` in the facts. */
function visibleSql(program: Program): string {
  return `greatest(occurred, coalesce(received - ${program.project.settle}, occurred))`;
}

function keptSql(record: RecordSql, program: Program, schema: EventSchema, rows: EventRows, keep: Keep): string {
  const order = keep.ordered
    ? `, coalesce(seq, 0) AS seq, ${rows.id ? "event.id" : contentIdSql(schema, "event")} AS id`
    : "";
  const fields = keep.fields.map((place) => `, event.f${place}`).join("");
  return `SELECT users.u, users.z, occurred, CASE WHEN why = 0 THEN ${visibleSql(program)} END AS visible${order}${fields},
      why, CASE WHEN why > 0 THEN line END AS line, shown, hash(event.id) AS h
    FROM ${record.examined()} AS event LEFT JOIN touchline.users ON users.id = event.owner`;
}

/**
 * Of rows with one id, only the first received stays visible. Ids that may repeat are found by their hashes, which
 * never misses one; rows that merely share a hash are told apart afterwards.
 */
async function dropDuplicates(
  db: Database,
  record: RecordSql,
  id: ColumnMap,
  program: Program,
  schema: EventSchema,
  table: string,
  keep: Keep,
): Promise<number> {
  await db.run(
    `CREATE TABLE touchline.repeated AS SELECT h FROM ${table} WHERE why = 0 GROUP BY h HAVING count(*) > 1`,
  );
  const [found] = await db.rows("SELECT count(*)::BIGINT FROM touchline.repeated");
  let duplicates = 0;
  if (Number(found?.[0]) > 0) {
    await createTwins(db, record, id, schema, "SELECT h FROM touchline.repeated");
    const [lost] = await db.rows("SELECT count(*)::BIGINT FROM touchline.twins WHERE turn > 1");
    duplicates = Number(lost?.[0]);
    const order = keep.ordered ? ", coalesce(seq, 0), twins.id" : "";
    const fields = keep.fields.map((place) => `, twins.f${place}`).join("");
    await db.run(`UPDATE ${table} SET visible = NULL WHERE why = 0 AND h IN (SELECT h FROM touchline.repeated)`);
    await db.run(`INSERT INTO ${table} SELECT users.u, users.z, occurred, ${visibleSql(program)}${order}${fields}, -1, NULL, NULL, NULL
      FROM touchline.twins LEFT JOIN touchline.users ON users.id = twins.owner WHERE turn = 1`);
    await db.run("DROP TABLE touchline.twins");
  }
  await db.run("DROP TABLE touchline.repeated");
  return duplicates;
}

/** The table `twins`: rows whose ids have one of the hashes; `turn` is 1 for the one of each id that counts. */
async function createTwins(
  db: Database,
  record: RecordSql,
  id: ColumnMap,
  schema: EventSchema,
  hashes: string,
): Promise<void> {
  // The first received counts; should some have arrived at once, what they hold decides, as it does when embedded.
  const order = [
    "coalesce(received, occurred)",
    "occurred",
    "coalesce(seq, 0)",
    contentSql(schema, "record"),
    "line",
    "owner",
  ];
  await db.run(
    `CREATE TABLE touchline.twins AS SELECT * EXCLUDE (why), row_number() OVER (PARTITION BY id ORDER BY ${order.join(", ")}) AS turn
     FROM ${record.all(`hash(${idSql(record.relation, id)}) IN (${hashes})`)} AS record WHERE why = 0`,
    record.parameters.values,
  );
}

/** Stands for the id of events that have none: equal for events that are alike in all, and different for all others. */
export function contentIdSql(schema: EventSchema, table: string): string {
  const times = `${table}.occurred, coalesce(CAST(${table}.received AS VARCHAR), ''), coalesce(${table}.seq, 0)`;
  return `md5(concat_ws(',', ${times}, ${contentSql(schema, table)}))`;
}

/** A row's fields as JSON text, which orders rows that agree in all else. */
function contentSql(schema: EventSchema, table: string): string {
  const texts = schema.fields.map((field, place) => {
    const name = `${table}.f${place}`;
    const text = isText(field) ? `CAST(to_json(${name}) AS VARCHAR)` : `CAST(${name} AS VARCHAR)`;
    return `coalesce(${text}, 'null')`;
  });
  return `concat_ws(',', ${["''", ...texts].join(", ")})`;
}

/**
 * The table `own`: one user's rows, with `id`, `seq`, `occurred`, `received`, `line` and all fields. An id that another
 * row took before, be it another user's, is left out as in `loadEvents`.
 */
export async function loadOwnEvents(
  db: Database,
  data: DataMap,
  program: Program,
  schema: EventSchema,
  rows: EventRows,
  user: string,
): Promise<void> {
  const { relation } = await withoutLeftOut(db, await openRelation(db, rows.from, data), rows.leaveOut);
  try {
    const record = eventRecord(relation, program, schema, rows);
    const { values } = record.parameters;
    const mine = `owner = $${values.length + 1}::VARCHAR`;
    await db.run(
      `CREATE OR REPLACE TABLE touchline.own AS SELECT * EXCLUDE (why) FROM ${record.all()} WHERE why = 0 AND ${mine}`,
      [...values, user],
    );
    if (rows.id === null) return;
    await createTwins(db, record, rows.id, schema, "SELECT hash(id) FROM touchline.own");
    await db.run(
      `CREATE OR REPLACE TABLE touchline.own AS SELECT * EXCLUDE (turn) FROM touchline.twins WHERE turn = 1 AND owner = $1::VARCHAR`,
      [user],
    );
    await db.run("DROP TABLE touchline.twins");
  } catch (error) {
    throw sqlError(error, rows.from, data.source);
  }
}

function eventRecord(relation: Relation, program: Program, schema: EventSchema, rows: EventRows): RecordSql {
  const record = new RecordSql(relation);
  record.output("line", lineSql(relation, rows.line));
  addId(record, "owner", rows.user, "missing_user", program.user.fields[program.user.id]?.pii ?? false);
  if (rows.id) addId(record, "id", rows.id, "missing_id", false);
  else record.output("id", "CAST(NULL AS VARCHAR)");
  addTimes(record, rows);
  if (rows.seq) {
    const place = { column: columnOf(relation, rows.seq).name, hidden: false };
    record.value("seq", seqConversion(relation, rows.seq), null, place);
  } else {
    record.output("seq", "CAST(0 AS BIGINT)");
  }
  addFields(record, schema.fields, rows.columns, { span: rows.span, skip: null });
  return record;
}

function addTimes(record: RecordSql, rows: EventRows): void {
  const { relation } = record;
  const at = { column: columnOf(relation, rows.occurredAt).name, hidden: false };
  const occurred = record.value("occurred", convertInstant(relation, rows.occurredAt), "missing_time", at);
  if (!rows.receivedAt) {
    record.output("received", "CAST(NULL AS BIGINT)");
    return;
  }
  const place = { column: columnOf(relation, rows.receivedAt).name, hidden: false };
  const received = record.value("received", convertInstant(relation, rows.receivedAt), null, place);
  record.rule("received_before_occurred", `coalesce(${occurred} > ${received} + ${CLOCK_SKEW}, false)`, place);
}
