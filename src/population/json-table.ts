import { isUtf8 } from "node:buffer";
import type { RejectionReason } from "../diagnostic/rejection.js";
import { checkHeader, type DataFile } from "./data-file.js";
import type { Database } from "./database.js";
import { fileReport, Rejections } from "./file-report.js";
import type { SourceReport } from "./load-report.js";
import { countLines, physicalLines } from "./physical-lines.js";
import { Parameters, quoted } from "./sql.js";
import { createTextTable } from "./text-table.js";

/** Makes a file with a JSON object per line a table of text, a column per key that occurs. */
export async function loadJsonLines(db: Database, file: DataFile): Promise<SourceReport> {
  const name = file.map.name;
  const rejections = new Rejections();
  const census = await countLines(file.path);
  const fast = !census.odd && census.blank === 0 && (await readLinesFast(db, file)) === census.lines;
  if (!fast) await readLinesExactly(db, file, rejections);
  await rejectBadJson(db, name, rejections);
  return tableOfObjects(db, file, rejections);
}

/** Makes a JSON file a table: an array of objects, or an object per line. `_line` is the place in the array, from 1. */
export async function loadJson(db: Database, file: DataFile): Promise<SourceReport> {
  if (!(await startsWithBracket(file.path))) return loadJsonLines(db, file);
  const read = "read_json_objects($1, format = 'array', maximum_object_size = 16777216)";
  const raw = rawTable(file.map.name);
  await db.run(`CREATE TABLE ${raw} AS SELECT row_number() OVER () AS _line, json::VARCHAR AS text FROM ${read}`, [
    file.path,
  ]);
  const rejections = new Rejections();
  await rejectBadJson(db, file.map.name, rejections);
  return tableOfObjects(db, file, rejections);
}

async function startsWithBracket(path: string): Promise<boolean> {
  for await (const { bytes } of physicalLines(path)) {
    const text = bytes.toString("utf8").trim();
    if (text !== "") return text.startsWith("[");
  }
  return false;
}

/** Where the texts of a file's objects lie with their lines, apart from the tables that an author can name. */
function rawTable(name: string): string {
  return `touchline.${quoted(rawName(name))}`;
}

function rawName(name: string): string {
  return `raw ${name}`;
}

function linesTable(name: string): string {
  return `touchline.${quoted(`lines ${name}`)}`;
}

/** The number of lines that the database's reader finds, or `null` if it gives up. No line can hold the delimiter: its byte is odd. */
async function readLinesFast(db: Database, { path, map }: DataFile): Promise<number | null> {
  const raw = rawTable(map.name);
  const options = `header = false, delim = '\u0001', quote = '', escape = '', auto_detect = false, strict_mode = false,
    max_line_size = 16777216, columns = {'text': 'VARCHAR'}`;
  try {
    await db.run(`CREATE TABLE ${linesTable(map.name)} AS SELECT * FROM read_csv($1, ${options})`, [path]);
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error;
    return null;
  }
  await db.run(`CREATE VIEW ${raw} AS SELECT (rowid + 1)::BIGINT AS _line, text FROM ${linesTable(map.name)}`);
  const [row] = await db.rows(`SELECT count(text)::INTEGER FROM ${raw}`);
  return Number(row?.[0] ?? 0);
}

async function readLinesExactly(db: Database, { path, map }: DataFile, rejections: Rejections): Promise<void> {
  await db.run(`DROP VIEW IF EXISTS ${rawTable(map.name)}`);
  await db.run(`DROP TABLE IF EXISTS ${linesTable(map.name)}`);
  const table = await createTextTable(db, rawName(map.name), ["text"], "touchline");
  for await (const { number, bytes } of physicalLines(path)) {
    if (bytes.length === 0) continue;
    if (isUtf8(bytes)) table.add(number, [bytes.toString("utf8")]);
    else rejections.add("not_utf8", number);
  }
  table.finish();
}

const IS_OBJECT = "coalesce(CASE WHEN json_valid(text) THEN json_type(text) = 'OBJECT' END, false)";

async function rejectBadJson(db: Database, name: string, rejections: Rejections): Promise<void> {
  const bad = await db.rows(`SELECT _line FROM ${rawTable(name)} WHERE NOT ${IS_OBJECT} ORDER BY _line`);
  const reason: RejectionReason = "not_json";
  for (const [line] of bad) rejections.add(reason, Number(line));
}

async function tableOfObjects(db: Database, file: DataFile, rejections: Rejections): Promise<SourceReport> {
  const name = file.map.name;
  const objects = `(SELECT _line, text FROM ${rawTable(name)} WHERE ${IS_OBJECT})`;
  const found = await db.rows(
    `SELECT key FROM (SELECT DISTINCT unnest(json_keys(text)) AS key FROM ${objects}) ORDER BY key`,
  );
  const keys = checkHeader(
    found.map(([key]) => String(key)),
    file,
  );
  const parameters = new Parameters();
  const columns = keys.map((key) => `, json_extract_string(text, ${parameters.text(pointer(key))}) AS ${quoted(key)}`);
  await db.run(`CREATE TABLE ${quoted(name)} AS SELECT _line${columns.join("")} FROM ${objects}`, parameters.values);
  const [row] = await db.rows(`SELECT count(*)::INTEGER FROM ${quoted(name)}`);
  return fileReport(name, Number(row?.[0] ?? 0), rejections.list());
}

/** RFC 6901: how a key is written as a path. */
function pointer(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
