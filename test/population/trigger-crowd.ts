import type { Database } from "../../src/population/database.js";
import type { Fact, Program, Window } from "../../src/program/program.js";
import { programOf } from "../agree/sql-history-facts.js";
import { startedBy } from "../agree/whole-history.js";

/**
 * Users who view and pay over half a year, in two zones, on few enough instants that events of both kinds fall on one, some of them
 * arriving late; and facts of many forms, each also told by SQL that knows nothing of how Touchline computes them.
 */

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** New York’s clocks went forward on this day in 2026, at 07:00 UTC. */
const SPRING = Date.UTC(2026, 2, 8);
const START = Date.UTC(2026, 0, 1);
const DAYS = 180;
export const SINCE = START - 1;
export const UNTIL = START + (DAYS + 2) * DAY;

const [VIEW, PAY] = [0, 1];
const [PAGE, ITEMS, AMOUNT, KIND] = [0, 1, 2, 3];
const views = { event: VIEW, where: null } as const;
const pays = { event: PAY, where: null } as const;
const ever: Window = { is: "ever" };
const days = (is: "last" | "previous" | "for", n: number): Window => ({ is, unit: "day", n });
const lastView = { is: "point", ...views, nth: "last" } as const;
const firstPay = { is: "point", ...pays, nth: 1 } as const;

/** Each fact, and its column in the answer of `answersSql`. */
export const facts: Readonly<Record<string, Fact>> = {
  views_ever: { is: "count", ...views, window: ever },
  views_last_7: { is: "count", ...views, window: days("last", 7) },
  view_days_previous_3: { is: "days", ...views, window: days("previous", 3) },
  view_kinds_24_hours: { is: "distinct", field: KIND, ...views, window: { is: "span", ms: 24 * HOUR } },
  last_view: { is: "pointInstant", point: lastView },
  favourite_page: { is: "mostFrequent", field: PAGE, ...views, window: days("last", 30) },
  spent_for_30: { is: "sum", field: AMOUNT, ...pays, window: days("for", 30) },
  first_items: { is: "pointField", point: firstPay, field: ITEMS },
  first_pay_recent: { is: "momentIn", moment: firstPay, window: days("last", 30) },
  pays_since_view: { is: "count", ...pays, window: { is: "since", moment: lastView } },
  amount: { is: "trigger", event: PAY, field: AMOUNT },
  pays_up_to_this: {
    is: "count",
    event: PAY,
    where: {
      is: "compare",
      op: "<=",
      left: { is: "column", column: ITEMS, per: 1 },
      right: { is: "trigger", field: ITEMS, per: 1 },
      type: { is: "integer" },
      said: 0,
    },
    window: ever,
  },
  viewed_then_paid: {
    is: "sequence",
    window: ever,
    steps: [
      { no: false, ...views, same: null, within: null },
      { no: false, ...pays, same: { field: ITEMS, before: ITEMS }, within: { unit: "ms", n: 6 * HOUR } },
    ],
  },
};

export const program: Program = {
  ...programOf("Asia/Shanghai", Object.values(facts)),
  strategies: [startedBy(PAY)],
};

export const mapping = `max rejected: 0%
files: { people: people.parquet, views: views.parquet, pays: pays.parquet }
profiles: { from: people, id: id }
events:
  view: { from: views, id: id, user: user, occurred_at: { column: occurred, unit: milliseconds }, received_at: { column: received, unit: milliseconds }, seq: seq }
  pay: { from: pays, id: id, user: user, occurred_at: { column: occurred, unit: milliseconds }, received_at: { column: received, unit: milliseconds }, seq: seq }
`;

/** Writes so many users, each with so many events of either kind on average, as Parquet files into a folder. */
export async function writeCrowd(db: Database, folder: string, users: number, each: number): Promise<void> {
  const id = (n: string): string => `'u' || lpad(CAST(${n} AS VARCHAR), 8, '0')`;
  const write = (select: string, file: string): Promise<void> =>
    db.run(`COPY (${select}) TO '${folder}/${file}.parquet' (FORMAT parquet)`);
  await write(
    `SELECT ${id("n")} AS id, CASE n % 2 WHEN 0 THEN 'Asia/Shanghai' ELSE 'America/New_York' END AS home,
       NULL::VARCHAR AS city, NULL::BIGINT AS age, NULL::VARCHAR AS joined, NULL::VARCHAR AS birthday, NULL::VARCHAR AS liked
     FROM range(${users}) AS t(n)`,
    "people",
  );
  for (const [file, letter] of [
    ["views", "v"],
    ["pays", "p"],
  ] as const) {
    const dice = (salt: number, sides: number): string => `CAST(hash(k, '${letter}', ${salt}) % ${sides} AS BIGINT)`;
    // Every fifteen minutes at most, so that instants are shared; one in twenty arrives up to two days late.
    await write(
      `SELECT '${letter}' || k AS id, ${id(dice(1, users))} AS user,
         ${START} + ${dice(2, (DAYS * DAY) / 900_000)} * 900000 AS occurred,
         occurred + CASE ${dice(3, 20)} WHEN 0 THEN ${dice(4, 48)} * ${HOUR} ELSE 0 END AS received,
         ${dice(5, 2)} AS seq, 'page ' || ${dice(6, 4)} AS page, ${dice(7, 5)} AS items, ${dice(8, 300)} AS amount,
         ['shoe', 'hat', 'coat'][${dice(9, 3)} + 1] AS kind, NULL::VARCHAR AS on
       FROM range(${users * each}) AS t(k)`,
      file,
    );
  }
}

