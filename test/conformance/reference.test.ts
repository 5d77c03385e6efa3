import { describe, expect, it } from "vitest";
import { BeyondHorizon } from "../reference/calendar.js";
import { themes } from "./cases.js";
import { lookAt, spokenOf } from "./compare.js";
import { referenceAnswer } from "./reference.js";

describe.each(themes())("the reference, on $theme", ({ cases }) => {
  it.each(cases.filter(({ beyondHorizon }) => !beyondHorizon))("$name", (each) => {
    const outcome = lookAt(referenceAnswer(each), each.strategies);
    expect(spokenOf(each.expect, outcome)).toEqual(each.expect);
  });

  it.each(cases.filter(({ beyondHorizon }) => beyondHorizon))("$name", (each) => {
    expect(() => referenceAnswer(each)).toThrow(BeyondHorizon);
  });
});
