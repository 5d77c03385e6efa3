import { isZone } from "../calendar/zone.js";
import type { Program } from "../program/program.js";
import { dataError } from "./data-error.js";
import type { DataMap } from "./data-map.js";
import type { Database } from "./database.js";
import { convertInstant } from "./instant-conversion.js";
import { EXAMPLES, type Rejected, type SourceReport } from "./load-report.js";
import { addFields, addId, lineSql, RecordSql } from "./record-sql.js";
import { columnOf, openRelation, type Relation, sqlError } from "./relation.js";
import { Parameters, quoted } from "./sql.js";

/**
 * The users: the table `users` holds `u` (their place by id, from 0), `id`, `z` (the place of their zone) and their
 * fields, stored, as `f0`, `f1` …; unknown is NULL.
 */
export interface Users {
  readonly count: number;
  /** The zones that users live in, the project's first. */
  readonly zones: readonly string[];
  readonly report: SourceReport;
}

/** Reads the profiles into the table `users`. */
export async function loadUsers(db: Database, data: DataMap, program: Program): Promise<Users> {
  const relation = await openRelation(db, data.profiles.from, data);
  try {
    const zones = await zonesOf(db, data, program, relation);
    const record = profileRecord(data, program, relation, zones);
    await db.run(`CREATE TABLE touchline.profile_rows AS SELECT * FROM ${record.examined()}`, record.parameters.values);
    const { records, rejected } = await record.count(db, "touchline.profile_rows");
    if (rejected.length > 0) await db.run("DELETE FROM touchline.profile_rows WHERE why > 0");
    const fields = program.user.fields.flatMap((_, place) => (place === program.user.id ? [] : [`f${place}`]));
    const { conflicts, duplicates } = await resolveTwins(db, fields, relation, data);
    const count = await createUsers(db, program, fields, zones);
    const all = conflicts === null ? rejected : [...rejected, conflicts];
    const rejectedRecords = all.reduce((sum, one) => sum + one.count, 0);
    const report: SourceReport = {
      kind: "profiles",
      name: "profiles",
      records,
      read: records - rejectedRecords,
      rejectedRecords,
      rejected: all,
      leftOut: [],
      duplicates,
      notYetVisible: 0,
      withoutProfile: 0,
      used: count,
    };
    return { count, zones, report };
  } catch (error) {
    throw sqlError(error, data.profiles.from, data.source);
  }
}

/** The column that feeds the field of type zone, or `null` if there is none. */
function zoneColumn(data: DataMap, program: Program): { map: DataMap["profiles"]["id"]; hidden: boolean } | null {
  const field = program.user.zone === null ? undefined : program.user.fields[program.user.zone];
  if (!field) return null;
  const mapped = data.profiles.columns.find((one) => one.field.text === field.id);
  if (mapped) return mapped.column && { map: mapped.column, hidden: field.pii };
  return { map: { column: field.id, zone: null, unit: null, span: data.profiles.span }, hidden: field.pii };
}

/** More distinct texts than there are zones means that most are none. */
const MOST_ZONES = 5000;

async function zonesOf(db: Database, data: DataMap, program: Program, relation: Relation): Promise<string[]> {
  const zones = [program.project.zone];
  const column = zoneColumn(data, program);
  const found = column && relation.columns.find((one) => one.name.toLowerCase() === column.map.column.toLowerCase());
  if (!found) return zones;
  const text = `CAST(${quoted(found.name)} AS VARCHAR)`;
  const rows = await db.rows(`SELECT DISTINCT ${text} AS zone FROM ${relation.sql} ORDER BY zone LIMIT ${MOST_ZONES}`);
  for (const [name] of rows) if (typeof name === "string" && name !== zones[0] && isZone(name)) zones.push(name);
  return zones;
}

function profileRecord(data: DataMap, program: Program, relation: Relation, zones: readonly string[]): RecordSql {
  const { profiles } = data;
  const record = new RecordSql(relation);
  const idField = program.user.fields[program.user.id];
  addId(record, "id", profiles.id, "missing_user", idField?.pii ?? false);
  record.output("line", lineSql(relation, profiles.line));
  if (profiles.asOf) {
    const place = { column: columnOf(relation, profiles.asOf).name, hidden: false };
    record.value("as_of", convertInstant(relation, profiles.asOf), null, place);
  } else {
    record.output("as_of", "CAST(NULL AS BIGINT)");
  }
  checkIdIsNotMapped(data, idField?.id ?? "id");
  addFields(record, program.user.fields, profiles.columns, { span: profiles.span, skip: program.user.id });
  const zone = zoneColumn(data, program);
  if (zone) {
    const column = columnOf(relation, zone.map).name;
    const text = `nullif(CAST(${quoted(column)} AS VARCHAR), '')`;
    const list = zones.map((name) => record.parameters.text(name)).join(", ");
    const when = `coalesce(${text} NOT IN (${list}), false)`;
    record.rule("unknown_zone", when, { column, hidden: zone.hidden });
  }
  return record;
}

