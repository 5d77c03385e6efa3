import { IANAZone } from "luxon";
import { expect } from "vitest";
import { zone } from "../../src/calendar/zone.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Walks from hour to hour with luxon's offsets, and expects our transitions to be those that it passes: as many, each
 * within its hour, each with the offset that follows, and to the millisecond. Returns the hours walked.
 */
export function expectTransitionsOfWalk(name: string, from: number, to: number): number {
  const reader = IANAZone.create(name);
  const offsetAt = (instant: number) => Math.round(reader.offset(instant) * MINUTE);
  const walked: { after: number; offset: number }[] = [];
  let old = offsetAt(from);
  for (let hour = from + HOUR; hour < to; hour += HOUR) {
    const offset = offsetAt(hour);
    if (offset !== old) walked.push({ after: hour - HOUR, offset });
    old = offset;
  }
  const found = zone(name).transitions(from + 1, to - HOUR + 1);
  expect(found.map((each) => each.offset)).toEqual(walked.map((each) => each.offset));
  for (const [i, { at, offset }] of found.entries()) {
    const after = walked[i]?.after ?? Number.NaN;
    expect(at > after && at <= after + HOUR).toBe(true);
    expect(offsetAt(at - 1)).not.toBe(offset);
    expect(offsetAt(at)).toBe(offset);
  }
  return (to - from) / HOUR;
}
