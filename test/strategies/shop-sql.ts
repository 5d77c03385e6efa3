/**
 * Asks the raw CSV files of `strategies/shop` whom its strategies mean. Nothing here comes from the engine.
 *
 * From April to June 2026 Shanghai is eight hours ahead of UTC and New York four behind, so local time is plain addition.
 */
import { DuckDBInstance } from "@duckdb/node-api";
import type { Said } from "./shop-asks.js";
import { saidOfBehaviour } from "./shop-said.js";
import { saidOfWhen } from "./shop-said-when.js";

/** Every strategy of the shop. */
export const saidInSql: Readonly<Record<string, Said>> = { ...saidOfBehaviour, ...saidOfWhen };

/** What became of one candidate: the first part of `who` that fails (from 1), or the channel, or nothing that reaches. */
export interface Fate {
  readonly user: string;
  /** The key of the occurrence: local, such as `2026-06-18T10:00`, or the id of an event. */
  readonly occurrence: string;
  /** The local time at which the user is looked at. */
  readonly at: string;
  /** What touches are counted by. */
  readonly subject: string | null;
  readonly outcome: string;
}

// Instants as UTC wall time. An event that arrived more than the ten minutes of `settle` late is visible that much later.
const tables: Readonly<Record<string, string>> = {
  people: `
    select user_id, coalesce(local_zone, 'Asia/Shanghai') as zone, push_on = 'true' and app_version is not null as push,
           wechat is not null as wechat, phone is not null as sms, balance::bigint as balance, birthday::date as birthday,
           coalesce(string_split(app_version, '.')[1]::integer * 1000 + string_split(app_version, '.')[2]::integer >= 8002, false) as popup,
           lunar_birthday, origin, lang,
           timezone('UTC', registered_at::timestamptz) + ahead(zone) as registered
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
    select user_id, 'visit' as kind, event_id as event, occurred_at::timestamptz as occurred, received_at::timestamptz as received, page
    from read_csv($folder || '/visits.csv', all_varchar = true)
    where occurred <= received + interval 5 minute
    union all by name
    select user_id, 'view' as kind, occurred_at::timestamptz as occurred, received_at::timestamptz as received, category,
           product, price::decimal(18, 2) as price from views
    union all by name
    select user_id, kind, trade_id as event, occurred_at::timestamptz as occurred, category, product, order_id, money::decimal(18, 2) as amount, coupon
    from trades
    union all by name
    select user_id, 'cart' as kind, occurred_at::timestamptz as occurred, product, quantity::integer as quantity
    from read_csv($folder || '/carts.csv', all_varchar = true)
    union all by name
    select user_id, 'claim' as kind, occurred_at::timestamptz as occurred, coupon
    from read_csv($folder || '/claims.csv', all_varchar = true)
    union all by name
    select user_id, 'confirm' as kind, event_id as event, occurred_at::timestamptz as occurred, order_id, amount::decimal(18, 2) as amount
    from read_csv($folder || '/confirms.csv', all_varchar = true)
    union all by name
    select user_id, 'join' as kind, occurred_at::timestamptz as occurred from read_csv($folder || '/joins.csv', all_varchar = true)
    union all by name
    select user_id, 'checkin' as kind, event_id as event, occurred_at::timestamptz as occurred
    from read_csv($folder || '/checkins.csv', all_varchar = true)
    union all by name
    select user_id, 'friend' as kind, occurred_at::timestamptz as occurred from read_csv($folder || '/friends.csv', all_varchar = true)
    union all by name
    select user_id, case kind when 'password' then 'enter_password' else kind || '_recharge' end as kind,
           event_id as event, occurred_at::timestamptz as occurred, recharge_id
    from read_csv($folder || '/recharges.csv', all_varchar = true)
    union all by name
    select user_id, 'score' as kind, scored_at::timestamptz as occurred, churn::decimal(3, 2) as churn
    from read_csv($folder || '/scores.csv', all_varchar = true)
    union all by name
    select user_id, 'camera' as kind, (occurred_at || '+08')::timestamptz as occurred
    from read_csv($folder || '/camera.csv', all_varchar = true)
    where try_cast(occurred_at as timestamp) is not null`,
  history: `
    select *, timezone('UTC', occurred) as at,
           timezone('UTC', greatest(occurred, coalesce(received - interval 10 minute, occurred))) as visible
    from rows`,
  // What is measured of everybody, once: at 20:00 of the 18th of June in Shanghai.
  cuts: `
    with seen as (
      select h.*, datediff('day', (h.at + ahead(zone))::date, (timestamp '2026-06-18 12:00' + ahead(zone))::date) as ago
      from history h join people using (user_id) where visible <= timestamp '2026-06-18 12:00'
    ),
    payers as (select user_id, min(ago) as r, count(*) as f, sum(amount) as m from seen where kind = 'pay' and ago <= 59 group by 1),
    ranked as (select m, row_number() over (order by m desc) as place, count(*) over () as members from payers),
    visitors as (select user_id, min(ago) as ago from seen where kind = 'visit' group by 1)
    select (select avg(r) from payers) as r, (select avg(f) from payers) as f, (select avg(m) from payers) as m,
           (select min(m) from ranked where place <= ceil(0.2 * members)) as gold,
           (select min(m) from ranked where place <= ceil(0.5 * members)) as silver,
           (select count(*) filter (where ago >= 30) / count(*) from visitors) as gone`,
  days: "select day from range(timestamp '2026-05-01', timestamp '2026-07-01', interval 1 day) t(day)",
};

