import type { DuckDBAppender } from "@duckdb/node-api";
import type { Database } from "./database.js";
import { quoted } from "./sql.js";

/** Appends rows of text to a table, by blocks of columns. The first column is the line. */
export interface TextAppender {
  add(line: number, fields: readonly (string | null)[]): void;
  finish(): void;
}

const BLOCK = 2048;

/** Makes a table of `_line` and text columns, to be filled row by row. */
export async function createTextTable(
  db: Database,
  name: string,
  columns: readonly string[],
  schema = "main",
): Promise<TextAppender> {
  const declared = columns.map((column) => `, ${quoted(column)} VARCHAR`).join("");
  await db.run(`CREATE TABLE ${schema}.${quoted(name)} (_line BIGINT${declared})`);
  const { BIGINT, VARCHAR, DuckDBDataChunk } = await import("@duckdb/node-api");
  const types = [BIGINT, ...columns.map(() => VARCHAR)];
  const appender: DuckDBAppender = await db.connection.createAppender(name, schema);
  let lines: bigint[] = [];
  let texts: (string | null)[][] = columns.map(() => []);
  const flush = (): void => {
    if (lines.length === 0) return;
    const chunk = DuckDBDataChunk.create(types, lines.length);
    chunk.setColumns([lines, ...texts]);
    appender.appendDataChunk(chunk);
    lines = [];
    texts = columns.map(() => []);
  };
  return {
    add: (line, fields) => {
      lines.push(BigInt(line));
      for (let i = 0; i < texts.length; i++) (texts[i] as (string | null)[]).push(fields[i] ?? null);
      if (lines.length === BLOCK) flush();
    },
    finish: () => {
      flush();
      appender.flushSync();
      appender.closeSync();
    },
  };
}
