import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/population/database.js";
import {
  averageCut,
  medianCut,
  quantileCut,
  shareOf,
  spreadOf,
  wholeScore,
} from "../../../src/population/fit/exact.js";
import type { Fit } from "../../../src/program/program.js";
import { folderOf } from "../tiny.js";
import {
  among,
  atLeast,
  common,
  filesOf,
  fitTown,
  paid,
  type Person,
  scores,
  town,
  townProgram,
  until,
} from "./town.js";

const { r, f, m } = scores;

function value(changes: Partial<Extract<Fit, { is: "value" }>> = {}): Fit {
  return { ...common, is: "value", lifecycle: 0, scores: [r, f, m], split: "average", quantiles: [], ...changes };
}

/** A query over the raw files, with one row per member: `r`, `f`, `m`. */
async function sql(people: readonly Person[], query: string): Promise<number[]> {
  const folder = folderOf(filesOf(people));
  const db = await openDatabase();
  try {
    const [row = []] = await db.rows(`WITH member AS (
      SELECT count(*) AS f, CAST(sum(round(amount * 100)) AS BIGINT) AS m, max("at") AS last
      FROM '${folder}/pays.csv' WHERE "at" <= ${until} GROUP BY user) ${query}`);
    return row.map(Number);
  } finally {
    db.close();
  }
}

/** Local dates between a person's last payment and the fit, by another library's idea of zones. */
function daysSincePay({ zone, pays }: Person): number[] {
  const past = pays.map(({ at }) => at).filter((at) => at <= until);
  if (past.length === 0) return [];
  const dateOf = (at: number): number => {
    const { year, month, day } = DateTime.fromMillis(at, { zone });
    return Date.UTC(year, month - 1, day) / 86_400_000;
  };
  return [dateOf(until) - dateOf(Math.max(...past))];
}

describe("cuts", () => {
  it("begin at the exact average, on its better side", async () => {
    const people = town(500);
    const { fittings, problems } = await fitTown(people, townProgram([value()], [among("value", ["high"])]));
    const [cutF, cutM, members, totalF, totalM] = await sql(
      people,
      "SELECT ceil(sum(f) / count(*)), ceil(sum(m) / count(*)), count(*), sum(f), sum(m) FROM member",
    );
    const since = people.flatMap(daysSincePay);
    const cutR = Math.floor(since.reduce((sum, n) => sum + n, 0) / since.length);
    expect(problems).toEqual([]);
    expect(fittings[0]?.calibration).toMatchObject({
      sample: members,
      until,
      found: { is: "value", cuts: { r: cutR, f: cutF, m: cutM }, tiers: {} },
    });
    expect(fittings[0]?.seen).toMatchObject({ totals: [expect.anything(), BigInt(totalF ?? 0), BigInt(totalM ?? 0)] });
  });

  it("leave the median's half of the members at or better than them", async () => {
    const people = town(333, 5);
    const { fittings } = await fitTown(people, townProgram([value({ split: "median" })], [among("value", ["high"])]));
    const [cutF, cutM] = await sql(
      people,
      `SELECT list_sort(list(f), 'DESC')[CAST(ceil(count(*) / 2) AS INT)], list_sort(list(m), 'DESC')[CAST(ceil(count(*) / 2) AS INT)] FROM member`,
    );
    expect(fittings[0]?.calibration.found).toMatchObject({ cuts: { f: cutF, m: cutM } });
  });

  it("of a share are the score of its last member, counted from the best", async () => {
    const people = town(500, 3);
    const quantiles = [
      { stage: 0, score: 2, share: 200_000 },
      { stage: 1, score: 2, share: 500_000 },
    ];
    const lifecycle = among("value", ["gold", "silver", "bronze"]);
    const { fittings } = await fitTown(people, townProgram([value({ split: null, quantiles })], [lifecycle]));
    const [gold, silver] = await sql(
      people,
      "SELECT min(m) FILTER (place <= ceil(0.2 * n)), min(m) FILTER (place <= ceil(0.5 * n)) FROM (SELECT m, row_number() OVER (ORDER BY m DESC) AS place, count(*) OVER () AS n FROM member)",
    );
    expect(fittings[0]?.calibration.found).toEqual({ is: "value", cuts: {}, tiers: { gold, silver } });
  });

  it("cannot be found where nobody is a member", async () => {
    const people = town(20).map((person) => ({ ...person, pays: [] }));
    const { fittings, problems } = await fitTown(people, townProgram([value()], [among("value", ["high"])]));
    expect(fittings).toEqual([]);
    expect(problems).toMatchObject([{ fit: { id: "fit" }, why: "nobody" }]);
  });
});

