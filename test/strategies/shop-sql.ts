/**
 * The audiences of `strategies/shop`, said a second time: in SQL, over the raw CSV files, from what each strategy is meant
 * to say. Nothing here comes from the engine, so that an error in it can't hide here too.
 *
 * From April to June 2026 Shanghai is eight hours ahead of UTC and New York four behind, so local time is plain addition.
 */
import { DuckDBInstance } from "@duckdb/node-api";

interface Said {
  /** The clock of the occurrence; the dates follow from the interval. */
  readonly clock: string;
  /** Every day, Thursdays, or the evening of 18 June 2026. */
  readonly on: "every day" | "Thursday" | "2026-06-18";
  /** The parts of `who`, in order. */
  readonly clauses: readonly string[];
  /** What the chain needs, in order: the name of the channel, and whom it reaches. */
  readonly chain: readonly string[];
}

// Within a user's rows, `today` is the local date and `local_at` the local time of an event that is visible by then.
const lastDays = (n: number): string => `local_at >= today - interval ${n - 1} day`;
const silentDays = (n: number): string => `local_at >= today - interval ${n} day`;
const previousDays = (n: number): string => `local_at >= today - interval ${n} day and local_at < today`;
const lastHours = (n: number): string => `local_at >= local_now - interval ${n} hour`;
const count = (what: string): string => `count(*) filter (${what})`;

const churned = `(${count("kind = 'visit'")} > 0 and ${count(`kind = 'visit' and ${silentDays(30)}`)} = 0)`;
const twice = `${count("kind = 'pay'")} >= 2`;
const dormant = `(not ${churned} and ${twice} and ${count(`kind = 'pay' and ${silentDays(21)}`)} = 0)`;
const paidBefore = `${count("kind = 'pay'")} > 0`;

