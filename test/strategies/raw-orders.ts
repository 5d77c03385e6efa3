import { openDatabase } from "../../src/population/database.js";

/** A purchase: whose, on which local date (days since 1970-01-01), its instant as the raw file shows it, and its money in minor units. */
export interface Purchase {
  readonly customer: string;
  readonly date: number;
  readonly clock: string;
  readonly cents: number;
}

/** Runs SQL over raw files, in a database of its own. */
export async function query(sql: string): Promise<readonly (readonly unknown[])[]> {
  const db = await openDatabase();
  try {
    return await db.rows(sql);
  } finally {
    db.close();
  }
}

/** The dates of each customer's purchases, each once, ascending. */
export function datesOf(purchases: readonly Purchase[]): ReadonlyMap<string, readonly number[]> {
  const dates = new Map<string, Set<number>>();
  for (const { customer, date } of purchases) dates.set(customer, (dates.get(customer) ?? new Set()).add(date));
  return new Map([...dates].map(([customer, found]) => [customer, [...found].sort((a, b) => a - b)]));
}

/**
 * How many silences reached `n` whole dates at least `observed` dates before `today`, and how many of these ended within `observed`
 * dates of reaching it: a loop over dates, where the product joins tables.
 */
export function returns(
  dates: Iterable<readonly number[]>,
  n: number,
  observed: number,
  today: number,
): { silences: number; returned: number } {
  let [silences, returned] = [0, 0];
  for (const own of dates) {
    own.forEach((date, place) => {
      // n dates without any lie between the last purchase and the date on which the silence is n dates long.
      const long = date + n + 1;
      const next = own[place + 1];
      if (long + observed > today || (next !== undefined && next < long)) return;
      silences++;
      if (next !== undefined && next < long + observed) returned++;
    });
  }
  return { silences, returned };
}
