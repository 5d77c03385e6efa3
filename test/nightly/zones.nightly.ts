import { expect, it } from "vitest";
import { expectTransitionsOfWalk } from "../calendar/walk.js";
import { rounds } from "./rounds.js";

const names = Intl.supportedValuesOf("timeZone");
const FIRST_YEAR = 1840;
const DECADES = 26;

it("has every transition of every zone that an hour by hour walk beside luxon finds, and no other", async () => {
  // One seed is one zone and one decade; all of them are covered once by as many seeds as there are pairs.
  const { cases } = await rounds("zones, zone-decades", 0.15, (seed) => {
    const name = names[seed % names.length] ?? "UTC";
    const year = FIRST_YEAR + 10 * (Math.floor(seed / names.length) % DECADES);
    return expectTransitionsOfWalk(name, Date.UTC(year, 0, 1), Date.UTC(year + 10, 0, 1));
  });
  expect(cases).toBeGreaterThan(0);
});
