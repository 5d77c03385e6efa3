import { describe, expect, it } from "vitest";
import { dateOf } from "../../src/calendar/civil.js";
import { type Zone, zone } from "../../src/calendar/zone.js";
import { noEnvironment } from "../../src/evaluate/environment.js";
import { askAt } from "../../src/facts/ask.js";
import { rememberBounds } from "../../src/facts/bounds.js";
import { schemeOf } from "../../src/facts/scheme.js";
import type { Fact } from "../../src/program/program.js";
import { DAY, HOUR } from "./histories.js";

const midnight = dateOf(2021, 6, 10) * DAY;
const noon = midnight + 12 * HOUR;
const common = { event: 0, where: null } as const;
const facts: Fact[] = [
  { is: "count", ...common, window: { is: "span", ms: HOUR } },
  { is: "days", ...common, window: { is: "last", unit: "day", n: 2 } },
  { is: "count", event: 1, where: null, window: { is: "previous", unit: "day", n: 3 } },
];

function remember() {
  const boundsOf = rememberBounds(schemeOf({ facts }, noEnvironment, () => true));
  return (place: Zone, instants: readonly number[]) => boundsOf(place, instants.map(askAt));
}

describe("the bounds of all windows", () => {
  it("cover, for each filter, every window at every instant, and the earliest window whose dates count", () => {
    const { lo, hi, daysFrom } = remember()(zone("UTC"), [noon, noon + DAY]);
    expect([...lo]).toEqual([midnight - DAY, midnight - 3 * DAY]);
    expect([...hi]).toEqual([noon + DAY + 1, midnight + DAY]);
    expect([...daysFrom]).toEqual([midnight - DAY, Number.POSITIVE_INFINITY]);
  });

  it("are one set for a zone and its instants, however often they are asked for", () => {
    const boundsOf = remember();
    const first = boundsOf(zone("UTC"), [noon, noon + 1]);
    expect(boundsOf(zone("UTC"), [noon, noon + 1])).toBe(first);
  });

  it.each([
    { instants: [noon], because: "fewer" },
    { instants: [noon, noon + 2], because: "another last one" },
    { instants: [noon - 1, noon + 1], because: "another first one" },
    { instants: [noon, noon + 1, noon + 2], because: "more" },
  ])("follow the instants when there are $because", ({ instants }) => {
    const boundsOf = remember();
    boundsOf(zone("UTC"), [noon, noon + 1]);
    expect(boundsOf(zone("UTC"), instants).at.map(({ now }) => now)).toEqual(instants);
  });

  it("follow the zone: the local date differs", () => {
    const boundsOf = remember();
    const today = (name: string) => boundsOf(zone(name), [noon + 10 * HOUR]).at[0]?.today;
    expect([today("UTC"), today("Asia/Shanghai")]).toEqual([midnight / DAY, midnight / DAY + 1]);
  });

  it("reach up to `until` where they end at now, and stay where they are counted from now", () => {
    const boundsOf = rememberBounds(schemeOf({ facts }, noEnvironment, () => true));
    const later = { ...askAt(noon), until: noon + DAY };
    const plain = boundsOf(zone("UTC"), [askAt(noon)]);
    const { lo, hi, at } = boundsOf(zone("UTC"), [later]);
    expect(lo).toEqual(plain.lo);
    expect([...hi]).toEqual([noon + DAY + 1, midnight]);
    expect(at[0]).toMatchObject({ now: noon, until: noon + DAY, today: midnight / DAY });
  });

  it("are one set for asks that differ in their cuts and triggers alone", () => {
    const boundsOf = rememberBounds(schemeOf({ facts }, noEnvironment, () => true));
    const cut = { ...askAt(noon), upTo: 3, trigger: { event: 0, row: 1 } };
    expect(boundsOf(zone("UTC"), [cut])).toBe(boundsOf(zone("UTC"), [askAt(noon)]));
  });

  it("do not change with the list of asks that they were asked with", () => {
    const boundsOf = rememberBounds(schemeOf({ facts }, noEnvironment, () => true));
    const asks = [askAt(noon)];
    boundsOf(zone("UTC"), asks);
    asks[0] = askAt(noon + DAY);
    expect(boundsOf(zone("UTC"), asks).at[0]?.now).toBe(noon + DAY);
  });
});