/** The raw files, read once; ask it for any strategy, and close it. */
export interface RawShop {
  /** What a select over `people` and `history` gives, as text; the first column is the user. */
  answers(select: string): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Everybody's fate under one strategy, for the occurrences in `(since, until]`, with no touch before them. */
  fates(strategy: string, since: string, until: string): Promise<readonly Fate[]>;
  close(): void;
}

export async function openRawShop(folder: string): Promise<RawShop> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  await connection.run(
    "create macro ahead(zone) as case zone when 'America/New_York' then interval (-4) hour else interval 8 hour end",
  );
  for (const [name, select] of Object.entries(tables))
    await connection.run(`create table ${name} as ${select.replaceAll("$folder", `'${folder}'`)}`);
  return {
    async answers(select) {
      const rows = (await connection.runAndReadAll(select)).getRows();
      return new Map(rows.map(([user, ...rest]) => [String(user), rest.map(String)]));
    },
    async fates(strategy, since, until) {
      const wall = { since: since.replace("Z", ""), until: until.replace("Z", "") };
      const rows = await connection.runAndReadAll(fatesSql(saidInSql[strategy] as Said), wall);
      return rows.getRows().map(([user, occurrence, at, subject, outcome]) => ({
        user: String(user),
        occurrence: String(occurrence),
        at: String(at),
        subject: subject === null ? null : String(subject),
        outcome: String(outcome),
      }));
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function fatesSql({ asks, back, clauses, chain }: Said): string {
  const refused = clauses.map((clause, i) => `when not (${clause}) then 'clause_${i + 1}'`).join("\n");
  const channels = chain.map((channel) => `when any_value(${channel}) then '${channel}'`).join("\n");
  const recent = back === undefined ? "" : `and h.at >= p.local_now - ahead(p.zone) - interval ${back}`;
  return `
    with asked as materialized (
      select p.*, a.local_now, a.local_now::date as today, a.occurrence, a.subject, a.worth
      from (${asks}) a join people p using (user_id)
      where a.local_now - ahead(p.zone) > $since::timestamp and a.local_now - ahead(p.zone) <= $until::timestamp
    ),
    seen as (
      select p.*, local_now - ahead(zone) as utc_now, h.* exclude (user_id), h.at + ahead(p.zone) as local_at
      from asked p
      left join history h on h.user_id = p.user_id and h.visible <= p.local_now - ahead(p.zone) ${recent}
    )
    select user_id, occurrence, local_now::varchar, any_value(subject), case ${refused} ${channels} else 'unreachable' end
    from seen s group by user_id, occurrence, local_now, today order by 1, 2`;
}

/** How many met each fate. */
export function tally(fates: readonly Fate[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { outcome } of fates) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
