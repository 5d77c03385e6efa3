import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../src/check/decimal.js";

describe("a literal is exact", () => {
  it.each([
    ["20", 1, { n: 20, d: 1, digits: 0 }],
    ["20.50", 1, { n: 41, d: 2, digits: 1 }],
    ["-0.05", 1, { n: -1, d: 20, digits: 2 }],
    ["30", 100, { n: 3, d: 10, digits: 0 }],
    ["0.000", 1, { n: 0, d: 1, digits: 0 }],
    ["-0", 1, { n: 0, d: 1, digits: 0 }],
    ["9007199254740991", 1, { n: 9007199254740991, d: 1, digits: 0 }],
    ["9007199254740992", 1, null],
    ["0.00000000000000001", 1, null],
  ])("%s over %i", (text, per, expected) => expect(decimal(text, per)).toEqual(expected));

  it("stands for n / d in lowest terms", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 6 }), (n, digits) => {
        const sign = n < 0 ? "-" : "";
        const padded = String(Math.abs(n)).padStart(digits + 1, "0");
        const text = `${sign}${padded.slice(0, padded.length - digits)}.${padded.slice(padded.length - digits)}`;
        const read = decimal(text);
        expect(read && BigInt(read.n) * 10n ** BigInt(digits)).toBe(BigInt(n) * BigInt(read?.d ?? 0));
        for (const prime of [2, 5])
          expect(read && read.n % prime === 0 && read.d % prime === 0 && read.n !== 0).toBe(false);
      }),
    );
  });
});
