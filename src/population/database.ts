import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBMaterializedResult,
  DuckDBValue,
  DuckDBVector,
} from "@duckdb/node-api";
import { dataError, nowhere } from "./data-error.js";
import { createSpillFolder } from "./spill-folder.js";

/** A value for a `?` of SQL: text or a whole number. */
export type SqlValue = string | number | bigint | null;

/** A private database: tables live in memory and spill into a temporary folder, which `close` removes. */
export interface Database {
  readonly connection: DuckDBConnection;
  /** Runs a statement for its effect. */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  /** All rows of a small result. */
  rows(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** A large result, to be read by columns. The database works on it beside the process. */
  columns(sql: string, values?: readonly SqlValue[]): Promise<ColumnResult>;
  /** From here on, SQL can read only these files. */
  confine(paths: readonly string[]): Promise<void>;
  close(): void;
}

/** Cells of one row, in the order of the columns; whole numbers come as `bigint` or `number`. */
export type Row = readonly DuckDBValue[];

export interface ColumnResult {
  /** How many rows there are. */
  readonly rows: number;
  /** Gives the rows in blocks: the columns of each, and how many rows it has. */
  each(take: (vectors: readonly DuckDBVector[], count: number) => void): void;
}

export interface DatabaseOptions {
  /** What tables and intermediate results may take before they spill, in MiB. */
  readonly memory?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Leaves room, within 4 GiB, for what the process itself holds. */
const DEFAULT_MEMORY = 2200;

/** Opens a database. Throws a `DataError` if DuckDB is not installed, and the signal's reason when that is aborted. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { DuckDBInstance } = await loadDuckDb();
  const { signal } = options;
  signal?.throwIfAborted();
  const folder = createSpillFolder();
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${options.memory ?? DEFAULT_MEMORY}MiB`,
    temp_directory: folder.path,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  // The machine's own zone may not change what a SELECT means.
  await connection.run("SET TimeZone = 'UTC'");
  // Our own tables stand apart, so that a file's table may have any name: `users` most of all.
  await connection.run("CREATE SCHEMA touchline");
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  return {
    connection,
    run: (sql, values) => guarded(signal, async () => void (await connection.run(sql, bound(values)))),
    rows: (sql, values) => guarded(signal, async () => (await connection.runAndReadAll(sql, bound(values))).getRows()),
    columns: (sql, values) => guarded(signal, async () => byColumns(await connection.run(sql, bound(values)))),
    confine: async (paths) => {
      const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(", ");
      await connection.run(`SET allowed_paths = [${list}]`);
      await connection.run("SET enable_external_access = false");
    },
    close: () => {
      signal?.removeEventListener("abort", interrupt);
      closeAll(connection, instance);
      folder.remove();
    },
  };
}

function byColumns(result: DuckDBMaterializedResult): ColumnResult {
  return {
    rows: result.rowCount,
    each: (take) => {
      for (let block = 0; block < result.chunkCount; block++) {
        const chunk = result.getChunk(block);
        const vectors: DuckDBVector[] = [];
        for (let column = 0; column < chunk.columnCount; column++) vectors.push(chunk.getColumnVector(column));
        take(vectors, chunk.rowCount);
      }
    },
  };
}

/** Runs database work so that an abort shows as the signal's reason, not as DuckDB's own error. */
export async function guarded<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

async function loadDuckDb(): Promise<{ DuckDBInstance: typeof DuckDBInstance }> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    throw dataError("data-no-duckdb", nowhere, {}, null);
  }
}

function bound(values: readonly SqlValue[] | undefined): DuckDBValue[] | undefined {
  return values && values.length > 0 ? [...values] : undefined;
}

function closeAll(connection: DuckDBConnection, instance: DuckDBInstance): void {
  connection.closeSync();
  instance.closeSync();
}
