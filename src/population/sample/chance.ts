import type { DuckDBConnection } from "@duckdb/node-api";

/** How large a sample is, and which: the same size and seed give the same rows. */
export interface SampleSize {
  readonly users: number;
  /** How many local dates of history, the last of them that of `until`. */
  readonly days: number;
  readonly seed: number;
}

/**
 * Defines what the statements of a sample share. `draw(what, a, b)` is an even number in [0, 1) that depends on its
 * arguments and the seed alone, never on the order of rows or on threads. The outer hash matters: DuckDB combines the
 * hashes of several arguments so simply that draws for neighbouring `b` would be correlated.
 */
export async function prepareChance(connection: DuckDBConnection, size: SampleSize): Promise<void> {
  await connection.run("SET VARIABLE seed = $seed::BIGINT", { seed: size.seed });
  await connection.run("SET VARIABLE users = $users::BIGINT", { users: size.users });
  await connection.run("SET VARIABLE days = $days::BIGINT", { days: size.days });
  await connection.run(`
    CREATE MACRO draw(what, a, b) AS
      (hash(hash(getvariable('seed'), what, a::BIGINT, b::BIGINT)) >> 11) / 9007199254740992.0;
    CREATE MACRO pick(list, r) AS list[1 + floor(r * len(list))::BIGINT];
    -- Ranks from 1 to n with the frequency of a rank about one over it, as Zipf found for words and as shops find for products.
    CREATE MACRO zipf(r, n) AS least(n, floor(exp(r * ln(n + 1)))::BIGINT);
    CREATE MACRO price(category, rank) AS (
      CASE category WHEN 'headphones' THEN 9900 WHEN 'phone' THEN 199900 WHEN 'camera' THEN 259900 ELSE 1990 END
      * (1 + (hash(hash(category, rank)) % 24)::BIGINT) // 400)::DECIMAL(12, 2) - 0.10;
    CREATE MACRO product(category, rank) AS left(category, 2) || '-' || lpad(rank::VARCHAR, 4, '0');
    CREATE MACRO local_date(d) AS DATE '2026-06-18' - (getvariable('days') - 1 - d)::INTEGER;`);
}
