import { exported } from "./behaviour.js";

/** A local clock time of a date, as an instant. */
const atMinute = (day: string, minute: string): string =>
  `timezone('UTC', ${day}::TIMESTAMP) - to_hours(ahead) + to_minutes(${minute}::INTEGER)`;

/** What is known of people whether or not they come to shop, as SELECTs over people such as `people`, without dirty rows. */
export const habitSql = {
  // One in eight checks in, most days; some of them never miss a day.
  checkins: (people: string) => `
    SELECT 'k' || i || '-' || d AS event_id, id AS user_id, occurred_at
    FROM (SELECT i, id, d, ${atMinute("local_date(d)", "420 + floor(700 * draw('check minute', i, d))")} AS occurred_at
          FROM ${people}, range(getvariable('days')) t(d)
          WHERE d >= joined AND d < stopped AND draw('checks', i, 0) < 0.12
                AND draw('check', i, d) < CASE WHEN draw('checks', i, 1) < 0.5 THEN 0.99 ELSE 0.8 END)
    WHERE occurred_at < ${exported}`,
  // Newcomers add friends in their first fortnight: most a few, some many.
  friends: (people: string) => `
    SELECT 'p' || i || '-' || k AS event_id, id AS user_id, occurred_at
    FROM (SELECT i, id, k, ${atMinute("local_date(joined)", "600 + floor(19000 * pow(draw('friend', i, k), 2))")} AS occurred_at
          FROM (SELECT *, unnest(range(floor(14 * pow(draw('friends', i, 0), 2))::BIGINT)) AS k FROM ${people} WHERE joined >= 0))
    WHERE occurred_at < ${exported}`,
  // A model scores most people on the last two Mondays, before dawn: whoever has stopped coming is likely to be found out.
  scores: (people: string) => `
    SELECT 's' || i || '-' || d AS score_id, id AS user_id, ${atMinute("local_date(d)", "180 + i % 60")} AS scored_at,
           (0.02 + CASE WHEN stopped <= d THEN 0.45 + 0.5 * draw('risk', i, d) ELSE 0.6 * draw('risk', i, d) END)::DECIMAL(3, 2) AS churn
    FROM (SELECT *, unnest([getvariable('days') - 11, getvariable('days') - 4]) AS d FROM ${people})
    WHERE joined < d AND draw('scored', i, d) < 0.9`,
} as const;

export type HabitTable = keyof typeof habitSql;
