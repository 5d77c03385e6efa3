import type { DuckDBConnection } from "@duckdb/node-api";

/** Local hours, each as often as people come in it: few at night, more at noon, most in the evening. */
const hours = [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 5, 8, 6, 4, 4, 5, 5, 6, 7, 10, 11, 8, 4].flatMap((weight, hour) =>
  Array.from({ length: weight }, () => hour),
);

/** When the rows leave the shop, ten minutes before `until`: nothing that happened later is in them. */
export const exported = "TIMESTAMPTZ '2026-06-18 11:50:00+00'";

/**
 * Makes the table `active`: a row per user and local date on which the user came, with what happens in that session;
 * `bent` is the one thing that the user came for, if any.
 * Dates are the outer loop, so that rows lie in the files roughly as they would have been written.
 */
export async function makeActive(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    CREATE MACRO looked_at(i, d, k, bent, favourite) AS
      CASE WHEN bent IS NOT NULL THEN bent WHEN draw('looked', i, d * 32 + k) < 0.6 THEN favourite
           ELSE pick(['headphones', 'phone', 'camera', 'accessory'], draw('strayed', i, d * 32 + k)) END;
    CREATE TEMP TABLE active AS
    WITH came AS (
      SELECT i, id, d, ahead, snaps, usual_hour, favourite,
             CASE WHEN d >= keen_from AND d < keen_from + keen_days THEN 'headphones' WHEN d = wishes_on THEN 'camera' END AS bent
      FROM range(getvariable('days')) t(d) CROSS JOIN people
      WHERE d < stopped AND d >= joined AND monthly IS NULL
            AND draw('came', i, d) < often * CASE WHEN isodow(local_date(d)) >= 6 THEN 1.4 ELSE 0.9 END
         OR d >= keen_from AND d < keen_from + keen_days AND draw('came', i, d) < 0.97
         OR d = wishes_on AND d >= joined
         OR (d - monthly) % 31 = 0
    )
    SELECT i, id, d, bent, favourite, looked_at(i, d, 0, bent, favourite) AS category, zipf(draw('product', i, d * 32), 300) AS rank,
           timezone('UTC', local_date(d)::TIMESTAMP) - to_hours(ahead) + to_hours(coalesce(usual_hour, pick([${hours.join(", ")}], draw('hour', i, d))))
             + to_seconds(floor(draw('second', i, d) * CASE WHEN usual_hour IS NULL THEN 3600 ELSE 1500 END)::INTEGER) AS began,
           1 + (draw('again', i, d) < 0.2)::INTEGER AS visits,
           least(20, floor(-ln(1 - draw('views', i, d)) * 2.2)::INTEGER + CASE bent WHEN 'headphones' THEN 2 WHEN 'camera' THEN 1 ELSE 0 END) AS views,
           draw('cart', i, d) < 0.35 AS carts,
           draw('order', i, d) < CASE bent WHEN 'headphones' THEN 0.03 WHEN 'camera' THEN 1 ELSE 0.18 END AS orders,
           bent IS DISTINCT FROM 'camera' AND draw('pay', i, d) < 0.82 AS pays,
           CASE WHEN draw('late', i, d) < 0.25 THEN 60 + floor(840 * draw('late', i, d + 1000))::INTEGER ELSE 34 END AS pays_after,
           draw('claim', i, d) < 0.07 AS claims,
           snaps AND draw('snap', i, d) < 0.4 AS snapped
    FROM came`);
}

const lag = (what: string): string => `to_seconds(floor(120 * draw('${what}', i, d))::INTEGER)`;

/** Every table of behaviour that happens in sessions such as `active`, as a SELECT without the dirty rows. `occurred_at` is an instant, except in `camera`. */
export const behaviourSql = {
  visits: (sessions: string) => `
    SELECT 'v' || i || '-' || d || '-' || k AS event_id, id AS user_id, occurred_at, occurred_at + ${lag("visit lag")} AS received_at,
           pick(['/', '/', '/', '/search', '/category', '/member', '/618'], draw('page', i, d * 8 + k)) AS page
    FROM (SELECT i, id, d, k, began + to_hours((3 * k)::INTEGER) AS occurred_at
          FROM (SELECT *, unnest(range(visits)) AS k FROM ${sessions}))
    WHERE occurred_at < ${exported}`,
  views: (sessions: string) => `
    SELECT 'b' || i || '-' || d || '-' || k AS event_id, id AS user_id, occurred_at, occurred_at + ${lag("view lag")} AS received_at,
           product(category, rank) AS product, category, price(category, rank) AS price
    FROM (SELECT i, id, d, k, began + to_seconds((40 + 75 * k)::INTEGER) AS occurred_at,
                 looked_at(i, d, k, bent, favourite) AS category, zipf(draw('product', i, d * 32 + k), 300) AS rank
          FROM (SELECT i, id, d, bent, favourite, began, unnest(range(views)) AS k FROM ${sessions}))
    WHERE occurred_at < ${exported}`,
  carts: (sessions: string) => `
    SELECT 'c' || i || '-' || d AS event_id, id AS user_id, occurred_at, product(category, rank) AS product,
           price(category, rank) AS price, 1 + floor(4 * pow(draw('quantity', i, d), 2))::INTEGER AS quantity
    FROM (SELECT *, began + INTERVAL 28 MINUTE AS occurred_at FROM ${sessions} WHERE carts)
    WHERE occurred_at < ${exported}`,
  // Orders and payments come from one table of an older system, which writes amounts as text. Some pay hours later.
  trades: (sessions: string) => `
    SELECT left(kind, 1) || i || '-' || d AS trade_id, kind, 'no' || i || '-' || d AS order_id, id AS user_id, occurred_at,
           product(category, rank) AS product, category,
           price(category, rank)::VARCHAR AS amount,
           CASE WHEN kind = 'pay' AND draw('coupon', i, d) < 0.25 THEN pick(['hp20', 'new10', 'd618'], draw('coupon', i, d + 1)) END AS coupon
    FROM (SELECT *, began + CASE kind WHEN 'order' THEN INTERVAL 31 MINUTE ELSE to_minutes(pays_after) END AS occurred_at
          FROM ${sessions} CROSS JOIN (VALUES ('order'), ('pay')) t(kind)
          WHERE orders AND (kind = 'order' OR pays))
    WHERE occurred_at < ${exported}`,
  // Everybody who orders comes to the payment page, and some come there time and again without ordering. Some who have not paid look again.
  confirms: (sessions: string) => `
    SELECT 'f' || i || '-' || d || CASE looks WHEN 0 THEN '' ELSE '-again' END AS event_id, 'no' || i || '-' || d AS order_id, id AS user_id,
           occurred_at, price(category, rank) AS amount
    FROM (SELECT *, began + to_minutes((32 + 24 * looks)::INTEGER) AS occurred_at FROM ${sessions} CROSS JOIN range(2) t(looks)
          WHERE (orders OR carts AND draw('hesitates', i, 0) < 0.2)
                AND (looks = 0 OR NOT (orders AND pays AND pays_after < 60) AND draw('again', i, d + 1000) < 0.4))
    WHERE occurred_at < ${exported}`,
  // Whoever sees the page of the sale may join it there; most do not.
  joins: (sessions: string) => `
    SELECT 'j' || i || '-' || d AS event_id, id AS user_id, occurred_at, '618' AS campaign
    FROM (SELECT *, began + INTERVAL 3 MINUTE AS occurred_at FROM ${sessions} WHERE d >= getvariable('days') - 18)
    WHERE occurred_at < ${exported} AND draw('joins', i, d) < 0.12`,
  // The three steps of a top-up, each of which some do not take.
  recharges: (sessions: string) => `
    SELECT left(kind, 1) || i || '-' || d AS event_id, kind, 'r' || i || '-' || d AS recharge_id, id AS user_id, occurred_at,
           CASE WHEN kind = 'start' THEN pick([50, 100, 200, 500], draw('top up', i, d))::DECIMAL(12, 2) END AS amount
    FROM (SELECT *, began + to_minutes((8 + minutes)::INTEGER) AS occurred_at
          FROM ${sessions} CROSS JOIN (VALUES ('start', 0, 0.1), ('confirm', 1, 0.08), ('password', 3, 0.055)) t(kind, minutes, share)
          WHERE draw('recharges', i, d) < share)
    WHERE occurred_at < ${exported}`,
  claims: (sessions: string) => `
    SELECT 'q' || i || '-' || d AS event_id, id AS user_id, occurred_at, pick(['hp20', 'new10', 'd618'], draw('claimed', i, d)) AS coupon
    FROM (SELECT *, began + INTERVAL 1 MINUTE AS occurred_at FROM ${sessions} WHERE claims)
    WHERE occurred_at < ${exported}`,
  // The camera's log is written by an app that knows only Shanghai's clock: text, and no zone.
  camera: (sessions: string) => `
    SELECT 's' || i || '-' || d AS event_id, id AS user_id, strftime(timezone('Asia/Shanghai', occurred_at), '%Y-%m-%d %H:%M:%S') AS occurred_at,
           CASE WHEN draw('found', i, d) < 0.7 THEN 'true' WHEN draw('found', i, d) < 0.9 THEN 'false' END AS found
    FROM (SELECT *, began + INTERVAL 5 MINUTE AS occurred_at FROM ${sessions} WHERE snapped)
    WHERE occurred_at < ${exported}`,
} as const;

export type BehaviourTable = keyof typeof behaviourSql;
