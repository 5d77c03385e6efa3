import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatVersion, parseVersion } from "../../src/text/version.js";

const part = fc.integer({ min: 0, max: 99_999 });

describe("a version number", () => {
  it("is two or three numbers, and a third that is not written is 0", () => {
    expect(parseVersion("8.2")).toBe(80_000_200_000);
    expect(parseVersion("8.2.0")).toBe(80_000_200_000);
    expect(parseVersion("0.0.1")).toBe(1);
    for (const text of ["", "8", "8.", "8.2.0.1", "v8.2", "8.2-beta", "8,2", " 8.2", "-8.2", "8.100000", "８.2"])
      expect([text, parseVersion(text)]).toEqual([text, null]);
  });

  it("compares by its first number, then the second, then the third", () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.tuple(part, part, part), (a, b) => {
        const differing = a.findIndex((n, place) => n !== b[place]);
        const expected = differing < 0 ? 0 : Math.sign((a[differing] as number) - (b[differing] as number));
        const [left, right] = [parseVersion(a.join(".")) as number, parseVersion(b.join(".")) as number];
        expect(Math.sign(left - right)).toBe(expected);
      }),
    );
  });

  it("is written with three numbers, and read back as what it was, up to the greatest", () => {
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        expect(formatVersion(parseVersion(`${a}.${b}.${c}`) as number)).toBe(`${a}.${b}.${c}`);
      }),
    );
    expect(Number.isSafeInteger(parseVersion("99999.99999.99999"))).toBe(true);
  });
});
