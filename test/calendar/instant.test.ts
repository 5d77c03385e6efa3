import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_INSTANT, formatInstant, isInstant, LAST_INSTANT, parseInstant } from "../../src/calendar/instant.js";

const anyInstant = fc.integer({ min: FIRST_INSTANT, max: LAST_INSTANT });

describe("an instant", () => {
  it("is written as the host writes it, and read back", () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        expect(formatInstant(ms)).toBe(new Date(ms).toISOString());
        expect(parseInstant(formatInstant(ms))).toEqual({ is: "instant", ms });
      }),
      { numRuns: 5000 },
    );
  });

  it("is read as the host reads it, with any offset", () => {
    const offset = fc.integer({ min: -1439, max: 1439 });
    const year = 366 * 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: FIRST_INSTANT + year, max: LAST_INSTANT - year }), offset, (ms, minutes) => {
        const local = formatInstant(ms + minutes * 60_000).slice(0, -1);
        const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const digits = [hour, minute].map((each) => String(each).padStart(2, "0"));
        const sign = minutes < 0 ? "-" : "+";
        expect(parseInstant(`${local}${sign}${digits.join(":")}`)).toEqual({ is: "instant", ms });
        expect(parseInstant(`${local}${sign}${digits.join("")}`)).toEqual({ is: "instant", ms });
        expect(Date.parse(`${local}${sign}${digits.join(":")}`)).toBe(ms);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["2018-07-20T18:00Z", "2018-07-20T18:00:00.000Z"],
    ["2018-07-20T18:00:30Z", "2018-07-20T18:00:30.000Z"],
    ["2018-07-20T14:00:00-04:00", "2018-07-20T18:00:00.000Z"],
    ["2018-07-20T14:00:00-04", "2018-07-20T18:00:00.000Z"],
    ["2018-07-20T23:45:00.5+05:45", "2018-07-20T18:00:00.500Z"],
    ["2018-07-20T18:00:00,25Z", "2018-07-20T18:00:00.250Z"],
    ["2018-07-20T18:00:00.9999999Z", "2018-07-20T18:00:00.999Z"],
    ["1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"],
    ["2020-02-29T00:00:00Z", "2020-02-29T00:00:00.000Z"],
  ])("%s is %s: finer than a millisecond is floored, also before 1970", (text, same) => {
    const parsed = parseInstant(text);
    expect(parsed.is === "instant" && formatInstant(parsed.ms)).toBe(same);
  });

  it.each([
    ["2018-07-20T18:00:00", "no zone"],
    ["2018-07-20T18:00", "no zone"],
    ["2018-07-20", "no clock"],
    ["2018-02-30T00:00:00Z", "not a date"],
    ["2018-02-29", "not a date"],
    ["2018-13-01T00:00:00Z", "not a date"],
    ["2018-07-20T24:00:00Z", "not a date"],
    ["2018-07-20T18:60:00Z", "not a date"],
    ["2018-07-20T18:00:60Z", "not a date"],
    ["2018-07-20T18:00:00+24:00", "not a date"],
    ["2018-07-20T18:00:00+08:60", "not a date"],
    ["0000-07-20T18:00:00Z", "out of range"],
    ["0001-01-01T00:00:00+08:00", "out of range"],
    ["9999-12-31T23:00:00-08:00", "out of range"],
    ["+012018-07-20T18:00:00Z", "not an instant"],
    ["2018-07-20 18:00:00Z", "not an instant"],
    ["2018-07-20t18:00:00z", "not an instant"],
    ["2018-07-20T18Z", "not an instant"],
    ["2018-07-20Z", "not an instant"],
    ["2018-07-20T18:00:00.Z", "not an instant"],
    ["2018-07-20T18:00:00 +08:00", "not an instant"],
    ["2018-07-20T18:00:00Z\n", "not an instant"],
    ["1532109600000", "not an instant"],
    ["yesterday", "not an instant"],
    ["", "not an instant"],
  ])("%j is refused: %s", (text, why) => {
    expect(parseInstant(text)).toEqual({ is: "failure", why });
  });

  it("never throws, whatever the text", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789-:T.Z+") }));
    fc.assert(
      fc.property(text, (given) => {
        expect(["instant", "failure"]).toContain(parseInstant(given).is);
      }),
      { numRuns: 3000 },
    );
  });

  it("is a whole number of milliseconds in the years 1 to 9999", () => {
    expect([0, FIRST_INSTANT, LAST_INSTANT].every(isInstant)).toBe(true);
    for (const ms of [0.5, FIRST_INSTANT - 1, LAST_INSTANT + 1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(isInstant(ms)).toBe(false);
  });
});
