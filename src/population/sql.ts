import type { SqlValue } from "./database.js";

/** Quotes an identifier for SQL. Every identifier that comes from a mapping or a schema goes through here. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The literals of one statement: each becomes a numbered parameter, so that no text of a user ever is SQL. */
export class Parameters {
  readonly #values: SqlValue[] = [];

  get values(): readonly SqlValue[] {
    return this.#values;
  }

  /** A text as a parameter. */
  text(value: string): string {
    return this.#add(value, "VARCHAR");
  }

  /** A whole number, safe or beyond. */
  whole(value: number | bigint): string {
    if (typeof value === "number" && !Number.isSafeInteger(value))
      throw new RangeError(`${value} is not a safe integer`);
    // Digits can't be anything but a number, and the optimiser sees through a literal.
    return value < 0 ? `(${value})` : String(value);
  }

  #add(value: SqlValue, type: string): string {
    this.#values.push(value);
    return `$${this.#values.length}::${type}`;
  }
}

/** The largest magnitude that a stored whole number may have. */
export const MAX_WHOLE = Number.MAX_SAFE_INTEGER;