describe("a share", () => {
  const repeaters: Fit = { ...common, is: "share", who: atLeast(0, 5), among: paid, otherwise: 200_000 };

  it("is of those that it is among, to the nearest millionth", async () => {
    const people = town(500);
    const { fittings, users } = await fitTown(people, townProgram([repeaters]));
    const [again = 0, all = 0] = await sql(people, "SELECT count(*) FILTER (f >= 5), count(*) FROM member");
    expect(fittings[0]?.calibration).toMatchObject({ sample: all, found: { share: Math.round((again / all) * 1e6) } });
    expect(users).toBe(500);
  });

  it("is what stands after `otherwise` where fewer than a hundred users say it", async () => {
    const thin = town(60);
    const { fittings } = await fitTown(thin, townProgram([repeaters]));
    expect(fittings[0]?.calibration.found).toEqual({ is: "share", share: 200_000 });
    expect(fittings[0]?.seen).toMatchObject({ how: "thin" });
  });
});

describe("exact numbers", () => {
  it("put the average's cut on the better side of it", () => {
    expect([averageCut(10n, 4, "higher"), averageCut(10n, 4, "lower")]).toEqual([3n, 2n]);
    expect([averageCut(-10n, 4, "higher"), averageCut(-10n, 4, "lower")]).toEqual([-2n, -3n]);
    expect([averageCut(12n, 4, "higher"), averageCut(12n, 4, "lower")]).toEqual([3n, 3n]);
  });

  it("do not round totals beyond 2^53", () => {
    const large = Number.MAX_SAFE_INTEGER;
    expect(averageCut(3n * BigInt(large) + 3n, 3, "higher")).toBe(2n ** 53n);
  });

  it("count a score between two whole units as the worse one", () => {
    const half = { n: 7n, d: 2n };
    expect([wholeScore(half, 1, "higher"), wholeScore(half, 1, "lower"), wholeScore(half, 10, "lower")]).toEqual([
      3n,
      4n,
      35n,
    ]);
  });

  it("let ties share the better side of a cut", () => {
    const tied = Float64Array.of(5, 9, 9, 9, 1);
    expect(quantileCut(tied, 200_000, "higher")).toBe(9);
    expect(quantileCut(tied, 600_000, "lower")).toBe(9);
    expect([medianCut(tied, "higher"), medianCut(tied, "lower")]).toEqual([9, 9]);
    const even = Float64Array.of(4, 1, 3, 2);
    expect([medianCut(even, "higher"), medianCut(even, "lower")]).toEqual([3, 2]);
  });

  it("take the whole of a share of a share, and never less than the best member", () => {
    const ten = Float64Array.from({ length: 10 }, (_, n) => n);
    expect([1, 100_000, 100_001, 1_000_000].map((share) => quantileCut(ten, share, "higher"))).toEqual([9, 9, 8, 0]);
  });

  it("round a share to the nearest millionth", () => {
    expect([shareOf(1, 3), shareOf(2, 3), shareOf(0, 7), shareOf(7, 7)]).toEqual([333_333, 666_667, 0, 1_000_000]);
  });

  it("give the spread to the millionth, and 1 where there is none", () => {
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9], 8)).toBe(2_000_000);
    expect(spreadOf([1, 2], 2)).toBe(500_000);
    expect(spreadOf([1, 1, 2], 3)).toBe(Math.floor(Math.sqrt(2 / 9) * 1e6));
    expect(spreadOf([3, 3, 3], 3)).toBe(1_000_000);
  });
});
