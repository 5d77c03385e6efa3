import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { loadProgram } from "../../src/index.js";
import { compileOccurrences } from "../../src/occur/occurrences.js";
import type { Program } from "../../src/program/program.js";
import { compileFolder, planned, projectFolder } from "./planned.js";
import { openRawShop, type RawShop } from "./shop-sql.js";
import { unruled } from "./unruled.js";

const folder = projectFolder("shop");

let program: Program;
let raw: RawShop;
beforeAll(async () => {
  program = compileFolder(folder);
  raw = await openRawShop(join(folder, "data"));
});
afterAll(() => raw.close());

/** The local dates on which a strategy looks at everybody, from one instant to another. */
function datesOf(strategy: string, since: string, until: string): string[] {
  const place = program.strategies.findIndex(({ id }) => id === strategy);
  const shanghai = zone("Asia/Shanghai");
  const { occurrences } = compileOccurrences(program).shared(
    shanghai,
    Date.parse(since),
    Date.parse(until),
    new Set([place]),
  );
  return occurrences.map(({ key }) => key.slice(0, 10));
}

/** The dates of one strategy's touches of somebody who comes every day in a week of it. */
function touched(strategy: string, about: Readonly<Record<string, string>>, since: string, until: string): string[] {
  const alone = program.strategies.filter(({ id }) => id === strategy);
  const { decide } = loadProgram({ ...unruled(program), strategies: alone });
  const { decisions } = decide({
    user: {
      id: "u",
      registered_at: "2020-01-01T00:00:00+08:00",
      origin: "search",
      push_on: true,
      app_version: "9.0",
      sms_ok: true,
      personal_ok: true,
      blocked: false,
      balance: 0,
      ...about,
    },
    events: [{ event: "visit", id: "v", occurred_at: since, page: "/" }],
    since,
    until,
  });
  return decisions.map(({ occurrence }) => occurrence);
}

describe("the occasions of strategies/shop", () => {
  it("are a birthday: of who was born on 29 February, the 28th in common years", () => {
    const born = { birthday: "2000-02-29" };
    expect(touched("birthday", born, "2027-02-20T00:00:00Z", "2027-03-05T00:00:00Z")).toEqual(["2027-02-28"]);
    expect(touched("birthday", born, "2028-02-20T00:00:00Z", "2028-03-05T00:00:00Z")).toEqual(["2028-02-29"]);
  });

  // 2026: the Mid-Autumn Festival, 15 of the eighth month, is on 25 September; 30 of the fifth month does not exist.
  it.each([
    ["1990-08-15", "2026-09-22"],
    ["1990-05-05 leap", "2026-06-16"],
    ["1968-05-05", "2026-06-16"],
    ["1987-05-30", "2026-07-10"],
  ])("are three days before the lunar birthday %s", (lunar_birthday, date) => {
    expect(touched("lunar_birthday", { lunar_birthday }, "2026-06-01T00:00:00Z", "2026-10-01T00:00:00Z")).toEqual([
      date,
    ]);
  });

  it("are the day before the Dragon Boat Festival", () => {
    const eves = datesOf("festival_eve", "2024-01-01T00:00:00+08:00", "2026-12-31T00:00:00+08:00");
    expect(eves).toEqual(["2024-06-09", "2025-05-30", "2026-06-18"]);
  });

  it("are the weekends that are worked, as the notice for 2026 has them", () => {
    const worked = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"];
    expect(datesOf("makeup_coffee", "2026-01-01T00:00:00+08:00", "2026-12-31T00:00:00+08:00")).toEqual(worked);
  });
});

describe("who buys at eight in the evening", () => {
  it("hears of it at eight: everybody at the hour at which they pay most, if that is known", async () => {
    const { decisions } = await planned(folder, program, "2026-06-04T12:00:00Z", "2026-06-18T12:00:00Z");
    const sent = decisions.filter(({ strategy }) => strategy === "usual_hour");
    const hours = await raw.answers(`
      with sent(user_id, midnight) as (values ${sent.map(({ user, date }) => `('${user}', timestamp '${date}')`).join(", ")}),
      each_hour as (
        select user_id, hour(h.at + ahead(zone)) as hour, count(*) as n
        from sent join people using (user_id) join history h using (user_id)
        where kind = 'pay' and h.at + ahead(zone) <= midnight and hour(h.at + ahead(zone)) between 8 and 21
        group by all
      )
      select user_id, arg_max(hour, n * 100 - hour), sum(n) from each_hour group by 1`);
    const expected = sent.map(({ user, date, at }) => {
      const [hour, n] = hours.get(user) ?? [];
      const known = Number(n ?? 0) >= 3;
      // In Shanghai a date begins at 16:00 the day before, in New York at 04:00.
      const midnight = Date.parse(`${date}T00:00:00Z`);
      const local = (Date.parse(at) - midnight) / 3_600_000;
      return new Date(midnight + (local + (known ? Number(hour) : 8)) * 3_600_000).toISOString();
    });
    expect(sent.map(({ send_at }) => send_at)).toEqual(expected);
    expect(
      sent.filter(({ send_by, send_at }) => send_by === "best_hour" && send_at.includes("T12:")).length,
    ).toBeGreaterThan(0);
  });
});