/** Every strategy of the shop. */
export const saidInSql: Readonly<Record<string, Said>> = {
  headphone_nudge: {
    clock: "10:00",
    on: "every day",
    clauses: [
      `count(distinct local_at::date) filter (kind = 'view' and category = 'headphones' and ${previousDays(3)}) = 3`,
      // Without an order from the start of those three days up to now.
      `${count("kind = 'order' and local_at >= today - interval 3 day")} = 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  camera_back: {
    clock: "10:00",
    on: "every day",
    clauses: [
      `${count("kind = 'camera'")} > 0 and ${count(`kind = 'camera' and ${silentDays(15)}`)} = 0`,
      `${count(`kind = 'visit' and ${lastDays(15)}`)} > 0`,
    ],
    chain: ["push", "wechat"],
  },
  camera_try: {
    clock: "12:30",
    on: "every day",
    clauses: [
      `${count(`kind = 'camera' and ${silentDays(15)}`)} = 0`,
      `${count(`kind = 'view' and ${lastHours(48)}`)} >= 3`,
    ],
    chain: ["push"],
  },
  camera_thursday: {
    clock: "15:00",
    on: "Thursday",
    clauses: [
      `${count(`kind = 'camera' and ${lastDays(15)}`)} = 0`,
      `${count(`kind = 'view' and category = 'camera' and ${previousDays(14)}`)} >= 2`,
    ],
    chain: ["push", "wechat"],
  },
  first_order: {
    clock: "18:30",
    on: "every day",
    clauses: [
      `not ${churned} and not ${paidBefore}`,
      `coalesce(max(local_at) filter (kind = 'visit') >= today - interval 2 day, false)`,
    ],
    chain: ["push", "sms"],
  },
  dormant_wake: {
    clock: "11:00",
    on: "every day",
    clauses: [dormant, `coalesce(max(price) filter (kind = 'view' and ${lastDays(7)}), 0) < 3000`],
    chain: ["push", "wechat"],
  },
  churn_winback: {
    clock: "11:00",
    on: "Thursday",
    clauses: [churned, paidBefore, `coalesce(today - (max(local_at) filter (kind = 'pay'))::date >= 35, false)`],
    chain: ["wechat", "sms"],
  },
  d618: {
    clock: "20:00",
    on: "2026-06-18",
    clauses: [
      `not ${churned} and ${paidBefore}`,
      `${count(`kind = 'visit' and ${lastDays(14)}`)} > 0
         or ${count(`kind = 'visit' and page like '%618%' and ${lastDays(30)}`)} > 0`,
    ],
    chain: ["push", "wechat", "sms"],
  },
  member_week: {
    clock: "18:00",
    on: "Thursday",
    clauses: [
      `coalesce(sum(amount) filter (kind = 'pay' and ${lastDays(60)}), 0) >= 3000
         and coalesce(sum(amount) filter (kind = 'pay' and ${lastDays(60)}), 0)
             >= 600 * ${count(`kind = 'pay' and ${lastDays(60)}`)}`,
      "any_value(balance) <= 5000",
    ],
    chain: ["wechat", "push"],
  },
  cart_left: {
    clock: "19:00",
    on: "every day",
    clauses: [
      `coalesce(sum(quantity) filter (kind = 'cart' and ${lastDays(2)}), 0) >= 2`,
      `${count(`kind = 'order' and ${lastDays(2)}`)} = 0`,
    ],
    chain: ["push"],
  },
  coupon_unused: {
    clock: "09:30",
    on: "every day",
    clauses: [
      `${count(`kind = 'claim' and ${lastDays(7)}`)} > 0
         and ${count(`kind = 'pay' and coupon is not null and ${lastDays(7)}`)} = 0`,
      `${count(`kind = 'view' and ${lastHours(24)}`)} = 0`,
    ],
    chain: ["push", "wechat"],
  },
};

/** What became of one candidate: the first part of `who` that fails (from 1), or the channel, or nothing that reaches. */
export interface Fate {
  readonly user: string;
  /** Local, such as `2026-06-18T10:00`. */
  readonly occurrence: string;
  readonly outcome: string;
}

// Instants as UTC wall time. An event that arrived more than the ten minutes of `settle` late is visible that much later.
const tables: Readonly<Record<string, string>> = {
  people: `
    select user_id, coalesce(local_zone, 'Asia/Shanghai') as zone, push_on = 'true' as push,
           wechat is not null as wechat, phone is not null as sms, balance::bigint as balance
    from (select distinct * from read_csv($folder || '/users.csv', all_varchar = true))
    where (gender is null or gender in ('male', 'female')) and try_cast(registered_at as timestamptz) is not null
    qualify row_number() over (partition by user_id order by updated_at desc) = 1`,
  rows: `
    with views as (
      select * from read_csv($folder || '/views.csv', all_varchar = true)
      where category in ('headphones', 'phone', 'camera', 'accessory') and price is not null
      qualify row_number() over (partition by event_id order by received_at) = 1
    ),
    trades as (
      select *, amount::decimal(18, 3) as money from read_csv($folder || '/trades.csv', all_varchar = true)
      where money = round(money, 2)
    )
    select user_id, 'visit' as kind, occurred_at::timestamptz as occurred, received_at::timestamptz as received, page
    from read_csv($folder || '/visits.csv', all_varchar = true)
    where occurred <= received + interval 5 minute
    union all by name
    select user_id, 'view' as kind, occurred_at::timestamptz as occurred, received_at::timestamptz as received, category,
           price::decimal(18, 2) as price from views
    union all by name
    select user_id, kind, occurred_at::timestamptz as occurred, category, money::decimal(18, 2) as amount, coupon from trades
    union all by name
    select user_id, 'cart' as kind, occurred_at::timestamptz as occurred, quantity::integer as quantity
    from read_csv($folder || '/carts.csv', all_varchar = true)
    union all by name
    select user_id, 'claim' as kind, occurred_at::timestamptz as occurred, coupon
    from read_csv($folder || '/claims.csv', all_varchar = true)
    union all by name
    select user_id, 'camera' as kind, (occurred_at || '+08')::timestamptz as occurred
    from read_csv($folder || '/camera.csv', all_varchar = true)
    where try_cast(occurred_at as timestamp) is not null`,
  history: `
    select *, timezone('UTC', occurred) as at,
           timezone('UTC', greatest(occurred, coalesce(received - interval 10 minute, occurred))) as visible
    from rows`,
};

/** The raw files, read once; ask it for any strategy, and close it. */
export interface RawShop {
  /** Everybody's fate under one strategy, for the occurrences in `(since, until]`, with no touch before them. */
  fates(strategy: string, since: string, until: string): Promise<readonly Fate[]>;
  close(): void;
}

export async function openRawShop(folder: string): Promise<RawShop> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  for (const [name, select] of Object.entries(tables))
    await connection.run(`create table ${name} as ${select.replaceAll("$folder", `'${folder}'`)}`);
  await connection.run(
    "create macro ahead(zone) as case zone when 'America/New_York' then interval (-4) hour else interval 8 hour end",
  );
  return {
    async fates(strategy, since, until) {
      const wall = { since: since.replace("Z", ""), until: until.replace("Z", "") };
      const rows = await connection.runAndReadAll(fatesSql(saidInSql[strategy] as Said), wall);
      return rows
        .getRows()
        .map((row) => ({ user: String(row[0]), occurrence: String(row[1]), outcome: String(row[2]) }));
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function fatesSql({ clock, on, clauses, chain }: Said): string {
  const refused = clauses.map((clause, i) => `when not (${clause}) then 'clause_${i + 1}'`).join("\n");
  const channels = chain.map((channel) => `when any_value(${channel}) then '${channel}'`).join("\n");
  const dates =
    on === "every day" ? "true" : on === "Thursday" ? "dayname(day) = 'Thursday'" : `day = timestamp '${on}'`;
  return `
    with asked as materialized (
      select *, (day::date + time '${clock}') as local_now, day::date as today
      from people, range(timestamp '2026-05-01', timestamp '2026-07-01', interval 1 day) t(day)
      where local_now - ahead(zone) > $since::timestamp and local_now - ahead(zone) <= $until::timestamp and ${dates}
    ),
    seen as (
      select p.*, h.kind, h.category, h.page, h.price, h.amount, h.quantity, h.coupon, h.at + ahead(p.zone) as local_at
      from asked p
      left join history h on h.user_id = p.user_id and h.visible <= p.local_now - ahead(p.zone)
    )
    select user_id, strftime(local_now, '%Y-%m-%dT%H:%M'), case ${refused} ${channels} else 'unreachable' end
    from seen group by user_id, local_now, today order by 1, 2`;
}

/** How many met each fate. */
export function tally(fates: readonly Fate[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { outcome } of fates) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
