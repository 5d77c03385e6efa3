import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, lengthText, parseAmount, parseLength, parseShare } from "../../src/host/calibration-amount.js";
import { readCalibration } from "../../src/host/calibration-file.js";
import { readCalibrationFile } from "../../src/host/calibration-files.js";
import type { Type } from "../../src/program/program.js";
import { folder } from "./folder.js";

const types: readonly Type[] = [
  { is: "integer" },
  { is: "number" },
  { is: "ratio" },
  { is: "points" },
  { is: "period" },
  { is: "span" },
  { is: "money", currency: "CNY", minor: 100 },
  { is: "money", currency: "JPY", minor: 1 },
  { is: "money", currency: "KWD", minor: 1000 },
];

describe("an amount in a calibration file", () => {
  it("is read as it was written, to the stored unit, whatever its type", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.maxSafeInteger(), fc.constantFrom(0, 6), (type, stored, finer) => {
        expect(parseAmount(amountText(stored, type, finer), finer)).toBe(stored);
      }),
    );
  });

  it.each<[number, Type, string]>([
    [123_456, { is: "money", currency: "CNY", minor: 100 }, "1234.56 CNY"],
    [333_333, { is: "ratio" }, "33.3333%"],
    [2_500_000, { is: "number" }, "2.5 decimal"],
    [3, { is: "integer" }, "3"],
    [1, { is: "period" }, "1 day"],
    [35, { is: "period" }, "35 days"],
    [90_500, { is: "span" }, "90.5 seconds"],
    [-40, { is: "points" }, "-40 points"],
  ])("%d of %j is written %s", (stored, type, text) => {
    expect(amountText(stored, type)).toBe(text);
  });

  it.each([
    "",
    "many",
    "1,000",
    "12.345 CNY",
    "1 XXX",
    "3 toString",
    "1.5",
    "0.00001%",
    "1e3",
    "--1",
    "9007199254740993",
    "1 CNY CNY",
    ".",
  ])("is not %j", (text) => {
    expect(parseAmount(text)).toBe(null);
  });

  it("may be a length of whole days or months, or a share", () => {
    for (const length of [
      { unit: "day", n: 1 },
      { unit: "day", n: 28 },
      { unit: "month", n: 2 },
    ] as const)
      expect(parseLength(lengthText(length))).toEqual(length);
    expect(["0 days", "1.5 days", "3 hours", "days", "-1 days"].map(parseLength)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(["0%", "100%", "100.0001%", "-1%", "0.5"].map(parseShare)).toEqual([0, 1_000_000, null, null, null]);
  });
});

const text = `until: 2026-06-18T12:00:00.000Z
data: { pays: 00ff }
fits:
  quiet_after:
    definition: 0123456789abcdef
    sample: 120
    period: 28 days
    seen: { how: found, curve: [{ after: 7 days, silences: 200, returned: 100, rate: 50% }] }
  repeaters: { definition: "1234567890123456", sample: 150, share: 33.3333% }
  rfm: { definition: aa, sample: 150, value: { high: { r: 35 days, f: 3, m: 1234.56 CNY }, tiers: { gold: 5000 CNY } } }
  habit:
    definition: bb
    sample: 99
    groups:
      spread: { f: 2.5, m: 120.5 CNY }
      centres: { often: { f: 1.5, m: -0.25 }, rare: { f: -0.5, m: 0.25 } }
`;

describe("a calibration file", () => {
  it("says what was found, and what is for people is left aside", () => {
    const until = Date.parse("2026-06-18T12:00:00Z");
    const { calibrations, diagnostics } = readCalibration({ name: "calibration.yaml", text });
    expect(diagnostics).toEqual([]);
    expect(calibrations).toEqual([
      {
        id: "quiet_after",
        definition: "0123456789abcdef",
        until,
        sample: 120,
        found: { is: "period", length: { unit: "day", n: 28 } },
      },
      { id: "repeaters", definition: "1234567890123456", until, sample: 150, found: { is: "share", share: 333_333 } },
      {
        id: "rfm",
        definition: "aa",
        until,
        sample: 150,
        found: { is: "value", cuts: { r: 35, f: 3, m: 123_456 }, tiers: { gold: 500_000 } },
      },
      {
        id: "habit",
        definition: "bb",
        until,
        sample: 99,
        found: {
          is: "groups",
          spread: [2_500_000, 12_050_000_000],
          centroids: [
            [1_500_000, -250_000],
            [-500_000, 250_000],
          ],
        },
      },
    ]);
  });

  it("reports every mistake at its place, and then says nothing else", () => {
    const wrong = text.replace("28 days", "soon").replace("33.3333%", "a third").replace("r: 35 days", "r: []");
    const { calibrations, diagnostics } = readCalibration({ name: "calibration.yaml", text: wrong });
    expect(calibrations).toEqual([]);
    expect(diagnostics.map(({ code, span }) => [code, wrong.slice(span.start, span.end)])).toEqual([
      ["calibration-amount", "soon"],
      ["calibration-amount", "a third"],
      ["calibration-amount", "[]"],
    ]);
  });

  it("takes `__proto__` for an ordinary name", () => {
    const odd =
      "until: 2026-06-18T12:00:00Z\nfits: { __proto__: { definition: a, sample: 1, value: { high: { __proto__: 3 } } } }\n";
    const [calibration] = readCalibration({ name: "calibration.yaml", text: odd }).calibrations;
    expect(calibration?.id).toBe("__proto__");
    expect(Object.entries(calibration?.found.is === "value" ? calibration.found.cuts : {})).toEqual([["__proto__", 3]]);
  });

  it.each([
    ["too large", Buffer.alloc(300_000, "#"), "calibration-too-large"],
    ["not UTF-8", Buffer.from([0xb5, 0xc4]), "not-utf8"],
  ])("that is %s is told", (_, bytes, code) => {
    const { calibrations, diagnostics } = readCalibrationFile(folder({ "calibration.yaml": bytes }));
    expect([calibrations, diagnostics.map((each) => each.code)]).toEqual([[], [code]]);
  });

  it("need not be there", () => {
    expect(readCalibrationFile(folder())).toEqual({ calibrations: [], sources: [], diagnostics: [] });
  });
});
