import { expect, it } from "vitest";
import { visible } from "../../src/text/visible.js";

it("spells out what would act on a terminal", () => {
  expect(visible("a\u001b[31mb")).toBe("a<U+001B>[31mb");
  expect(visible("a\u202eb\u2066")).toBe("a<U+202E>b<U+2066>");
  expect(visible("one\ntwo\rthree")).toBe("one<U+000A>two<U+000D>three");
});

it("leaves Chinese, emoji and accents alone", () => {
  expect(visible("双十一 👨‍👩‍👧 é e\u0301")).toBe("双十一 👨‍👩‍👧 é e\u0301");
});
