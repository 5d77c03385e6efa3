import type { DuckDBConnection } from "@duckdb/node-api";

/** A local clock time of a date, as an instant. */
const atClock = (day: string, clock: string): string => `timezone('UTC', ${day} + TIME '${clock}') - to_hours(ahead)`;

/** What most entries do not say. */
const unsaid = ["strategy", "occurrence", "channel", "purpose", "key", "outcome", "tag"] as const;
type Said = Partial<Record<(typeof unsaid)[number], string>>;

function entry(kind: string, at: string, said: Said): string {
  const rest = unsaid.map((name) => `${said[name] ?? "NULL::VARCHAR"} AS ${name}`);
  return `id AS "user", '${kind}' AS kind, ${at} AS "at", ${rest.join(", ")}`;
}

/**
 * What was recorded before: touches of the week that ends a month and a half before the sample does, what became of them, and what people then
 * wanted to hear of. Those who buy again got most; and everybody who was told of the sale first waits to hear of it again.
 */
const entriesSql = `
  WITH buyers AS (SELECT i FROM active WHERE orders AND pays GROUP BY i HAVING count(*) >= 2),
  weekly AS (
    SELECT p.*, k, local_date(getvariable('days') - 47 - 2 * k) AS day, draw('receipt', p.i, k * 2) AS by_push, draw('receipt', p.i, k * 2 + 1) AS by_wechat
    FROM people p SEMI JOIN buyers USING (i) CROSS JOIN range(3) t(k)
  ),
  early AS (
    SELECT *, local_date(getvariable('days') - 46) AS day FROM people
    WHERE draw('early', i, 0) < 0.3 AND ahead = 8 AND joined < getvariable('days') - 46 AND stopped > getvariable('days') - 46
          AND draw('push', i, 0) < 0.6 AND draw('phone', i, 0) < 0.65
  ),
  said AS (
    SELECT ${entry("touch", atClock("day", "19:00"), {
      strategy: "'cart_left'",
      occurrence: "strftime(day, '%Y-%m-%dT19:00')",
      channel: "'push'",
      key: "'before-p' || i || '-' || k",
    })} FROM weekly
    UNION ALL SELECT ${entry("receipt", atClock("day", "19:25"), {
      key: "'before-p' || i || '-' || k",
      outcome: "CASE WHEN by_push < 0.5 THEN 'opened' WHEN by_push < 0.95 THEN 'delivered' ELSE 'failed' END",
    })} FROM weekly
    UNION ALL SELECT ${entry("touch", atClock("day", "09:30"), {
      strategy: "'coupon_unused'",
      occurrence: "strftime(day, '%Y-%m-%dT09:30')",
      channel: "'wechat'",
      key: "'before-w' || i || '-' || k",
    })} FROM weekly
    UNION ALL SELECT ${entry("receipt", atClock("day", "12:10"), {
      key: "'before-w' || i || '-' || k",
      outcome: "CASE WHEN by_wechat < 0.4 THEN 'clicked' WHEN by_wechat < 0.95 THEN 'delivered' ELSE 'failed' END",
    })} FROM weekly
    UNION ALL SELECT ${entry("too_late", atClock("day", "23:00"), { key: "'before-p' || i || '-' || k" })} FROM weekly WHERE by_push > 0.99
    UNION ALL SELECT ${entry("touch", atClock("day", "18:00"), {
      strategy: "'early_bird'",
      occurrence: "strftime(day, '%Y-%m-%dT18:00')",
      channel: "'push'",
      key: "'before-e' || i",
    })} FROM early
    UNION ALL SELECT ${entry("receipt", atClock("day", "18:11"), { key: "'before-e' || i", outcome: "'handed_over'" })} FROM early
    UNION ALL SELECT ${entry("receipt", atClock("day", "18:40"), { key: "'before-e' || i", outcome: "'opened'" })} FROM early WHERE draw('early', i, 1) < 0.4
    UNION ALL SELECT ${entry("opt_out", atClock("local_date(floor(draw('quits', i, 1) * getvariable('days'))::BIGINT)", "21:30"), {})}
    FROM people WHERE draw('quits', i, 0) < 0.03
    UNION ALL SELECT ${entry("opt_out", atClock("local_date(getvariable('days') - 40)", "12:05"), {
      channel: "'sms'",
      purpose: "'marketing'",
    })} FROM people WHERE draw('no sms', i, 0) < 0.04
    UNION ALL SELECT ${entry("opt_in", atClock("local_date(getvariable('days') - 20)", "12:05"), { channel: "'sms'" })}
    FROM people WHERE draw('no sms', i, 0) < 0.02
    -- On the morning of 1 June the app asked everybody anew what it may send.
    UNION ALL SELECT ${entry("opt_out", "TIMESTAMPTZ '2026-05-31 23:10:00+00'", {
      channel: "CASE WHEN draw('asked', i, 0) < 0.06 THEN 'push' END",
    })} FROM people WHERE draw('asked', i, 0) < 0.1
    UNION ALL SELECT ${entry("tag", atClock("local_date(getvariable('days') - 3)", "20:00"), { tag: "'in_618'" })}
    FROM people WHERE draw('told', i, 0) < 0.04
  )
  SELECT * REPLACE (strftime(timezone('UTC', "at"), '%Y-%m-%dT%H:%M:%SZ') AS "at") FROM said ORDER BY said."at", "user", kind, key`;

/** The dated entries of a sample, one JSON object a line, as `--entries` reads them. */
export async function sampleEntries(connection: DuckDBConnection): Promise<readonly string[]> {
  const rows = (await connection.runAndReadAll(entriesSql)).getRowObjects();
  return rows.map((row) =>
    JSON.stringify(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))),
  );
}
