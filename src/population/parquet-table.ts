import type { DataFile } from "./data-file.js";
import type { Database } from "./database.js";
import { fileReport } from "./file-report.js";
import type { SourceReport } from "./load-report.js";
import { quoted } from "./sql.js";

/** Makes a Parquet file a view of its own types; it is read where it lies. `_line` is the row, from 1. */
export async function loadParquet(db: Database, { map, path }: DataFile): Promise<SourceReport> {
  const read = `read_parquet('${path.replaceAll("'", "''")}', file_row_number = true)`;
  const view = quoted(map.name);
  await db.run(`CREATE VIEW ${view} AS SELECT * EXCLUDE (file_row_number), file_row_number + 1 AS _line FROM ${read}`);
  const [row] = await db.rows(`SELECT count(*)::BIGINT FROM ${view}`);
  const records = Number(row?.[0] ?? 0);
  return fileReport(map.name, records, []);
}
