import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { loadCsv } from "./csv-table.js";
import { DataError, dataError } from "./data-error.js";
import type { DataFile } from "./data-file.js";
import type { DataMap } from "./data-map.js";
import type { Database } from "./database.js";
import { loadJson, loadJsonLines } from "./json-table.js";
import type { SourceReport } from "./load-report.js";
import { loadLines } from "./lines-table.js";
import { loadParquet } from "./parquet-table.js";

/** Makes each file a table of its name with a `_line` column; after this, SQL can read no other file. */
export async function loadFiles(db: Database, data: DataMap, root: string): Promise<SourceReport[]> {
  const files = data.files.map((map) => ({ map, path: resolve(root, map.path), source: data.source }));
  for (const file of files) await mustExist(file);
  const reports: SourceReport[] = [];
  for (const file of files) reports.push(await loadFile(db, file));
  await db.confine(files.filter(({ map }) => map.format === "parquet").map(({ path }) => path));
  return reports;
}

async function mustExist({ map, path, source }: DataFile): Promise<void> {
  try {
    await access(path);
  } catch {
    throw dataError("data-file-missing", map.span, { path: map.path, looked: path }, source);
  }
}

async function loadFile(db: Database, file: DataFile): Promise<SourceReport> {
  try {
    switch (file.map.format) {
      case "csv":
        return await loadCsv(db, file, ",");
      case "tsv":
        return await loadCsv(db, file, "\t");
      case "jsonl":
        return await loadJsonLines(db, file);
      case "json":
        return await loadJson(db, file);
      case "txt":
        return await loadLines(db, file);
      case "parquet":
        return await loadParquet(db, file);
    }
  } catch (error) {
    if (error instanceof DataError || !(error instanceof Error) || error.name === "AbortError") throw error;
    const reason = error.message.split("\n", 1)[0] ?? "";
    throw dataError("data-file-broken", file.map.span, { path: file.map.path, reason }, file.source);
  }
}
