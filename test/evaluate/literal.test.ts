import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { literal } from "../../src/evaluate/literal.js";
import type { Type } from "../../src/program/program.js";

const CNY: Type = { is: "money", currency: "CNY", minor: 100 };

describe("a value in an explanation", () => {
  it.each<[Type, bigint, bigint, string]>([
    [CNY, 2000n, 1n, "20 CNY"],
    [CNY, -5n, 1n, "-0.05 CNY"],
    [CNY, 10_000n, 3n, "33.333333… CNY"],
    // Not quite 30: it must not look like it.
    [CNY, 2_999_999_999n, 1_000_000n, "29.999999… CNY"],
    [{ is: "money", currency: "JPY", minor: 1 }, 1500n, 1n, "1500 JPY"],
    [{ is: "integer" }, 3n, 1n, "3"],
    [{ is: "number" }, 1n, 8n, "0.125"],
    [{ is: "ratio" }, 3n, 10n, "30%"],
    [{ is: "points" }, 200n, 1n, "200 points"],
    [{ is: "period" }, 1n, 1n, "1 day"],
    [{ is: "period" }, 7n, 1n, "7 days"],
    [{ is: "span" }, 129_600_000n, 1n, "36 hours"],
    [{ is: "span" }, 3_900_000n, 1n, "1 hour 5 minutes"],
    [{ is: "span" }, 61_500n, 1n, "1 minute 1.5 seconds"],
    [{ is: "span" }, 0n, 1n, "0 seconds"],
    [{ is: "boolean" }, 0n, 1n, "false"],
    [{ is: "date" }, 20_774n, 1n, "2026-11-17"],
    [{ is: "lunarDate" }, 199_008_015n, 1n, "1990-08-15"],
    [{ is: "lunarDate" }, 199_005_115n, 1n, "1990-05-15 leap"],
    [{ is: "version" }, 80_001_200_003n, 1n, "8.12.3"],
    [{ is: "instant" }, BigInt(Date.parse("2026-11-17T12:00:00Z")), 1n, "2026-11-17 20:00"],
    [{ is: "instant" }, BigInt(Date.parse("2026-11-17T12:00:07Z")), 1n, "2026-11-17 20:00:07"],
    [{ is: "enum", members: [{ id: "headphones", label: "耳机" }] }, 0n, 1n, 'headphones "耳机"'],
  ])("%j %d/%d reads %s", (type, n, d, text) => {
    expect(literal({ n, d }, type, zone("Asia/Shanghai"))).toBe(text);
  });
});
