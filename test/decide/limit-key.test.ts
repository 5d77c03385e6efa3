import { describe, expect, it } from "vitest";
import { limitKey } from "../../src/decide/limit-key.js";
import type { Type } from "../../src/program/program.js";

describe("what touches are limited by", () => {
  const shelf: Type = {
    is: "enum",
    members: [
      { id: "top", label: null },
      { id: "low", label: "下层" },
    ],
  };

  it.each<[string, Type, number | string | null, string | null]>([
    ["a text is itself", { is: "text" }, "A-1", "A-1"],
    ["a member of a choice is its id, wherever it stands", shelf, 1, "low"],
    ["a truth is a word", { is: "boolean" }, 0, "false"],
    ["money is in units", { is: "money", currency: "CNY", minor: 100 }, 1990, "19.9"],
    ["money without minor units is whole", { is: "money", currency: "JPY", minor: 1 }, 300, "300"],
    ["a number is a decimal", { is: "number" }, 2_500_000, "2.5"],
    ["a whole number is itself", { is: "integer" }, 7, "7"],
    ["a date is written as in events", { is: "date" }, 20_522, "2026-03-10"],
    ["an instant too", { is: "instant" }, 1_773_108_000_000, "2026-03-10T02:00:00.000Z"],
    ["an unknown number is unknown", { is: "integer" }, Number.NaN, null],
    ["an unknown text is unknown", { is: "text" }, null, null],
  ])("is written as events are: %s", (_, type, stored, text) => {
    expect(limitKey(type, stored)).toBe(text);
  });
});
