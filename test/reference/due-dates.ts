import type { Clock as ClockTime, Quantity, When } from "../../src/syntax/tree.js";
import { BeyondHorizon, type Calendar } from "./calendar.js";
import { DAY, dateText, dayOfYear, shiftMonths, weekdayOf } from "./clock.js";
import type { Start } from "./due.js";
import { inLunarYear } from "./lunar.js";
import type { Person } from "./person.js";
import { dateWritten, lengthOf } from "./window.js";

type Every = Extract<When, { is: "every" }>;
type Dated = Extract<When, { is: "dated" }>;

/** Whatever falls on civil dates at clock times: those that may lie in `(since, until]`, and some beside. */
export function civilDates(
  when: Every | Dated | Extract<When, { is: "once" }>,
  person: Person,
  since: number,
  until: number,
): Start[] {
  const dates = datesBetween(since, until);
  switch (when.is) {
    case "once":
      return startsAt([dateWritten(when.date)], [minuteOf(when.at)], person, withClock);
    case "dated":
      return startsAt(
        datedDates(
          when,
          person,
          dates,
          [since, until].map((at) => person.clock.dateAt(at)),
        ),
        [minuteOf(when.at)],
        person,
        dateText,
      );
    case "every": {
      const minutes = when.day.is === "hour" ? wholeHours : [minuteOf(when.at)];
      const near = startsAt(dates, minutes, person, withClock);
      return near.filter(
        ({ instant, date }) => instant > since && instant <= until && falls(when.day, date, person.catalogue.calendar),
      );
    }
  }
}

const wholeHours = Array.from({ length: 24 }, (_, hour) => 60 * hour);

/** Clock times on dates, in order. Those that resolve to one instant are one occurrence, the first; a skipped date has none. */
function startsAt(
  dates: readonly number[],
  minutes: readonly number[],
  { clock }: Person,
  keyOf: (date: number, minute: number) => string,
): Start[] {
  const starts = new Map<number, Start>();
  for (const date of dates)
    for (const minute of minutes) {
      const instant = clock.resolve(date, minute);
      if (instant === null || starts.has(instant)) continue;
      starts.set(instant, { instant, date, key: keyOf(date, minute), trigger: null, counts: () => true });
    }
  return [...starts.values()];
}

/** Every date that any zone may show between two instants, with days to spare. */
export function datesBetween(since: number, until: number): number[] {
  const first = Math.floor(since / DAY) - 2;
  const last = Math.floor(until / DAY) + 2;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function falls(day: Every["day"], date: number, calendar: Calendar | null): boolean {
  const known = () => {
    if (calendar === null) throw new Error("the project has no calendar");
    return calendar;
  };
  switch (day.is) {
    case "day":
    case "hour":
      return true;
    case "weekday":
      return weekdays.indexOf(day.name.text.toLowerCase()) + 1 === weekdayOf(date);
    case "lastDayOfMonth":
      return isFirstOfMonth(date + 1);
    case "dayOfMonth": {
      const wanted = Number(day.day.amount);
      const shown = Number(dateText(date).slice(-2));
      // A month that is shorter has it on its last day.
      return shown === wanted || (shown < wanted && isFirstOfMonth(date + 1));
    }
    case "workday":
      return known().worksOn(date);
    case "holiday":
      return known().isHoliday(date);
    case "makeupWorkday":
      return known().worksOn(date) && weekdayOf(date) > 5;
  }
}

function isFirstOfMonth(date: number): boolean {
  return dateText(date).endsWith("-01");
}

/** The dates, moved by the shift, of a field of the profile or of a festival, year by year. `shown`: those of the interval itself. */
function datedDates(when: Dated, person: Person, near: readonly number[], shown: readonly number[]): number[] {
  const [first = "", field] = when.date.names.map((name) => name.text);
  const yearly = field === undefined ? festivalDates(first, person) : anniversaries(field, person);
  const shift = when.shift;
  const moved = (date: number) => (shift === null ? date : shiftDate(date, shift.length, shift.side));
  if (field === undefined) {
    const back = shift === null ? null : ({ after: "before", before: "after" } as const)[shift.side];
    const asked = shown.map((date) => (shift === null || back === null ? date : shiftDate(date, shift.length, back)));
    mustKnow(first, asked, person);
  }
  const years = yearsAround(near, shift?.length ?? null);
  const dates = years.flatMap((year) => yearly(year)).map(moved);
  return [...new Set(dates)].filter((date) => near.includes(date)).sort((a, b) => a - b);
}

function shiftDate(date: number, written: Quantity, side: "before" | "after"): number {
  const length = lengthOf(written);
  const sign = side === "before" ? -1 : 1;
  if (length?.is === "days") return date + sign * length.days;
  if (length?.is === "months") return shiftMonths(date, sign * length.months);
  throw new Error("dates are moved by days, weeks, months or years");
}

/** All years whose dates the shift may bring near. */
function yearsAround(near: readonly number[], written: Quantity | null): number[] {
  const length = written === null ? null : lengthOf(written);
  const spare =
    2 + (length?.is === "days" ? Math.ceil(length.days / 365) : length?.is === "months" ? length.months / 12 : 0);
  const yearOf = (date: number | undefined) => Number(dateText(date ?? 0).slice(0, 4));
  const first = Math.floor(yearOf(near[0]) - spare);
  const last = Math.ceil(yearOf(near.at(-1)) + spare);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A festival's dates. */
function festivalDates(id: string, { catalogue: { calendar } }: Person): (year: number) => readonly number[] {
  if (calendar === null) throw new Error("the project has no calendar");
  return (year) => calendar.festival(id, year);
}

/** Nothing is guessed where one asks about dates of which it is not known whether a festival falls on them. */
function mustKnow(id: string, asked: readonly number[], { catalogue: { calendar } }: Person): void {
  const known = calendar?.known(id);
  const beyond = asked.find((date) => known !== undefined && (date < known.from || date > known.until));
  if (beyond !== undefined) throw new BeyondHorizon(`nobody knows whether ${id} falls on ${dateText(beyond)}`);
}

/** A date of the profile, from its own year on; none where it is unknown. */
function anniversaries(field: string, { profile, clock }: Person): (year: number) => readonly number[] {
  const value = profile.get(field) ?? null;
  if (value === null) return () => [];
  if (value.is === "lunarDate") {
    const { date } = value;
    return (year) => (year < date.year ? [] : [inLunarYear(date, year)].flatMap((each) => each ?? []));
  }
  if (value.is !== "date" && value.is !== "instant") throw new TypeError(`a ${value.is} has no anniversary`);
  const [year = 0, month = 0, day = 0] = dateText(value.is === "date" ? value.date : clock.dateAt(value.instant))
    .split("-")
    .map(Number);
  return (asked) => (asked < year ? [] : [dayOfYear(asked, month, day)]);
}

export function minuteOf(at: ClockTime | null): number {
  if (at === null) throw new Error("a clock time is missing");
  return at.hour * 60 + at.minute;
}

function withClock(date: number, minute: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${dateText(date)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
