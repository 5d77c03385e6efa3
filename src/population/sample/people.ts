import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * Makes the table `people`: who they are, and how they will behave.
 * Most come rarely and a few nearly every day; a third have stopped coming; one in eight goes through a few days of
 * looking at headphones, half of them in the days just before `until`; one in fourteen orders a camera in the last days and
 * does not pay for it; one in seven comes at eight in the evening, always;
 * and some come every thirty-first day.
 */
export async function makePeople(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    CREATE TEMP TABLE people AS
    WITH numbered AS (SELECT i FROM range(getvariable('users')) t(i)),
    drawn AS (
      SELECT i, 'u' || lpad((i + 1)::VARCHAR, 7, '0') AS id,
             draw('zone', i, 0) AS zone_draw,
             0.01 + 0.8 * pow(draw('often', i, 0), 10) AS often,
             CASE WHEN draw('new', i, 0) < 0.3
                  THEN floor(draw('joined', i, 0) * getvariable('days'))::BIGINT
                  ELSE -1 - floor(draw('joined', i, 1) * 700)::BIGINT END AS joined,
             CASE WHEN draw('stops', i, 0) < 0.35
                  THEN floor(draw('stopped', i, 0) * getvariable('days'))::BIGINT
                  ELSE getvariable('days') END AS stopped,
             CASE WHEN draw('keen', i, 0) < 0.06 THEN getvariable('days') - 4 - floor(draw('keen', i, 1) * 3)::BIGINT
                  WHEN draw('keen', i, 0) < 0.12 THEN floor(draw('keen', i, 2) * getvariable('days'))::BIGINT
             END AS keen_from,
             3 + floor(draw('keen', i, 3) * 4)::BIGINT AS keen_days,
             CASE WHEN draw('wishes', i, 0) < 0.07
                  THEN getvariable('days') - 1 - floor(draw('wishes', i, 1) * 6)::BIGINT END AS wishes_on,
             draw('snaps', i, 0) < 0.35 AS snaps,
             CASE WHEN draw('punctual', i, 0) < 0.15 THEN 20 END AS usual_hour,
             CASE WHEN draw('monthly', i, 0) < 0.06 THEN floor(31 * draw('monthly', i, 1))::BIGINT END AS monthly,
             pick(['headphones', 'phone', 'camera', 'accessory', 'accessory'], draw('favourite', i, 0)) AS favourite
      FROM numbered
    )
    SELECT *, CASE WHEN zone_draw < 0.82 THEN 'Asia/Shanghai' WHEN zone_draw < 0.94 THEN 'America/New_York' END AS zone,
           -- How far the local clock is ahead of UTC; close enough for choosing an hour, so daylight saving is left out.
           CASE WHEN zone_draw >= 0.82 AND zone_draw < 0.94 THEN -4 ELSE 8 END AS ahead
    FROM drawn`);
}

/** The profiles as the shop would export them: much is missing, and `updated_at` tells versions of a row apart. */
export const profilesSql = (people: string): string => `
  SELECT id AS user_id,
         CASE WHEN draw('wordy', i, 0) < 0.03 THEN '深夜两点还在逛商城、周末只想晒太阳的那只橘色大猫和它的主人'
              WHEN draw('named', i, 0) < 0.85 THEN
           pick(['小满', '阿澈', '一一', '大壮', '橙子', '知夏', '老周', '木木', '清和', '米粒', '豆豆', '南风',
                 'Lily', 'Max', 'Yuki', '安之'], draw('name', i, 0))
           || CASE WHEN draw('name', i, 1) < 0.5 THEN '' ELSE (i % 97)::VARCHAR END END AS nickname,
         CASE WHEN draw('gender', i, 0) < 0.42 THEN 'female' WHEN draw('gender', i, 0) < 0.8 THEN 'male' END AS gender,
         CASE WHEN draw('city', i, 0) < 0.8 THEN
           CASE WHEN ahead = 8 THEN pick(['上海', '北京', '深圳', '杭州', '成都', '武汉', '西安'], draw('city', i, 1))
                ELSE pick(['New York', 'Boston', 'Toronto'], draw('city', i, 1)) END END AS city,
         CASE WHEN draw('leapling', i, 0) < 0.01 THEN pick([DATE '1988-02-29', DATE '1996-02-29', DATE '2000-02-29'], draw('leapling', i, 1))
              WHEN draw('born', i, 0) < 0.6 THEN DATE '1965-01-01' + floor(draw('born', i, 1) * 15000)::INTEGER END AS birthday,
         -- Every lunar month has 29 days. The fifth month of 1990 and the sixth of 1987 came twice.
         CASE WHEN draw('moon', i, 0) < 0.02 THEN pick(['1987-06-', '1990-05-'], draw('moon', i, 1)) || lpad((1 + i % 29)::VARCHAR, 2, '0') || ' leap'
              WHEN draw('moon', i, 0) < 0.4 THEN (1965 + floor(draw('moon', i, 2) * 41))::INTEGER || '-' || lpad((1 + floor(draw('moon', i, 3) * 12))::INTEGER::VARCHAR, 2, '0')
                || '-' || lpad((1 + floor(draw('moon', i, 4) * 29))::INTEGER::VARCHAR, 2, '0') END AS lunar_birthday,
         strftime(local_date(joined), '%Y-%m-%d')
           || ' 08:' || lpad((i % 60)::VARCHAR, 2, '0') || ':00+08:00' AS registered_at,
         pick(['search', 'search', 'referral', 'ad', 'ad', 'store'], draw('origin', i, 0)) AS origin,
         CASE WHEN draw('lang', i, 0) < 0.8 THEN CASE WHEN ahead = 8 THEN 'zh-CN' ELSE 'en' END END AS lang,
         zone AS local_zone,
         CASE WHEN draw('phone', i, 0) < 0.65 THEN '1380000' || lpad((i % 10000)::VARCHAR, 4, '0') END AS phone,
         CASE WHEN draw('wechat', i, 0) < 0.45 THEN 'wx_' || lpad((i + 1)::VARCHAR, 7, '0') END AS wechat,
         CASE WHEN draw('push', i, 0) < 0.6 THEN 'true' ELSE 'false' END AS push_on,
         -- Who has removed the app has no version of it.
         CASE WHEN draw('app', i, 0) < 0.85 THEN pick(['7.9', '8.0.3', '8.1', '8.2.0', '8.2.4', '8.10', '9.0.1'], draw('app', i, 1)) END AS app_version,
         CASE WHEN draw('sms ok', i, 0) < 0.75 THEN 'true' ELSE 'false' END AS sms_ok,
         CASE WHEN draw('personal', i, 0) < 0.92 THEN 'true' ELSE 'false' END AS personal_ok,
         CASE WHEN draw('blocked', i, 0) < 0.02 THEN 'true' ELSE 'false' END AS blocked,
         floor(9000 * pow(draw('balance', i, 0), 3))::BIGINT AS balance,
         TIMESTAMPTZ '2026-06-17 16:00:00+00' AS updated_at
  FROM ${people}`;