/** The id has a key of its own. */
function checkIdIsNotMapped(data: DataMap, id: string): void {
  const mapped = data.profiles.columns.find((one) => one.field.text === id);
  if (!mapped) return;
  const known = ["from", "id", "as_of", "line", "columns"];
  throw dataError("data-unknown-key", mapped.field.span, { key: id, known, nearest: null }, data.source);
}

/**
 * Leaves one row per id in `profile_rows`: equal rows are one; else the one with the greatest `as_of` counts; else
 * the rows contradict each other and all of them go.
 */
async function resolveTwins(
  db: Database,
  fields: readonly string[],
  relation: Relation,
  data: DataMap,
): Promise<{ conflicts: Rejected | null; duplicates: number }> {
  await db.run("CREATE TABLE touchline.twins AS SELECT id FROM touchline.profile_rows GROUP BY id HAVING count(*) > 1");
  const [twins] = await db.rows("SELECT count(*)::INTEGER FROM touchline.twins");
  if (Number(twins?.[0]) === 0) return { conflicts: null, duplicates: 0 };
  const content =
    fields.length === 0 ? "true" : `struct_pack(${fields.map((field) => `${field} := ${field}`).join(", ")})`;
  await db.run(`CREATE TABLE touchline.twin_rows AS SELECT *, dense_rank() OVER (PARTITION BY id ORDER BY as_of DESC NULLS LAST) AS age
    FROM touchline.profile_rows SEMI JOIN touchline.twins USING (id)`);
  await db.run(`CREATE TABLE touchline.conflicting AS SELECT id FROM touchline.twin_rows WHERE age = 1 GROUP BY id
    HAVING count(DISTINCT ${content}) > 1`);
  const [lost] = await db.rows(
    "SELECT count(*)::INTEGER FROM touchline.twin_rows SEMI JOIN touchline.conflicting USING (id)",
  );
  const idColumn = columnOf(relation, data.profiles.id).name;
  const examples = await db.rows(
    `SELECT line, id FROM touchline.twin_rows SEMI JOIN touchline.conflicting USING (id) ORDER BY line, id LIMIT ${EXAMPLES}`,
  );
  const [kept] = await db.rows(`SELECT count(*)::INTEGER, count(DISTINCT id)::INTEGER
    FROM touchline.twin_rows ANTI JOIN touchline.conflicting USING (id)`);
  await db.run("DELETE FROM touchline.profile_rows WHERE id IN (SELECT id FROM touchline.twins)");
  await db.run(`INSERT INTO touchline.profile_rows SELECT * EXCLUDE (age) FROM touchline.twin_rows ANTI JOIN touchline.conflicting USING (id)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY age, line) = 1`);
  const count = Number(lost?.[0]);
  const conflicts: Rejected = {
    reason: "conflicting_profiles",
    count,
    examples: examples.map(([line, id]) => ({
      line: line === null ? null : Number(line),
      column: idColumn,
      value: String(id),
      hidden: false,
    })),
  };
  return { conflicts: count === 0 ? null : conflicts, duplicates: Number(kept?.[0]) - Number(kept?.[1]) };
}

async function createUsers(
  db: Database,
  program: Program,
  fields: readonly string[],
  zones: readonly string[],
): Promise<number> {
  const parameters = new Parameters();
  const own = program.user.zone;
  const zoneCases = (): string => zones.map((name, place) => `WHEN ${parameters.text(name)} THEN ${place}`).join(" ");
  const zone = own === null ? "0" : `CASE f${own} ${zoneCases()} ELSE 0 END`;
  await db.run(
    `CREATE TABLE touchline.users AS SELECT CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS u, id,
       CAST(${zone} AS SMALLINT) AS z${fields.map((field) => `, ${field}`).join("")} FROM touchline.profile_rows ORDER BY id`,
    parameters.values,
  );
  for (const table of ["profile_rows", "twins", "twin_rows", "conflicting"]) {
    await db.run(`DROP TABLE IF EXISTS touchline.${table}`);
  }
  const [row] = await db.rows("SELECT count(*)::INTEGER FROM touchline.users");
  return Number(row?.[0] ?? 0);
}
