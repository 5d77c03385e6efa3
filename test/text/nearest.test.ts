import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/text/nearest.js";

describe("the nearest name", () => {
  it.each([
    ["headphnoes", ["camera", "headphones"], "headphones"],
    ["pya", ["view", "pay"], "pay"],
    ["Push", ["push"], "push"],
    ["mondey", ["Monday", "Sunday"], "Monday"],
    ["支付", ["支付宝", "下单"], "支付宝"],
    ["push", ["sms", "mail"], null],
    ["a", ["b"], null],
    ["pay", [], null],
  ])("of %s among %j is %s", (word, candidates, expected) => expect(nearest(word, candidates)).toBe(expected));

  it("is the closest of all, and the first of equally close ones", () => {
    expect(nearest("abcdefghi", ["abcdefxyi", "abcdefghx"])).toBe("abcdefghx");
    expect(nearest("abc", ["abd", "abe"])).toBe("abd");
  });

  it("finds any word back after one slip: a letter lost, doubled, changed or swapped with its neighbour", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom("lost", "doubled", "changed", "swapped"), (text, at, slip) => {
        const place = at % (text.length - 1);
        const [before, one, two, after] = [text.slice(0, place), text[place], text[place + 1], text.slice(place + 2)];
        const typed = {
          lost: `${before}${two}${after}`,
          doubled: `${before}${one}${one}${two}${after}`,
          changed: `${before}z${two}${after}`,
          swapped: `${before}${two}${one}${after}`,
        }[slip];
        fc.pre(typed !== text);
        expect(nearest(typed, ["1234567890123", text])).toBe(text);
      }),
    );
  });
});
