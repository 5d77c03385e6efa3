import { isUtf8 } from "node:buffer";
import type { DataFile } from "./data-file.js";
import type { Database } from "./database.js";
import { fileReport, Rejections } from "./file-report.js";
import type { SourceReport } from "./load-report.js";
import { physicalLines } from "./physical-lines.js";
import { createTextTable } from "./text-table.js";

/** Makes a plain text file a table of its lines, but for blank ones: the column `line`, for a SELECT to take apart. */
export async function loadLines(db: Database, { map, path }: DataFile): Promise<SourceReport> {
  const table = await createTextTable(db, map.name, ["line"]);
  const rejections = new Rejections();
  let read = 0;
  for await (const { number, bytes } of physicalLines(path)) {
    const text = isUtf8(bytes) ? bytes.toString("utf8") : null;
    if (text === null) rejections.add("not_utf8", number);
    else if (text.trim() !== "") {
      table.add(number, [text]);
      read++;
    }
  }
  table.finish();
  return fileReport(map.name, read, rejections.list());
}
