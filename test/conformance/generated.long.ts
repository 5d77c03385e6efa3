import { describe, expect, it } from "vitest";
import { themes } from "./cases.js";
import { spokenOf } from "./compare.js";
import { engineOf } from "./engine.js";
import { referenceAnswer } from "./reference.js";

const all = themes("generated");

describe("the generated cases", () => {
  it("are at least 5,000 with those by hand", () => {
    const count = (list: typeof all) => list.flatMap(({ cases }) => cases).length;
    expect(count(all) + count(themes())).toBeGreaterThanOrEqual(5_000);
  });

  it("come in pairs, and the two of a pair differ in their outcome", () => {
    for (const { cases } of all)
      for (let place = 0; place < cases.length; place += 2) {
        const [one, other] = [cases[place], cases[place + 1]];
        expect(other?.program).toBe(one?.program);
        expect(other?.expect).not.toEqual(one?.expect);
      }
  });
});

// The expected outcomes are the reference's, so that it passes says only that it is still the one that wrote them.
describe.each(all)("the engine and the reference, on $theme", ({ cases }) => {
  it.each(cases)("$name", (each) => {
    expect(spokenOf(each.expect, referenceAnswer(each))).toEqual(each.expect);
    expect(spokenOf(each.expect, engineOf(each).decide(each))).toEqual(each.expect);
  });
});
