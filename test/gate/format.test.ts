import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { formatMoney, formatNum } from "../../src/gate/format.js";

const utc = zone("UTC");

describe("money in a message", () => {
  it.each([
    [2000n, 1n, "CNY", 100, "¥20"],
    [2050n, 1n, "USD", 100, "$20.50"],
    [2005n, 1n, "EUR", 100, "€20.05"],
    [123_456_789n, 1n, "GBP", 100, "£1,234,567.89"],
    [100_000n, 1n, "CHF", 100, "1,000 CHF"],
    [1500n, 1n, "JPY", 1, "¥1,500"],
    [1500n, 1n, "KWD", 1000, "1.500 KWD"],
    [-2050n, 1n, "CNY", 100, "-¥20.50"],
    [0n, 1n, "CNY", 100, "¥0"],
    // A third of 100 fen, and halves, which go away from 0.
    [100n, 3n, "CNY", 100, "¥0.33"],
    [1n, 2n, "CNY", 100, "¥0.01"],
    [-1n, 2n, "CNY", 100, "-¥0.01"],
  ])("%d/%d minor units of %s is %s", (n, d, currency, minor, text) => {
    expect(formatMoney({ n, d }, currency, minor)).toBe(text);
  });
});

describe("other values in a message", () => {
  it.each([
    [{ is: "integer" } as const, 1_204n, 1n, "1,204"],
    [{ is: "number" } as const, 7n, 2n, "3.5"],
    [{ is: "number" } as const, -10_000n, 3n, "-3,333.33"],
    [{ is: "points" } as const, 999n, 1n, "999"],
    [{ is: "ratio" } as const, 3n, 10n, "30%"],
    [{ is: "date" } as const, 20_774n, 1n, "2026-11-17"],
    [{ is: "instant" } as const, 0n, 1n, "1970-01-01 00:00"],
    [{ is: "boolean" } as const, 1n, 1n, "true"],
    [{ is: "span" } as const, 5_400_000n, 1n, "1:30"],
    [
      {
        is: "enum",
        members: [
          { id: "a", label: "甲" },
          { id: "b", label: null },
        ],
      } as const,
      0n,
      1n,
      "甲",
    ],
    [
      {
        is: "enum",
        members: [
          { id: "a", label: "甲" },
          { id: "b", label: null },
        ],
      } as const,
      1n,
      1n,
      "b",
    ],
  ])("%j of %d/%d is %s", (type, n, d, text) => {
    expect(formatNum({ n, d }, type, utc)).toBe(text);
  });
});
