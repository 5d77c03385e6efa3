import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Program } from "../../src/program/program.js";
import { compileFolder, planned, projectFolder } from "./planned.js";
import { openRawShop, type RawShop } from "./shop-sql.js";
import { unruled } from "./unruled.js";

const folder = projectFolder("shop");
const until = "2026-06-18T12:00:00Z";

let raw: RawShop;
let program: Program;

beforeAll(async () => {
  raw = await openRawShop(join(folder, "data"));
  program = unruled(compileFolder(folder));
});
afterAll(() => raw.close());

describe("what the shop's messages say", () => {
  // Of a tie the category seen last; what is not in the map, or never bought, has the words that the message gives for it.
  it.each([
    ["favourite", "view", "19:30", 30, null],
    ["pairing", "order", "16:00", 100, { 耳机: "耳机收纳包", 手机: "手机壳", 相机: "高速存储卡" }],
  ] as const)("%s names what each user likes most", async (strategy, kind, clock, days, map) => {
    const liked = await raw.answers(`
      with seen as (
        select h.user_id, category, h.at as seen_at, (timestamp '2026-06-18 ${clock}') - ahead(zone) as utc_now, zone from history h join people using (user_id)
        where kind = '${kind}' and visible <= utc_now and h.at + ahead(zone) >= date '2026-06-18' - interval ${days - 1} day
      )
      select user_id, arg_max(name, (n, latest)) from (
        select user_id, case category when 'headphones' then '耳机' when 'phone' then '手机' when 'camera' then '相机' else '配件' end as name,
               count(*) as n, max(seen_at) as latest
        from seen group by 1, 2)
      group by 1`);
    const { decisions } = await planned(folder, program, "2026-06-18T04:00:00Z", until);
    const titles = decisions
      .filter((decision) => decision.strategy === strategy && decision.material?.locale === "zh-CN")
      .map(({ user, material }) => `${user} ${material?.parts["title"]}`);
    const said = (user: string): string => {
      const name = liked.get(user)?.[0];
      if (map === null) return `${name}上新了`;
      return `${(name !== undefined && (map as Readonly<Record<string, string>>)[name]) || "人气配件"}，正好配得上`;
    };
    expect(titles.length).toBeGreaterThan(10);
    expect(titles).toEqual(titles.map((title) => `${title.split(" ")[0]} ${said(title.split(" ")[0] as string)}`));
    expect(new Set(titles.map((title) => title.split(" ")[1])).size).toBeGreaterThan(2);
  });

  it("gives the star sign of those born in a year of the Horse, as the calendar has it", async () => {
    const { decisions } = await planned(folder, program, "2026-06-17T12:00:00Z", until);
    const born = await raw.answers(
      "select user_id, strftime(birthday, '%m-%d') from people where birthday is not null",
    );
    // Each sign with its first day; what comes before Aquarius in January is Capricorn.
    const signs = [
      ["01-20", "水瓶座"],
      ["02-19", "双鱼座"],
      ["03-21", "白羊座"],
      ["04-20", "金牛座"],
      ["05-21", "双子座"],
      ["06-22", "巨蟹座"],
      ["07-23", "狮子座"],
      ["08-23", "处女座"],
      ["09-24", "天秤座"],
      ["10-24", "天蝎座"],
      ["11-23", "射手座"],
      ["12-22", "摩羯座"],
    ] as const;
    const own = decisions.filter(
      ({ strategy, material, channel }) =>
        strategy === "own_year" && channel === "push" && material?.locale === "zh-CN",
    );
    expect(own.length).toBeGreaterThan(3);
    for (const { user, material } of own) {
      const day = born.get(user)?.[0] as string;
      const sign = signs.findLast(([from]) => from <= day)?.[1] ?? "摩羯座";
      expect(`${user} ${material?.parts["body"]}`).toContain(`${user} ${sign}的你`);
    }
  });
});