/**
 * One row for each payment of the users with ids in `[$1, $2]` that was visible when it happened, by the rules as the pages say
 * them: the relation `ask` has the bounds of each window, as whole numbers, from the offsets of two zones written out by hand, and
 * is joined to the events that come at or before the payment in (occurred, seq, id) and were visible by then.
 */
export function answersSql(folder: string): string {
  const offset = (at: string): string =>
    `CASE WHEN shanghai THEN ${8 * HOUR} WHEN ${at} >= ${SPRING + 7 * HOUR} THEN ${-4 * HOUR} ELSE ${-5 * HOUR} END`;
  const start = (date: string): string =>
    `(${date}) * ${DAY} - CASE WHEN shanghai THEN ${8 * HOUR} WHEN ${date} > ${SPRING / DAY} THEN ${-4 * HOUR} ELSE ${-5 * HOUR} END`;
  const events = (file: string): string =>
    `SELECT e.*, shanghai, (occurred + ${offset("occurred")}) // ${DAY} AS date,
       greatest(occurred, received - 600000) AS visible, (occurred, seq, e.id) AS place
     FROM '${folder}/${file}.parquet' AS e JOIN who ON who.id = e.user`;
  return `
    WITH who AS (SELECT id, home = 'Asia/Shanghai' AS shanghai FROM '${folder}/people.parquet' WHERE id BETWEEN $1 AND $2),
    view AS (${events("views")}),
    pay AS (${events("pays")}),
    ask AS (SELECT id, user, occurred AS now, place, items, amount, shanghai, date AS today,
        ${start("date - 6")} AS last_7, ${start("date - 3")} AS previous_3, ${start("date")} AS midnight,
        ${start("date - 29")} AS last_30, ${start("date - 30")} AS for_30
      FROM pay WHERE visible = occurred),
    viewed AS (SELECT ask.id, count(*) AS views_ever, count(*) FILTER (occurred >= last_7) AS views_last_7,
        count(DISTINCT date) FILTER (occurred >= previous_3 AND occurred < midnight) AS view_days_previous_3,
        count(DISTINCT kind) FILTER (occurred >= now - ${24 * HOUR}) AS view_kinds_24_hours,
        max(view.place) AS latest
      FROM ask JOIN view ON view.user = ask.user AND view.visible <= ask.now AND view.place <= ask.place GROUP BY ask.id),
    page AS (SELECT ask.id, page, count(*) AS times, max(view.place) AS latest
      FROM ask JOIN view ON view.user = ask.user AND view.visible <= ask.now AND view.place <= ask.place
      WHERE occurred >= last_30 GROUP BY ask.id, page),
    favourite AS (SELECT id, arg_max(page, (times, latest)) AS favourite_page FROM page GROUP BY id),
    paid AS (SELECT ask.id,
        coalesce(sum(pay.amount) FILTER (occurred >= for_30), 0) * 100 AS spent_for_30,
        arg_min(pay.items, pay.place) AS first_items, min(pay.occurred) >= any_value(last_30) AS first_pay_recent,
        count(*) FILTER (viewed.latest IS NOT NULL AND (pay.occurred, pay.seq) >
          (struct_extract_at(viewed.latest, 1), struct_extract_at(viewed.latest, 2))) AS pays_since_view,
        count(*) FILTER (pay.items <= ask.items) AS pays_up_to_this
      FROM ask JOIN pay ON pay.user = ask.user AND pay.visible <= ask.now AND pay.place <= ask.place
        LEFT JOIN viewed ON viewed.id = ask.id GROUP BY ask.id),
    pair AS (SELECT pay.user, pay.place, greatest(pay.visible, view.visible) AS visible
      FROM view JOIN pay ON pay.user = view.user AND pay.items = view.items
        AND (pay.occurred, pay.seq) > (view.occurred, view.seq) AND pay.occurred <= view.occurred + ${6 * HOUR}),
    taken AS (SELECT DISTINCT ask.id FROM ask
      JOIN pair ON pair.user = ask.user AND pair.visible <= ask.now AND pair.place <= ask.place)
    SELECT ask.id, now, coalesce(views_ever, 0), coalesce(views_last_7, 0), coalesce(view_days_previous_3, 0),
      coalesce(view_kinds_24_hours, 0), struct_extract_at(latest, 1), favourite_page, spent_for_30, first_items,
      CAST(first_pay_recent AS INTEGER), pays_since_view, amount * 100, pays_up_to_this, CAST(taken.id IS NOT NULL AS INTEGER)
    FROM ask LEFT JOIN viewed USING (id) LEFT JOIN favourite USING (id) JOIN paid USING (id) LEFT JOIN taken USING (id)`;
}
