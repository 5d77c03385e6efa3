import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectSchedulesAroundChanges } from "./transitions.js";

const names = Intl.supportedValuesOf("timeZone");

describe("around each change of the clocks from 2015 to 2037, two hours on either side", () => {
  it.each(["Africa/Cairo", "Australia/Lord_Howe", "Antarctica/Troll", "America/Nuuk"])(
    "every schedule of %s fires once a civil date, and none on a skipped one",
    (name) => {
      expect(expectSchedulesAroundChanges(name)).toBeGreaterThan(10);
    },
  );

  it("so do those of some others", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expectSchedulesAroundChanges(name);
      }),
      { numRuns: 3 },
    );
  });
});
