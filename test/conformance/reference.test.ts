import { describe, expect, it } from "vitest";
import { themes } from "./cases.js";
import { lookAt, spokenOf } from "./compare.js";
import { referenceAnswer } from "./reference.js";

describe.each(themes())("the reference, on $theme", ({ cases }) => {
  it.each(cases)("$name", (each) => {
    const { decisions, refused } = referenceAnswer(each);
    const outcome = { decisions: lookAt(decisions, each.strategies), refused: lookAt(refused, each.strategies) };
    expect(spokenOf(each.expect, outcome)).toEqual(each.expect);
  });
});
