import type { Source } from "../text/source.js";
import { dataError } from "./data-error.js";
import type { FileMap } from "./data-map.js";

/** A file on disk that is to become a table. */
export interface DataFile {
  readonly map: FileMap;
  /** Absolute. */
  readonly path: string;
  readonly source: Source;
}

/** Refuses column names that SQL could not tell apart, and the name that we use ourselves. */
export function checkHeader(columns: readonly (string | null)[], file: DataFile): string[] {
  const seen = new Set(["_line"]);
  return columns.map((column) => {
    const folded = (column ?? "").toLowerCase();
    if (folded === "" || seen.has(folded)) {
      throw dataError("data-header", file.map.span, { path: file.map.path, column: column ?? "" }, file.source);
    }
    seen.add(folded);
    return column ?? "";
  });
}
