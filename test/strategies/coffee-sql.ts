/**
 * The audiences of `strategies/coffee`, said a second time: in SQL, over the raw files, from the plain-language
 * definitions and the table of windows. Nothing here comes from the engine, so that an error in it can't hide here too.
 *
 * New York is four hours behind UTC throughout July 2018 (daylight saving time), so local time is plain subtraction.
 */
import { DuckDBInstance } from "@duckdb/node-api";

/** The strategies and, in order, the parts of each `who`: every part is a yes or no for every user. */
export const clausesInSql: Readonly<Record<string, readonly string[]>> = {
  bogo_nudge: [
    // Viewed a bogo offer in the last 7 days: today and the six dates before it.
    "count(*) filter (event = 'viewed' and offer_type = 'bogo' and local_at >= today - interval 6 day) >= 1",
    // Completed no bogo offer in those days.
    "count(*) filter (event = 'completed' and offer_type = 'bogo' and local_at >= today - interval 6 day) = 0",
    "coalesce(any_value(income) >= 75000, false)",
  ],
  lapsed: [
    "count(*) filter (event = 'transaction') >= 3",
    // No purchase for 7 days: seven whole dates of silence, and today as well.
    "count(*) filter (event = 'transaction' and local_at >= today - interval 7 day) = 0",
  ],
  big_basket: [
    // In the previous 7 whole days: today does not count. Cents, so that nothing is rounded.
    "coalesce(sum(cents) filter (local_at >= today - interval 7 day and local_at < today), 0) >= 10000",
    `coalesce(sum(cents) filter (local_at >= today - interval 7 day and local_at < today), 0)
       >= 2000 * count(cents) filter (local_at >= today - interval 7 day and local_at < today)
     and count(cents) filter (local_at >= today - interval 7 day and local_at < today) > 0`,
  ],
  streak: [
    // Purchased on each of yesterday and the two dates before it.
    `count(distinct local_at::date) filter
       (event = 'transaction' and local_at >= today - interval 3 day and local_at < today) = 3`,
    "count(*) filter (event = 'received' and local_at >= today - interval 3 day) = 0",
  ],
  taste: [
    "count(*) filter (event = 'received' and local_at >= today - interval 6 day) > 0",
    "count(*) filter (event = 'completed' and local_at >= today - interval 6 day) = 0",
  ],
};

/** For one strategy at one instant: each user's answer to each part of the `who`. */
export type Answers = ReadonlyMap<string, readonly boolean[]>;

/** Who the members are, and what they did in New York's time. */
const history = `people as (
         select row_number() over () - 1 as profile_row, id, income
         from read_json($profiles, format = 'newline_delimited')
       ),
       history as (
         select e.profile_row::bigint as profile_row, e.event, e.line, o.offer_type,
                (e.amount::decimal(18, 2) * 100)::bigint as cents,
                timestamp '2018-07-01 00:00:00' + to_hours(e.time_h::integer) - interval 4 hour as local_at
         from read_csv($events, all_varchar = true) e
         left join read_json($offers, format = 'newline_delimited') o on o.id = e.offer_id
       )`;

/** The kind of offer that each member viewed most by then; of two viewed as often, the one seen last, and then by its line. */
export async function favouritesFromRawFiles(folder: string, clock: string): Promise<ReadonlyMap<string, string>> {
  const rows = await asked(
    folder,
    clock,
    `with ${history},
       liked as (
         select p.id, offer_type, count(*) as n, max({ moment: local_at, line: line }) as latest
         from people p join history h using (profile_row)
         where event = 'viewed' and local_at <= $now::timestamp
         group by 1, 2
       )
     select id, arg_max(offer_type, { n: n, latest: latest }) from liked group by id`,
  );
  return new Map(rows.map(([id, kind]) => [String(id), String(kind)]));
}

/** Reads the raw files of `folder` and answers for every user, at a New York clock time on 2018-07-20 such as `10:00`. */
export async function answersFromRawFiles(folder: string, clock: string): Promise<ReadonlyMap<string, Answers>> {
  const columns = Object.values(clausesInSql)
    .flat()
    .map((clause, i) => `(${clause}) as c${i}`)
    .join(",\n");
  const rows = await asked(
    folder,
    clock,
    `with ${history},
       seen as (
         select p.id, p.income, h.event, h.offer_type, h.cents, h.local_at, $now::timestamp::date as today
         from people p
         left join history h on h.profile_row = p.profile_row and h.local_at <= $now::timestamp
       )
     select id, ${columns} from seen group by id, today`,
  );
  return byStrategy(rows);
}

async function asked(folder: string, clock: string, select: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  try {
    const rows = await connection.runAndReadAll(select, {
      profiles: `${folder}/profile.jsonl.gz`,
      offers: `${folder}/portfolio.jsonl`,
      events: `${folder}/events_tidy.csv.gz`,
      now: `2018-07-20 ${clock}:00`,
    });
    return rows.getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function byStrategy(rows: readonly (readonly unknown[])[]): ReadonlyMap<string, Answers> {
  const all = new Map<string, Answers>();
  let first = 1;
  for (const [strategy, clauses] of Object.entries(clausesInSql)) {
    const [from, to] = [first, first + clauses.length];
    all.set(strategy, new Map(rows.map((row) => [String(row[0]), row.slice(from, to).map((held) => held === true)])));
    first = to;
  }
  return all;
}

/** Those for whom every part holds; `without` leaves one part (from 0) out of account. */
export function audienceOf(answers: Answers, without: number | null = null): readonly string[] {
  return [...answers]
    .filter(([, held]) => held.every((holds, part) => holds || part === without))
    .map(([user]) => user)
    .sort();
}
