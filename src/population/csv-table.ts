import { csvRecords } from "./csv-records.js";
import { checkHeader, type DataFile } from "./data-file.js";
import type { Database } from "./database.js";
import { fileReport, Rejections } from "./file-report.js";
import type { SourceReport } from "./load-report.js";
import { countLines, physicalLines } from "./physical-lines.js";
import { quoted } from "./sql.js";
import { createTextTable } from "./text-table.js";

/**
 * Makes a CSV file a table of text. The database's reader is fast but loses rows in silence when quotes go wrong, so
 * it is trusted only when it found as many records as the file has lines; otherwise the file is read exactly.
 */
export async function loadCsv(db: Database, file: DataFile, delimiter: string): Promise<SourceReport> {
  const columns = await readHeader(file, delimiter);
  if (columns.length === 0) {
    await db.run(`CREATE TABLE ${quoted(file.map.name)} (_line BIGINT)`);
    return fileReport(file.map.name, 0, []);
  }
  const census = await countLines(file.path);
  if (!census.odd && census.blank === 0) {
    const read = await tryFastPath(db, file, delimiter, columns);
    if (read === census.lines - 1) return fileReport(file.map.name, read, []);
  }
  return readExactly(db, file, delimiter, columns);
}

async function readHeader(file: DataFile, delimiter: string): Promise<string[]> {
  for await (const record of csvRecords(physicalLines(file.path), delimiter, null)) {
    return checkHeader(record.is === "row" ? record.fields : [null], file);
  }
  return [];
}

/** Where the raw rows of a file lie, apart from the tables that an author can name; their places give the lines. */
function rawTable(name: string): string {
  return `touchline.${quoted(`raw ${name}`)}`;
}

/** The number of rows that the database's reader finds, or `null` if it gives up. */
async function tryFastPath(
  db: Database,
  { path, map }: DataFile,
  delimiter: string,
  columns: readonly string[],
): Promise<number | null> {
  const raw = rawTable(map.name);
  const types = columns.map((column) => `'${column.replaceAll("'", "''")}': 'VARCHAR'`).join(", ");
  const options = `header = true, delim = '${delimiter}', quote = '"', escape = '"', auto_detect = false, columns = {${types}}`;
  try {
    await db.run(`CREATE TABLE ${raw} AS SELECT * FROM read_csv($1, ${options}, strict_mode = true)`, [path]);
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error;
    return null;
  }
  const [row] = await db.rows(`SELECT count(*)::INTEGER FROM ${raw}`);
  const read = Number(row?.[0] ?? 0);
  await db.run(`CREATE VIEW ${quoted(map.name)} AS SELECT (rowid + 2)::BIGINT AS _line, * FROM ${raw}`);
  return read;
}

async function readExactly(
  db: Database,
  { path, map }: DataFile,
  delimiter: string,
  columns: readonly string[],
): Promise<SourceReport> {
  await db.run(`DROP VIEW IF EXISTS ${quoted(map.name)}`);
  await db.run(`DROP TABLE IF EXISTS ${rawTable(map.name)}`);
  const table = await createTextTable(db, map.name, columns);
  const rejections = new Rejections();
  let read = 0;
  let header = true;
  for await (const record of csvRecords(physicalLines(path), delimiter, columns.length)) {
    if (header) {
      header = false;
    } else if (record.is === "row") {
      table.add(record.line, record.fields);
      read++;
    } else {
      rejections.add(record.reason, record.line);
    }
  }
  table.finish();
  return fileReport(map.name, read, rejections.list());
}
