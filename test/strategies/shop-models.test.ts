import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCalibrationFile } from "../../src/host/calibration-files.js";
import type { Calibration } from "../../src/program/calibration.js";
import { compileFolder, projectFolder } from "./planned.js";
import { openRawShop, type RawShop } from "./shop-sql.js";

// What strategies/shop/calibration.yaml says, from the raw files alone.

const folder = projectFolder("shop");
const { calibrations } = readCalibrationFile(folder);
const program = compileFolder(folder);

function found<Is extends Calibration["found"]["is"]>(id: string, is: Is): Extract<Calibration["found"], { is: Is }> {
  const one = calibrations.find((each) => each.id === id)?.found;
  if (one?.is !== is) throw new Error(`${id} was found as ${one?.is}`);
  return one as Extract<Calibration["found"], { is: Is }>;
}

let raw: RawShop;
beforeAll(async () => {
  raw = await openRawShop(join(folder, "data"));
});
afterAll(() => raw.close());

/** Of the silences that reached n whole days, and did so early enough to be observed: how many there are, and how many ended in that time. */
async function silences(
  kind: string,
  days: readonly number[],
  observed: number,
): Promise<readonly (readonly number[])[]> {
  const rows = await raw.answers(`
    with gaps as (
      select (h.at + ahead(zone))::date as day, (timestamp '2026-06-18 12:00' + ahead(zone))::date as today,
             lead((h.at + ahead(zone))::date) over (partition by h.user_id order by h.at) as next
      from history h join people using (user_id) where kind = '${kind}' and visible <= timestamp '2026-06-18 12:00'
    )
    select n, count(*), count(*) filter (where next - day <= n + ${observed})
    from gaps, (select unnest([${days}]) as n)
    where coalesce(next, today) - day > n and today - day > n + ${observed} group by n`);
  return days.map((n) => (rows.get(String(n)) ?? [0, 0]).map(Number));
}

const rate = ([reached = 0, ended = 0]: readonly number[]): number => ended / reached;

describe("the calibration of strategies/shop", () => {
  it("is of the definitions as they are", () => {
    expect(program.analysis.fits.map(({ id }) => id)).toEqual(calibrations.map(({ id }) => id));
    expect(program.analysis.fits.every(({ fitted }) => fitted !== null)).toBe(true);
  });

  it("takes the first silence after which fewer than 15% come back within a week", async () => {
    const judged = await silences("visit", [5, 7, 10, 14], 7);
    expect(judged.every(([reached = 0]) => reached >= 100)).toBe(true);
    expect(judged.map((one) => rate(one) < 0.15)).toEqual([false, false, false, true]);
    expect(found("quiet_after", "period").length).toEqual({ unit: "day", n: 14 });
  });

  it.each([
    ["churn_after", "visit", [7, 14, 21, 30, 45, 60], 0.05, 30],
    ["dormant_after", "pay", [14, 21, 28, 35, 42], 0.1, 21],
  ] as const)(
    "has too few long silences for %s, and takes what is said otherwise",
    async (id, kind, days, below, otherwise) => {
      const judged = await silences(kind, days, 14);
      const thin = judged.findIndex(([reached = 0]) => reached < 100);
      expect(judged.slice(0, thin).some((one) => rate(one) < below)).toBe(false);
      expect(thin).toBeGreaterThanOrEqual(0);
      expect(found(id, "period").length).toEqual({ unit: "day", n: otherwise });
    },
  );

  it("has the share, the averages and the cuts of the raw files", async () => {
    const [cuts] = (await raw.answers("select 'x', r, f, m, gold, silver, gone from cuts")).values();
    const [r = 0, f = 0, m = 0, gold = 0, silver = 0, gone = 0] = (cuts ?? []).map(Number);
    expect(found("gone_share", "share").share).toBe(Math.round(gone * 1e6));
    // Days and times are whole, money is in fen; the better of two neighbours is the cut.
    expect(found("rfm", "value").cuts).toEqual({ r: Math.floor(r), f: Math.ceil(f), m: Math.ceil(m * 100) });
    expect(found("spend", "value").tiers).toEqual({ gold: gold * 100, silver: silver * 100 });
  });

  it("has groups whose members are nearest to the average of their own", async () => {
    const { spread, centroids } = found("habit", "groups");
    const rows = await raw.answers(`
      with seen as (
        select h.*, (h.at + ahead(zone))::date as day,
               datediff('day', (h.at + ahead(zone))::date, (timestamp '2026-06-18 12:00' + ahead(zone))::date) as ago
        from history h join people using (user_id) where visible <= timestamp '2026-06-18 12:00'
      )
      select user_id, count(*) filter (where kind = 'view'), count(distinct day) filter (where kind = 'visit')
      from seen where ago <= 29 group by 1 having count(*) filter (where kind = 'visit') > 0`);
    const users = [...rows.values()].map((scores) => scores.map(Number));
    const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
    const column = (list: readonly (readonly number[])[], k: number): number[] => list.map((one) => one[k] as number);
    const deviation = (list: readonly number[]): number => Math.sqrt(mean(list.map((one) => (one - mean(list)) ** 2)));
    const spreads = spread.map((one) => one / 1e6);
    for (const k of [0, 1]) expect(spreads[k]).toBeCloseTo(deviation(column(users, k)), 4);
    const scaled = users.map((scores) => scores.map((one, k) => one / (spreads[k] as number)));
    const points = centroids.map((centre) => centre.map((one) => one / 1e6));
    const far = (user: readonly number[], centre: readonly number[]): number =>
      Math.hypot(...user.map((one, k) => one - (centre[k] as number)));
    const members = points.map((centre) =>
      scaled.filter((user) => points.every((other) => far(user, centre) <= far(user, other))),
    );
    expect(members.map(({ length }) => length)).toEqual([13, 117]);
    for (const [place, own] of members.entries())
      for (const k of [0, 1]) expect(mean(column(own, k))).toBeCloseTo(points[place]?.[k] as number, 4);
  });
});
