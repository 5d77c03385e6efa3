import { nearest } from "../text/nearest.js";
import type { Source } from "../text/source.js";
import { type DataError, dataError } from "./data-error.js";
import type { LeftOut } from "./load-report.js";
import type { ColumnMap, DataMap, LeaveOut, Word } from "./data-map.js";
import type { Database } from "./database.js";
import { quoted } from "./sql.js";

/** Rows to read from: a table, or a SELECT of the author's. */
export interface Relation {
  /** What stands after FROM. */
  readonly sql: string;
  readonly columns: readonly RelationColumn[];
  readonly source: Source;
}

export interface RelationColumn {
  readonly name: string;
  /** As the database calls it, such as `VARCHAR` or `TIMESTAMP WITH TIME ZONE`. */
  readonly type: string;
}

/** Opens what `from` says. A name is a table; anything else must be one SELECT over the tables. */
export async function openRelation(db: Database, from: Word, data: DataMap): Promise<Relation> {
  const sql = fromClause(from, data) ?? (await checkedSelect(db, from, data.source));
  try {
    const described = await db.rows(`DESCRIBE SELECT * FROM ${sql}`);
    const columns = described.map(([name, type]) => ({ name: String(name), type: String(type) }));
    return { sql, columns, source: data.source };
  } catch (error) {
    throw sqlError(error, from, data.source);
  }
}

function fromClause(from: Word, data: DataMap): string | null {
  if (/\s/.test(from.text)) return null;
  const tables = data.files.map((file) => file.name);
  if (tables.includes(from.text)) return quoted(from.text);
  const args = { table: from.text, tables, nearest: nearest(from.text, tables) };
  throw dataError("data-table-unknown", from.span, args, data.source);
}

/** The rows that meet none of the conditions; how many the others are, by the first condition that each meets. */
export async function withoutLeftOut(
  db: Database,
  relation: Relation,
  leaveOut: readonly LeaveOut[],
): Promise<{ readonly relation: Relation; readonly leftOut: readonly LeftOut[] }> {
  const [first] = leaveOut;
  if (first === undefined) return { relation, leftOut: [] };
  for (const { condition } of leaveOut) await checkCondition(db, relation, condition);
  const cases = leaveOut.map(({ condition }, place) => `WHEN (${condition.text}\n) THEN ${place}`).join(" ");
  const by = `CASE ${cases} END`;
  try {
    const found = await db.rows(
      `SELECT ${by} AS met, count(*)::DOUBLE FROM ${relation.sql} GROUP BY met HAVING met IS NOT NULL`,
    );
    const counts = new Map(found.map(([place, count]) => [Number(place), Number(count)]));
    const leftOut = leaveOut.map(({ name }, place) => ({ name, count: counts.get(place) ?? 0 }));
    return { relation: { ...relation, sql: `(SELECT * FROM ${relation.sql} WHERE ${by} IS NULL)` }, leftOut };
  } catch (error) {
    throw sqlError(error, first.condition, relation.source);
  }
}

/** A condition that is none is reported at its own place. */
async function checkCondition(db: Database, relation: Relation, condition: Word): Promise<void> {
  const select = { ...condition, text: `SELECT 1 FROM ${relation.sql} WHERE (${condition.text}\n)` };
  const checked = await checkedSelect(db, select, relation.source);
  try {
    await db.rows(`DESCRIBE SELECT * FROM ${checked}`);
  } catch (error) {
    throw sqlError(error, condition, relation.source);
  }
}

/** The SELECT in brackets. A line end before the closing one keeps it out of a trailing comment. */
async function checkedSelect(db: Database, from: Word, source: Source): Promise<string> {
  const { StatementType } = await import("@duckdb/node-api");
  let single = false;
  try {
    const statements = await db.connection.extractStatements(from.text);
    if (statements.count === 1) {
      const prepared = await statements.prepare(0);
      single = prepared.statementType === StatementType.SELECT && prepared.parameterCount === 0;
      prepared.destroySync();
    }
  } catch (error) {
    throw sqlError(error, from, source);
  }
  if (!single) throw dataError("data-not-select", from.span, {}, source);
  return `(${from.text.replace(/;\s*$/, "")}\n)`;
}

/** What the database says about the author's SQL. Values out of the data are left out: they may be personal. */
export function sqlError(error: unknown, from: Word, source: Source): Error {
  if (!(error instanceof Error) || !/^(Failed to extract statements: )?[A-Z][A-Za-z ]* Error: /.test(error.message)) {
    return error instanceof Error ? error : new Error(String(error));
  }
  const [first = "", second = ""] = error.message.replace("Failed to extract statements: ", "").split("\n");
  const hint = /^(Candidate|Did you mean)/.test(second) ? ` ${second}` : "";
  return dataError("data-sql", from.span, { reason: withoutValues(first) ?? first + hint }, source);
}

/** An error that came up while rows were read may quote one: what is left is its kind, and the text up to a quote. */
function withoutValues(error: string): string | null {
  if (/^(Parser|Binder|Catalog|Permission) Error/.test(error)) return null;
  const [conversion] = /^[A-Za-z ]+ Error: Could not (convert|parse) [^'"]*/.exec(error) ?? [];
  return conversion === undefined ? error.slice(0, error.indexOf(":")) : `${conversion}'…'`;
}

/** The column that a mapping names; capitals do not matter, as in SQL. */
export function columnOf(relation: Relation, map: ColumnMap): RelationColumn {
  const column = findColumn(relation, map.column);
  if (column) return column;
  throw columnMissing(relation, map);
}

export function findColumn(relation: Relation, name: string): RelationColumn | null {
  const exact = relation.columns.find((column) => column.name === name);
  return exact ?? relation.columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** The names to offer, without the one that we add ourselves. */
export function columnNames(relation: Relation): string[] {
  return relation.columns.map((column) => column.name).filter((name) => name !== "_line");
}

function columnMissing(relation: Relation, map: ColumnMap): DataError {
  const columns = columnNames(relation);
  const args = { column: map.column, columns, nearest: nearest(map.column, columns) };
  return dataError("data-column-missing", map.span, args, relation.source);
}
