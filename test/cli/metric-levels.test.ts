import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { amountText, distanceText } from "../../src/cli/amount.js";
import { standingOf } from "../../src/cli/metrics/levels.js";
import { rollUps } from "../../src/cli/metrics/roll-up.js";
import { periodEnds } from "../../src/cli/periods.js";
import { noAnalysis } from "../../src/program/analysis.js";
import type { Metric, Program } from "../../src/program/program.js";
import { plainProgram } from "../program/plain.js";

const share: Metric = {
  id: "repurchase",
  label: null,
  northStar: true,
  better: "higher",
  type: { is: "ratio" },
  among: null,
  of: { is: "share", who: { is: "and", parts: [], said: 0 } },
  scale: [200_000, 250_000, 300_000],
  target: 250_000,
  said: 0,
};

describe("where a metric stands", () => {
  it("is on the levels it has reached, exactly", () => {
    expect(standingOf(share, { n: 1n, d: 4n })).toMatchObject({ reached: 2, target: { away: null } });
    const short = standingOf(share, { n: 249_999_999n, d: 1_000_000_000n });
    expect(short?.reached).toBe(1);
    const { n = 0n, d = 1n } = short?.next?.away ?? {};
    expect(n * 1_000_000_000n).toBe(d);
    expect(standingOf(share, { n: 3n, d: 10n })).toMatchObject({ reached: 3, next: null });
    expect(standingOf(share, null)).toBeNull();
  });

  it("counts down where lower is better", () => {
    const days: Metric = { ...share, better: "lower", type: { is: "period" }, scale: [7, 3, 1], target: 2 };
    const standing = standingOf(days, { n: 5n, d: 2n });
    expect(standing?.reached).toBe(2);
    expect(standing?.next).toEqual({ level: { n: 1n, d: 1n }, away: { n: 3n, d: 2n } });
    expect(standing?.target?.away).toEqual({ n: 1n, d: 2n });
  });
});

describe("amounts found from many users", () => {
  it("are rounded, halves away from zero, in both languages", () => {
    const cny = { is: "money", currency: "CNY", minor: 100 } as const;
    expect(amountText({ n: 2469n, d: 2n }, cny, "en")).toBe("12.35 CNY");
    expect(amountText({ n: -2469n, d: 2n }, cny, "en")).toBe("-12.35 CNY");
    expect(amountText({ n: 2n, d: 3n }, { is: "ratio" }, "en")).toBe("66.67%");
    expect(amountText({ n: 2n, d: 3n }, { is: "number" }, "en")).toBe("0.667");
    expect(amountText({ n: 90_000_000n, d: 1n }, { is: "span" }, "zh")).toBe("1 天");
    expect(amountText({ n: 5_400_000n, d: 1n }, { is: "span" }, "en")).toBe("1.5 hours");
    expect(amountText({ n: 90_000n, d: 1n }, { is: "span" }, "zh")).toBe("1.5 分钟");
    expect(amountText({ n: 1n, d: 1n }, { is: "period" }, "en")).toBe("1 day");
    expect(distanceText({ n: 1n, d: 62n }, { is: "ratio" }, "zh")).toBe("1.61 个百分点");
  });
});

describe("periods", () => {
  const shanghai = zone("Asia/Shanghai");
  const ends = (since: string, until: string, every: "day" | "week" | "month", weekStarts = 1): string[] =>
    periodEnds(shanghai, weekStarts, Date.parse(since), Date.parse(until), every).map((end) =>
      new Date(end + 8 * 3_600_000).toISOString().slice(0, 23),
    );

  it("end with the last millisecond of whole ones, and the last with what is asked for", () => {
    expect(ends("2026-06-01T00:00:00+08:00", "2026-06-18T20:00:00+08:00", "week")).toEqual([
      "2026-06-07T23:59:59.999",
      "2026-06-14T23:59:59.999",
      "2026-06-18T20:00:00.000",
    ]);
    expect(ends("2026-06-01T00:00:00+08:00", "2026-06-18T20:00:00+08:00", "week", 7)[0]).toBe(
      "2026-06-06T23:59:59.999",
    );
    expect(ends("2025-12-15T00:00:00+08:00", "2026-03-01T00:00:00+08:00", "month")).toEqual([
      "2025-12-31T23:59:59.999",
      "2026-01-31T23:59:59.999",
      "2026-02-28T23:59:59.999",
      "2026-03-01T00:00:00.000",
    ]);
    expect(ends("2026-06-16T12:00:00+08:00", "2026-06-17T12:00:00+08:00", "day")).toEqual([
      "2026-06-16T23:59:59.999",
      "2026-06-17T12:00:00.000",
    ]);
  });

  it("never name one instant twice", () => {
    const last = "2026-06-14T23:59:59.999+08:00";
    expect(ends("2026-06-10T00:00:00+08:00", last, "week")).toEqual(["2026-06-14T23:59:59.999"]);
  });
});

describe("lines of business", () => {
  const total: Metric = {
    ...share,
    id: "visits",
    type: { is: "integer" },
    of: { is: "count", who: { is: "and", parts: [], said: 0 } },
  };
  const program: Program = plainProgram({
    analysis: {
      ...noAnalysis,
      metrics: [total, { ...total, id: "bookings" }, { ...total, id: "walk_ins" }],
      lines: [
        { id: "online", label: null, lifecycles: [], values: [], metrics: [{ metric: 1, into: 0 }] },
        { id: "desk", label: null, lifecycles: [], values: [], metrics: [{ metric: 2, into: 0 }] },
      ],
    },
  });
  const of = (...values: readonly (number | null)[]) =>
    rollUps(program, (metric) => {
      const value = values[metric] ?? null;
      return value === null ? null : { n: BigInt(value), d: 1n };
    });

  it("have shares of what they go into, which with what no line covers make the whole", () => {
    const [found] = of(1000, 400, 300);
    expect(found?.parts.map(({ share: part }) => Number(part?.n) / Number(part?.d))).toEqual([0.4, 0.3]);
    expect(found?.rest?.value.n).toBe(300n);
    expect(Number(found?.rest?.share?.n) / Number(found?.rest?.share?.d)).toBe(0.3);
  });

  it("may cover more than there is, which shows; and what is unknown has no share", () => {
    expect(of(1000, 800, 300)[0]?.rest?.value.n).toBe(-100n);
    expect(of(1000, null, 300)[0]).toMatchObject({ parts: [{ share: null }, {}], rest: null });
    expect(of(0, 0, 0)[0]?.parts[0]?.share).toBeNull();
  });
});
