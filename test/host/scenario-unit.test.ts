import { describe, expect, it } from "vitest";
import { withoutUnit } from "../../src/host/scenario/unit.js";

const money = { is: "money", currency: "CNY", minor: 100 } as const;

describe("numbers of a case may be written with their units", () => {
  it.each([
    ["30%", { is: "ratio" }, "0.30"],
    ["5%", { is: "ratio" }, "0.05"],
    ["0.5%", { is: "ratio" }, "0.005"],
    ["120%", { is: "ratio" }, "1.20"],
    ["0.3", { is: "ratio" }, "0.3"],
    ["20 CNY", money, "20"],
    ["19.90 CNY", money, "19.90"],
    ["200 points", { is: "points" }, "200"],
  ] as const)("%s", (text, type, number) => {
    expect(withoutUnit(text, type)).toBe(number);
  });

  it("the unit of something else stays, for the reader of values to refuse", () => {
    expect(withoutUnit("20 USD", money)).toBe("20 USD");
    expect(withoutUnit("30%", money)).toBe("30%");
    expect(withoutUnit("20 CNY", { is: "points" })).toBe("20 CNY");
    expect(withoutUnit("20 CNY", { is: "text" })).toBe("20 CNY");
  });
});
