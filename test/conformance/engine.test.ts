import { describe, expect, it } from "vitest";
import { InputError } from "../../src/index.js";
import { themes } from "./cases.js";
import { lookAt, spokenOf } from "./compare.js";
import { engineOf } from "./engine.js";

describe.each(themes())("the engine, on $theme", ({ cases }) => {
  it.each(cases.filter(({ beyondHorizon }) => !beyondHorizon))("$name", (each) => {
    const outcome = lookAt(engineOf(each).decide(each), each.strategies);
    expect(spokenOf(each.expect, outcome)).toEqual(each.expect);
  });

  it.each(cases.filter(({ beyondHorizon }) => beyondHorizon))("$name", (each) => {
    expect(() => engineOf(each).decide(each)).toThrow(InputError);
  });
});
