import { expect, it } from "vitest";
import { expectSchedulesAroundChanges } from "./transitions.js";

it("every schedule of every zone fires once a civil date, two hours around each change from 2015 to 2037", () => {
  const changes = Intl.supportedValuesOf("timeZone").map(expectSchedulesAroundChanges);
  expect(changes.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4000);
});
