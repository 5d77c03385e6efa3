import { expect } from "vitest";
import { dateOf, formatDate } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { compileOccurrences, type Occurrences } from "../../src/occur/occurrences.js";
import type { When } from "../../src/program/program.js";
import { DAY, HOUR, programOf } from "./program.js";

const MINUTE = 60_000;
/** Some clocks change a minute past the hour, but all of them differ by quarters. */
const STEP = 5 * MINUTE;
const FROM = dateOf(2015, 1, 1) * DAY;
const TO = dateOf(2038, 1, 1) * DAY;

/** Every quarter of an hour of the clock, once a day: a strategy each. */
const quarters = Array.from({ length: 96 }, (_, quarter) => quarter * 15);
const daily: Occurrences = compileOccurrences(
  programOf(
    quarters.map((minute): { id: string; when: When } => ({
      id: `at${minute}`,
      when: { is: "every", day: { is: "day" }, minute },
    })),
  ),
);
const hourly: Occurrences = compileOccurrences(programOf([{ id: "hourly", when: { is: "hourly" } }]));

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows, as `2018-03-11 03:30`, by the host. */
function wall(name: string, instant: number): string {
  let format = clocks.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    clocks.set(name, format);
  }
  return format.format(instant);
}

/**
 * Looks at each change of a zone's offset from 2015 to 2037, two hours on either side: every schedule of the day whose clock time lies
 * there fires once on each date that was not skipped, where the wall first shows it, or, in a gap, the gap's length later; nothing
 * fires on a skipped date; and hours fire at every full hour that the wall shows for the first time. Returns how many changes there were.
 */
export function expectSchedulesAroundChanges(name: string): number {
  const here = zone(name);
  const changes = here.transitions(FROM, TO);
  for (const { at: change, offset } of changes) {
    const gap = offset - here.offsetAt(change - 1);
    const [since, until] = [change - 2 * HOUR, change + 2 * HOUR];
    const first = shownFirst(name, since, until);
    expectDaily(name, since, until, first, change, gap);
    expectHourly(name, since, until, first);
  }
  return changes.length;
}

type Shown = ReadonlyMap<string, number>;

/** Times of the wall in `(since, until]`, in steps of five minutes, each with the instant at which it is shown first. */
function shownFirst(name: string, since: number, until: number): Map<string, number> {
  const first = new Map<string, number>();
  // A time that is shown again was shown up to a day before.
  for (let instant = since - DAY - (since % STEP); instant <= until; instant += STEP) {
    const text = wall(name, instant);
    if (!first.has(text)) first.set(text, instant);
  }
  return first;
}

function expectDaily(name: string, since: number, until: number, first: Shown, change: number, gap: number): void {
  const here = zone(name);
  const wanted: string[] = [];
  for (let date = here.dateAt(since) - 1; date <= here.dateAt(until) + 1; date++)
    for (const minute of quarters) {
      const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      const local = date * DAY + minute * MINUTE;
      // What the wall never shows lies in the gap, whose end is the change: so long after the change as it lay in the gap.
      const inGap =
        gap > 0 && gap < DAY && local >= change + here.offsetAt(change) - gap && local < change + here.offsetAt(change);
      const instant = inGap
        ? change + (local - (change + here.offsetAt(change) - gap))
        : first.get(`${formatDate(date)} ${clock}`);
      if (instant !== undefined && instant > since && instant <= until)
        wanted.push(`${new Date(instant).toISOString()} ${formatDate(date)}T${clock}`);
    }
  const { asks, occurrences } = daily.shared(here, since, until);
  const found = occurrences.map(({ at, key }) => `${new Date(asks[at]?.now ?? 0).toISOString()} ${key}`);
  expect([name, ...found.sort()]).toEqual([name, ...wanted.sort()]);
}

function expectHourly(name: string, since: number, until: number, first: Shown): void {
  const { asks, occurrences } = hourly.shared(zone(name), since, until);
  const found = new Set(occurrences.map(({ at }) => asks[at]?.now ?? 0));
  expect(found.size).toBe(occurrences.length);
  for (const [text, instant] of first)
    if (text.endsWith(":00") && instant > since && instant <= until)
      expect([name, text, found.has(instant)]).toEqual([name, text, true]);
}
