import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodePoint } from "../../src/text/order.js";

/** The code points, compared one by one. */
function byList(left: string, right: string): number {
  const [one, other] = [left, right].map((text) => Array.from(text, (each) => each.codePointAt(0) ?? 0));
  for (const [i, point] of (one ?? []).entries()) {
    const beside = other?.[i];
    if (beside === undefined) return 1;
    if (point !== beside) return point - beside;
  }
  return (one?.length ?? 0) - (other?.length ?? 0);
}

const unit = fc.oneof(
  fc.constantFrom("a", "b", "耳", "\uffee", "\u{1f600}", "\u{10ffff}"),
  fc.string({ unit: "binary" }),
);
const text = fc.array(unit, { maxLength: 4 }).map((parts) => parts.join(""));

describe("the order of texts", () => {
  it("is that of their code points", () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(Math.sign(byCodePoint(left, right))).toBe(Math.sign(byList(left, right)));
      }),
      { numRuns: 3000 },
    );
  });

  it("puts what lies beyond U+FFFF last, unlike the order of UTF-16 units", () => {
    expect(["\u{1f600}", "\uffee", "耳", "a"].sort(byCodePoint)).toEqual(["a", "耳", "\uffee", "\u{1f600}"]);
  });
});
