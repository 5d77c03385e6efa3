import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { type Measured, measureMetrics } from "../../src/population/metrics.js";
import type { Program } from "../../src/program/program.js";
import { compileFolder, projectFolder } from "./planned.js";
import { openRawShop, type RawShop } from "./shop-sql.js";

const folder = projectFolder("shop");
const until = "2026-06-18T12:00:00Z";

/** What was visible, each event with how many local dates ago it was, and its place among those of its kind. */
const seen = `
  with seen as (
    select h.*, h.at + ahead(p.zone) as local, (h.at + ahead(p.zone))::date as day,
           datediff('day', (h.at + ahead(p.zone))::date, (timestamp '2026-06-18 12:00' + ahead(p.zone))::date) as ago,
           row_number() over (partition by h.user_id, h.kind order by h.at) as nth
    from history h join people p using (user_id)
    where h.visible <= timestamp '2026-06-18 12:00'
  )`;

/** How far each user came in a recharge of the last 30 days: 1 started, 2 confirmed, 3 the password. */
const recharges = `(
    select s.user_id,
           max(case when p.user_id is not null then 3 when c.user_id is not null then 2 else 1 end) as reached
    from seen s
    left join seen c on c.user_id = s.user_id and c.kind = 'confirm_recharge' and c.recharge_id = s.recharge_id
      and c.at > s.at and datediff('day', s.day, c.day) <= 1
    left join seen p on p.user_id = s.user_id and p.kind = 'enter_password' and p.recharge_id = s.recharge_id
      and p.at > c.at and p.at <= c.at + interval 30 minute
    where s.kind = 'start_recharge' and s.ago <= 29
    group by 1
  )`;

const sumOf = (test: string): string => `select 'x', sum(amount), 1 from seen where ${test} and ago <= 29`;
const active = (days: number): string =>
  `select 'x', count(distinct user_id), 1 from seen where kind = 'visit' and ago < ${days}`;

/** Each metric as a number over another, from the files alone. */
const asked: Readonly<Record<string, string>> = {
  repurchase: `select 'x', count(*) filter (where datediff('day', a.day, b.day) <= 30), count(*)
    from seen a left join seen b on a.user_id = b.user_id and b.kind = 'pay' and b.nth = 2
    where a.kind = 'pay' and a.nth = 1`,
  gmv: sumOf("kind = 'pay'"),
  arpu: `select 'x', (select sum(amount) from seen where kind = 'pay' and ago <= 29
      and user_id in (select user_id from seen where kind = 'visit' and ago <= 29)),
    (select count(distinct user_id) from seen where kind = 'visit' and ago <= 29)`,
  basket: "select 'x', sum(amount), count(*) from seen where kind = 'pay' and ago <= 29",
  phone_orders: sumOf("kind = 'order' and category = 'phone'"),
  sound_orders: sumOf("kind = 'order' and category = 'headphones'"),
  orders: sumOf("kind = 'order'"),
  dau: active(1),
  wau: active(7),
  mau: active(30),
  // Two whole weeks without a visit: `shop-models.test.ts` finds that period.
  quiet: `select 'x', count(*) filter (where ago > 14), count(*)
    from (select user_id, min(ago) as ago from seen where kind = 'visit' group by 1)`,
  first_buy: `select 'x', median(datediff('day', a.day, b.day)), 1
    from seen a join seen b on a.user_id = b.user_id and b.kind = 'pay' and b.nth = 1 and b.at > a.at
    where a.kind = 'visit' and a.nth = 1`,
  recharge_done: `select 'x', count(*) filter (where reached = 3), count(*) from ${recharges}`,
  password_lost: `select 'x', count(*) filter (where reached = 3), count(*) filter (where reached >= 2) from ${recharges}`,
};

let raw: RawShop;
let program: Program;
let measured: Measured;

beforeAll(async () => {
  program = compileFolder(folder);
  raw = await openRawShop(join(folder, "data"));
  const data = parseDataMap({ name: "data.yaml", text: readFileSync(join(folder, "data.yaml"), "utf8") });
  measured = await measureMetrics({ project: folder, program, data, at: [Date.parse(until)], division: null });
});
afterAll(() => raw.close());

describe("the metrics of strategies/shop", () => {
  it("are all asked here", () => {
    expect(program.analysis.metrics.map(({ id }) => id)).toEqual(Object.keys(asked));
  });

  it.each(Object.keys(asked))("%s is what the raw files say", async (id) => {
    const place = program.analysis.metrics.findIndex((metric) => metric.id === id);
    const metric = program.analysis.metrics[place];
    const value = measured.metrics.find((one) => one.metric === place)?.values[0]?.value;
    const [above, below] = (await raw.answers(`${seen} ${asked[id]}`)).get("x")?.map(Number) ?? [];
    // Money is held in fen.
    const unit = metric?.type.is === "money" ? metric.type.minor : 1;
    expect(above).toBeGreaterThan(0);
    expect(Number(value?.n) / Number(value?.d)).toBeCloseTo(((above ?? 0) / (below ?? 0)) * unit, 6);
  });

  it("of whom something is expected, as many do it as the raw files say", async () => {
    const said = [
      `select user_id from seen where kind = 'view' and category = 'headphones' and ago <= 29 group by 1 having count(*) >= 5`,
      `select user_id from seen where kind = 'pay' and ago <= 59 group by 1 having sum(amount) >= 3000 and avg(amount) >= 600`,
    ];
    const done = [
      `select user_id from seen where kind = 'view' and category = 'headphones' and ago between 1 and 7
       group by 1 having count(distinct day) >= 2`,
      `select user_id from seen where kind = 'visit' and ago >= 1 and day >= (day + ago::integer - interval 1 month)::date
       group by 1 having count(*) >= 4`,
    ];
    for (const [place, role] of said.entries()) {
      const select = `${seen} select 'x', count(*), count(*) filter (where user_id in (${done[place]})) from (${role})`;
      const counts = (await raw.answers(select)).get("x")?.map(Number);
      const value = measured.expectations[place]?.values[0];
      expect([value?.users, value?.met]).toEqual(counts);
      expect(value?.met).toBeGreaterThan(0);
    }
  });
});
