import { describe, expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { formatMinute, formatMoney, formatNum } from "../../src/gate/format.js";
import { styleOf } from "../../src/gate/locale-style.js";
import type { Type } from "../../src/program/program.js";

const utc = zone("UTC");
const locales = ["zh-CN", "en", "ja", "de", "fr", "sv"];

/** What every language makes of a value; no-break spaces are shown as `~`. */
function inAll(value: readonly [bigint, bigint], type: Type): string[] {
  const [n, d] = value;
  return locales.map((locale) => formatNum({ n, d }, type, utc, styleOf(locale)).replaceAll("\u00a0", "~"));
}

function money(minor: bigint, currency: string, per = 100): string[] {
  return inAll([minor, 1n], { is: "money", currency, minor: per });
}

describe("money in a message", () => {
  it("stands with the sign of its currency, where and as the language has it", () => {
    expect(money(2050n, "CNY")).toEqual(["¥20.50", "CN¥20.50", "CN¥20.50", "20,50~CN¥", "20,50~CN¥", "20.50~CNY"]);
    expect(money(-123_456_700n, "USD")).toEqual([
      "-US$1,234,567",
      "-$1,234,567",
      "-$1,234,567",
      "-1.234.567~$",
      "-1~234~567~$US",
      "-1234567~USD",
    ]);
    expect(money(1999n, "EUR")).toEqual(["€19.99", "€19.99", "€19.99", "19,99~€", "19,99~€", "19.99~EUR"]);
    expect(money(1500n, "JPY", 1)).toEqual(["JP¥1,500", "¥1,500", "¥1,500", "1.500~¥", "1~500~¥", "1500~JPY"]);
    expect(money(1500n, "KWD", 1000)).toEqual([
      "1.500~KWD",
      "1.500~KWD",
      "1.500~KWD",
      "1,500~KWD",
      "1,500~KWD",
      "1.500~KWD",
    ]);
  });

  it.each([
    [2000n, 1n, "¥20"],
    [0n, 1n, "¥0"],
    // A third of 100 fen, and halves, which go away from 0.
    [100n, 3n, "¥0.33"],
    [1n, 2n, "¥0.01"],
    [-1n, 2n, "-¥0.01"],
    [99_999n, 1n, "¥999.99"],
    [100_000n, 1n, "¥1,000"],
  ])("is rounded to its minor unit, and shows minor units only if there are any: %d/%d fen is %s", (n, d, text) => {
    expect(formatMoney({ n, d }, "CNY", 100, styleOf("zh"))).toBe(text);
  });
});

describe("other values in a message", () => {
  it("are written as the language writes them", () => {
    expect(inAll([12_045n, 10n], { is: "number" })).toEqual([
      "1,204.5",
      "1,204.5",
      "1,204.5",
      "1.204,5",
      "1~204,5",
      "1204.5",
    ]);
    expect(inAll([3n, 10n], { is: "ratio" })).toEqual(["30%", "30%", "30%", "30~%", "30~%", "30%"]);
    expect(inAll([20_764n, 1n], { is: "date" })).toEqual([
      "2026年11月7日",
      "Nov 7, 2026",
      "2026年11月7日",
      "07.11.2026",
      "07/11/2026",
      "2026-11-07",
    ]);
    expect(inAll([BigInt(Date.UTC(2026, 10, 7, 20, 14, 59)), 1n], { is: "instant" })).toEqual([
      "2026年11月7日 20:14",
      "Nov 7, 2026, 20:14",
      "2026年11月7日 20:14",
      "07.11.2026, 20:14",
      "07/11/2026 20:14",
      "2026-11-07 20:14",
    ]);
    expect(inAll([1n, 1n], { is: "boolean" })).toEqual(["是", "yes", "はい", "ja", "oui", "true"]);
    expect(inAll([0n, 1n], { is: "boolean" })).toEqual(["否", "no", "いいえ", "nein", "non", "false"]);
  });

  it.each([
    [{ is: "integer" } as const, 1_204n, 1n, "1,204"],
    [{ is: "number" } as const, -10_000n, 3n, "-3,333.33"],
    [{ is: "number" } as const, -1n, 1000n, "0"],
    [{ is: "number" } as const, 7n, 100n, "0.07"],
    [{ is: "points" } as const, 999n, 1n, "999"],
    [{ is: "span" } as const, 5_400_000n, 1n, "1:30"],
    [{ is: "version" } as const, 80_000_200_001n, 1n, "8.2.1"],
  ])("%j of %d/%d is %s in English", (type, n, d, text) => {
    expect(formatNum({ n, d }, type, utc, styleOf("en-GB"))).toBe(text);
  });

  it("are labels, of choices; an id stands where there is none", () => {
    const members = [
      { id: "a", label: "甲" },
      { id: "b", label: null },
    ];
    expect(inAll([0n, 1n], { is: "enum", members })[1]).toBe("甲");
    expect(inAll([1n, 1n], { is: "enum", members })[1]).toBe("b");
  });

  it.each([
    [199_008_015n, "农历1990年八月十五", "1990-08-15"],
    [198_706_103n, "农历1987年闰六月初三", "1987-06-03 leap"],
    [202_601_001n, "农历2026年正月初一", "2026-01-01"],
    [202_512_030n, "农历2025年腊月三十", "2025-12-30"],
    [202_511_020n, "农历2025年冬月二十", "2025-11-20"],
    [202_510_010n, "农历2025年十月初十", "2025-10-10"],
    [202_502_029n, "农历2025年二月廿九", "2025-02-29"],
  ])("are lunar dates as Chinese says them: %d is %s, elsewhere %s", (stored, chinese, other) => {
    const texts = inAll([stored, 1n], { is: "lunarDate" });
    expect([texts[0], texts[1]]).toEqual([chinese, other]);
  });

  it("show the local clock", () => {
    const instant = Date.UTC(2026, 10, 7, 20, 14);
    expect(formatMinute(instant, zone("Asia/Kathmandu"), styleOf("xx"))).toBe("2026-11-08 01:59");
  });
});

describe("the style of a locale", () => {
  it("is that of its language, however the locale is written", () => {
    for (const locale of ["zh", "ZH-cn", "zh_Hant_TW"]) expect(styleOf(locale)).toBe(styleOf("zh-CN"));
    expect(styleOf("zhx")).toBe(styleOf(""));
  });
});
