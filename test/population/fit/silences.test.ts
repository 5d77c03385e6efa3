import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { DAY } from "../../../src/calendar/civil.js";
import { zone } from "../../../src/calendar/zone.js";
import { windowBounds } from "../../../src/facts/window.js";
import { findPeriod } from "../../../src/population/fit/find.js";
import { type CurvePoint, type PeriodFit, reachedOn } from "../../../src/population/fit/silences.js";
import type { Fit, Length, Test, Text } from "../../../src/program/program.js";
import { common, fitTown, onPage, type Person, town, townProgram, until } from "./town.js";

const days = (n: number): Length => ({ unit: "day", n });
const months = (n: number): Length => ({ unit: "month", n });

function period(changes: Partial<Extract<Fit, { is: "period" }>> = {}): Fit {
  const candidates = [days(3), days(7), days(14), months(1), days(60)];
  const fit = { ...common, is: "period" as const, candidates, event: 0, where: null, observed: 30, below: 50_000 };
  return { ...fit, otherwise: days(90), ...changes };
}

/** Local dates of a person's visits, each once, by another library's idea of zones. */
function datesOf(person: Person, counts: (page: string) => boolean): number[] {
  const dates = person.visits
    .filter(({ at, page }) => at <= until && counts(page))
    .map(({ at }) => {
      const { year, month, day } = DateTime.fromMillis(at, { zone: person.zone });
      return Date.UTC(year, month - 1, day) / DAY;
    });
  return [...new Set(dates)].sort((a, b) => a - b);
}

const walked = new Map<string, number>();

/** Walks day by day: the first date whose `length` before it, and itself so far, are silent. */
function firstSilent(since: number, length: Length): number {
  const key = `${since} ${length.unit} ${length.n}`;
  for (let date = walked.get(key) ?? since + 1; ; date++) {
    const start = DateTime.fromMillis(date * DAY, { zone: "UTC" }).minus({ [length.unit]: length.n });
    if (start.toMillis() / DAY <= since) continue;
    walked.set(key, date);
    return date;
  }
}

function plainCurve(
  people: readonly Person[],
  length: Length,
  observed: number,
  counts: (page: string) => boolean = () => true,
  kept = Number.POSITIVE_INFINITY,
) {
  let [silences, returned] = [0, 0];
  for (const person of people) {
    const local = DateTime.fromMillis(until, { zone: person.zone });
    const today = Date.UTC(local.year, local.month - 1, local.day) / DAY;
    const dates = datesOf(person, counts);
    dates.forEach((date, place) => {
      const reached = firstSilent(date, length);
      const next = dates[place + 1] ?? Number.POSITIVE_INFINITY;
      if (next < reached || reached + observed > today || date < today - kept) return;
      silences++;
      if (next < reached + observed) returned++;
    });
  }
  return { after: length, silences, returned };
}

describe("a silence", () => {
  it("has lasted for a length on the first date on which `did not … for` it holds", () => {
    const place = zone("Asia/Shanghai");
    const start = Date.UTC(2027, 11, 1) / DAY;
    for (let since = start; since < start + 130; since++)
      for (const length of [days(1), days(15), months(1), months(3)]) {
        const holds = (date: number): boolean => {
          const { lo } = windowBounds(
            { is: "for", unit: length.unit as "day", n: length.n },
            place,
            place.startOf(date),
          );
          return place.startOf(since + 1) - 1 < lo;
        };
        const reached = reachedOn(since, length);
        expect([holds(reached), holds(reached - 1)]).toEqual([true, false]);
      }
  });
});

describe("the return rate", () => {
  it("counts the silences of everybody's own local dates", async () => {
    const people = town(400);
    const { fittings } = await fitTown(people, townProgram([period()]));
    const expected = [days(3), days(7), days(14), months(1), days(60)].map((length) => plainCurve(people, length, 30));
    expect(fittings[0]?.seen).toMatchObject({ is: "period", curve: expected });
    expect(expected.map(({ returned }) => returned > 0)).toEqual([true, true, true, true, true]);
  });

  it("takes only the events that count, and what was visible by the fit", async () => {
    const people = town(300, 11).map((person) => ({
      ...person,
      visits: [...person.visits, { at: until + 1, page: "sale" }],
    }));
    const { fittings } = await fitTown(people, townProgram([period({ where: onPage("sale"), observed: 20 })]));
    const expected = [days(3), days(7)].map((length) => plainCurve(people, length, 20, (page) => page === "sale"));
    expect(fittings[0]?.seen).toMatchObject({ curve: expect.arrayContaining(expected) });
  });

  it("begins no silence on dates before which the data is not complete", async () => {
    const people = town(300, 5);
    const program = townProgram([period()]);
    const [visit, pay] = program.events;
    if (!visit || !pay) throw new Error("no events");
    const { fittings } = await fitTown(people, { ...program, events: [{ ...visit, kept: 90 }, pay] });
    const recent = plainCurve(people, days(3), 30, () => true, 90);
    expect(fittings[0]?.seen).toMatchObject({ curve: expect.arrayContaining([recent]) });
    expect(recent.silences).toBeLessThan(plainCurve(people, days(3), 30).silences);
  });

  it("is not counted where SQL can't tell which events count", async () => {
    const mapped: Text = { is: "lookup", map: 0, key: { is: "text", text: { is: "column", column: 0 } } };
    const where: Test = { is: "knownText", value: mapped, said: 0 };
    const maps = [{ id: "pages", label: null, type: { is: "text" as const }, rows: [] }];
    const { fittings, problems } = await fitTown(town(5), { ...townProgram([period({ where })]), maps });
    expect([fittings, problems]).toMatchObject([[], [{ why: "where" }]]);
  });
});

describe("a period", () => {
  /** Of a curve, given by days, silences and how many of them were broken. */
  const found = (...points: readonly (readonly [n: number, silences: number, returned: number])[]) => {
    const fit = period({ below: 50_000 }) as PeriodFit;
    const curve = points.map(([n, silences, returned]): CurvePoint => ({ after: days(n), silences, returned }));
    const { calibration, seen } = findPeriod(fit, curve, until);
    return [calibration.found, calibration.sample, seen.is === "period" && seen.how];
  };
  const otherwise = { is: "period", length: days(90) };

  it("is the smallest candidate whose rate is below the bound, not at it", () => {
    expect(found([7, 2000, 100], [14, 1000, 49], [28, 900, 1])).toEqual([
      { is: "period", length: days(14) },
      1000,
      "found",
    ]);
    expect(found([7, 2000, 99])).toEqual([{ is: "period", length: days(7) }, 2000, "found"]);
  });

  it("is what stands after `otherwise` where no rate is below the bound", () => {
    expect(found([7, 2000, 1000], [14, 1000, 500])).toEqual([otherwise, 2000, "none"]);
  });

  it("is what stands after `otherwise` where fewer than a hundred silences would decide it", () => {
    expect(found([7, 100, 5], [14, 99, 0])).toEqual([otherwise, 100, "thin"]);
    expect(found([7, 99, 0])).toEqual([otherwise, 99, "thin"]);
    expect(found([7, 100, 4], [14, 99, 0])).toEqual([{ is: "period", length: days(7) }, 100, "found"]);
  });
});
