import { DateTime } from "luxon";
import type { EventFact, Fact, Moment, Point, SequenceFact, Test, Window } from "../../src/program/program.js";

/** An event as the oracle sees it: no columns, no order but that of its list, which stands for that of ids. */
export interface Happening {
  readonly occurred: number;
  readonly seq?: number;
  readonly received: number | null;
  /** Field values by place: `null` is unknown. */
  readonly fields: readonly (number | string | null)[];
}

/** An event by its kind and its place in the list of that kind. */
export interface Place {
  readonly event: number;
  readonly index: number;
}

/** What a fact is asked about. */
export interface World {
  readonly zone: string;
  readonly now: number;
  /** The instant up to which things are seen; now if absent. */
  readonly until?: number;
  /** The last event, in total order, that is seen; none if absent. */
  readonly cut?: Place | null;
  /** The event that triggered the question. */
  readonly trigger?: Place | null;
  readonly settle: number;
  /** By the event's place. */
  readonly events: readonly (readonly Happening[])[];
  /** `null` is unknown. */
  readonly profile: readonly (number | string | null)[];
  /** The places of the profile's dates. */
  readonly dates: ReadonlySet<number>;
  readonly passes: (where: Test | null, event: Happening) => boolean;
}

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** What the calendar on the wall shows, as days since 1970-01-01. */
function wallDate(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(zone, format);
  }
  return Date.parse(`${format.format(instant)}T00:00:00Z`) / DAY;
}

/** The first quarter of an hour at which the wall shows the date, or a later one. */
export function startOfDate(zone: string, date: number): number {
  const key = `${zone} ${date}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  let instant = date * DAY - DAY - 4 * QUARTER;
  while (wallDate(zone, instant) < date) instant += QUARTER;
  starts.set(key, instant);
  return instant;
}

/** The last date that has begun. */
export function localDate(zone: string, instant: number): number {
  let date = wallDate(zone, instant) - 2;
  while (startOfDate(zone, date + 1) <= instant) date++;
  return date;
}

/** A date moved by whole days, or by whole months, by luxon. */
function moved(date: number, unit: "day" | "month", n: number): number {
  const from = DateTime.fromMillis(date * DAY, { zone: "UTC" });
  return from.plus(unit === "day" ? { days: n } : { months: n }).toMillis() / DAY;
}

/** Something at an instant; `seq` if it is an event, `date` if it is a whole local day that starts then. */
interface Placed {
  readonly at: number;
  readonly seq: number | null;
  readonly date?: number;
}

/** Between events of one instant the greater seq is later; all else at one instant is neither earlier nor later. */
function isLater(one: Placed, other: Placed): boolean {
  if (one.at !== other.at) return one.at > other.at;
  return one.seq !== null && other.seq !== null && one.seq > other.seq;
}

/** The sentences of the table of windows, one by one; what ends at now goes on to `until`. */
function isInWindow(window: Window, world: World, it: Placed): boolean {
  const { zone, now, until = now } = world;
  if (it.at > until) return false;
  const today = localDate(zone, now);
  const date = localDate(zone, it.at);
  switch (window.is) {
    case "ever":
      return true;
    case "span":
      return it.at >= now - window.ms;
    case "spanAgo":
      return it.at >= now - window.far && it.at <= now - window.near;
    case "last":
      return date > moved(today, window.unit, -window.n);
    case "previous":
      return date >= moved(today, window.unit, -window.n) && date < today;
    case "for":
      return date >= moved(today, window.unit, -window.n);
    case "ago":
      return date >= moved(today, window.unit, -window.far) && date <= moved(today, window.unit, -window.near);
    case "dates":
      return date >= window.from && (window.to === null || date <= window.to);
    case "thisWeek": {
      let monday = today;
      while (DateTime.fromMillis(monday * DAY, { zone: "UTC" }).weekday !== window.starts) monday--;
      return date >= monday;
    }
    case "thisMonth":
      return at(date) >= at(today).startOf("month");
    case "thisYear":
      return at(date) >= at(today).startOf("year");
    default: {
      const moment = placedOf(window.moment, world);
      return moment !== null && isBeside(window, zone, moment, it, date);
    }
  }
}

function at(date: number): DateTime {
  return DateTime.fromMillis(date * DAY, { zone: "UTC" });
}

function isBeside(
  window: Extract<Window, { moment: Moment }>,
  zone: string,
  moment: Placed,
  it: Placed,
  date: number,
): boolean {
  const whole = moment.date !== undefined;
  const of = moment.date ?? localDate(zone, moment.at);
  const begun = whole ? it.at >= moment.at : isLater(it, moment);
  if (window.is === "since") return begun;
  const { unit, n } = window;
  if (window.is === "after") return begun && (unit === "ms" ? it.at <= moment.at + n : date <= moved(of, unit, n));
  const ended = whole ? it.at < moment.at : isLater(moment, it);
  return ended && (unit === "ms" ? it.at >= moment.at - n : date >= moved(of, unit, -n));
}

/** Visible events of one kind that pass a filter, in total order. */
function seenOf(world: World, event: number, where: Test | null): Happening[] {
  const { events, now, until = now, cut = null, settle, passes } = world;
  return (events[event] ?? [])
    .filter((_, index) => cut === null || !isAfter(world, { event, index }, cut))
    .filter(({ occurred, received }) => occurred <= until && (received === null || received - settle <= until))
    .filter((each) => passes(where, each))
    .sort((a, b) => a.occurred - b.occurred || (a.seq ?? 0) - (b.seq ?? 0));
}

/** The total order: by instant, then by seq, then by id, which is the place in the list and then the kind. */
function isAfter({ events }: World, one: Place, other: Place): boolean {
  const [a, b] = [one, other].map(({ event, index }) => {
    const { occurred = 0, seq = 0 } = events[event]?.[index] ?? {};
    return [occurred, seq, index, event];
  }) as [number[], number[]];
  const differs = a.findIndex((value, index) => value !== b[index]);
  return differs >= 0 && (a[differs] as number) > (b[differs] as number);
}

/** The hour that the clock on the wall shows. */
function wallHour(zone: string, instant: number): number {
  return DateTime.fromMillis(instant, { zone }).hour;
}

function placed({ occurred, seq = 0 }: Happening): Placed {
  return { at: occurred, seq };
}

function eventOf({ event, where, nth }: Point, world: World): Happening | null {
  return seenOf(world, event, where).at(nth === "last" ? -1 : nth - 1) ?? null;
}

function placedOf(moment: Moment, world: World): Placed | null {
  if (moment.is === "point") {
    const event = eventOf(moment, world);
    return event && placed(event);
  }
  const value = moment.is === "date" ? moment.date : world.profile[moment.field];
  if (typeof value !== "number") return null;
  if (moment.is === "profile" && !world.dates.has(moment.field)) return { at: value, seq: null };
  return { at: startOfDate(world.zone, value), seq: null, date: value };
}

/** A fact, by looking at every event. Unknown is `null`. */
export function factByScan(fact: Fact, world: World): number | string | null {
  switch (fact.is) {
    case "now":
      return world.now;
    case "today":
      return localDate(world.zone, world.now);
    case "profile":
      return world.profile[fact.field] ?? null;
    case "profileDate": {
      const instant = world.profile[fact.field];
      return typeof instant === "number" ? localDate(world.zone, instant) : null;
    }
    case "trigger": {
      const { trigger = null, events } = world;
      if (trigger === null || trigger.event !== fact.event) return null;
      return events[trigger.event]?.[trigger.index]?.fields[fact.field] ?? null;
    }
    case "strategyTag":
      return 0;
    case "hour":
      return seenOf(world, fact.event, null).filter(
        ({ occurred }) =>
          wallHour(world.zone, occurred) === fact.hour &&
          localDate(world.zone, occurred) >= localDate(world.zone, world.now) - fact.days,
      ).length;
    case "pointInstant":
      return eventOf(fact.point, world)?.occurred ?? null;
    case "pointDate": {
      const event = eventOf(fact.point, world);
      return event && localDate(world.zone, event.occurred);
    }
    case "pointField":
      return eventOf(fact.point, world)?.fields[fact.field] ?? null;
    case "momentIn": {
      const moment = placedOf(fact.moment, world);
      return moment !== null && isInWindow(fact.window, world, moment) ? 1 : 0;
    }
    case "sequence":
      return canFollow(fact, world, 0, null) ? 1 : 0;
    default:
      return ofEvents(fact, world);
  }
}

function ofEvents(fact: EventFact, world: World): number | string | null {
  const seen = seenOf(world, fact.event, fact.where).filter((each) => isInWindow(fact.window, world, placed(each)));
  const known = "field" in fact ? seen.map(({ fields }) => fields[fact.field] ?? null).filter((v) => v !== null) : [];
  const numbers = known.filter((value) => typeof value === "number").sort((left, right) => left - right);
  switch (fact.is) {
    case "count":
      return seen.length;
    case "days":
      return new Set(seen.map(({ occurred }) => localDate(world.zone, occurred))).size;
    case "countKnown":
      return known.length;
    case "sum":
      return numbers.reduce((sum, value) => sum + value, 0);
    case "min":
      return numbers[0] ?? null;
    case "max":
      return numbers.at(-1) ?? null;
    case "distinct":
      return known.filter((value, place) => known.indexOf(value) === place).length;
    case "mostFrequent": {
      const times = (value: number | string) => known.filter((other) => other === value).length;
      return known.reduceRight<number | string | null>(
        (best, value) => (best === null || times(value) > times(best) ? value : best),
        null,
      );
    }
  }
}

/** Tries every event for the step at a place and those after it; `before` was chosen for the nearest step before. */
function canFollow(fact: SequenceFact, world: World, place: number, before: Happening | null): boolean {
  const next = fact.steps.findIndex(({ no }, index) => index >= place && !no);
  const until = next < 0 ? fact.steps.length : next;
  const guards = fact.steps.slice(place, until);
  const isClear = (event: Happening | null): boolean =>
    before === null ||
    guards.every((guard) =>
      seenOf(world, guard.event, guard.where).every(
        (other) =>
          !isLater(placed(other), placed(before)) ||
          (event !== null && !isLater(placed(event), placed(other))) ||
          !isSame(guard.same, before, other) ||
          !isWithin(guard.within, world.zone, before, other),
      ),
    );
  const step = fact.steps[next];
  if (!step) {
    return isClear(null) && guards.every(({ within }) => before !== null && hasElapsed(within, world, before));
  }
  return seenOf(world, step.event, step.where).some(
    (event) =>
      isInWindow(fact.window, world, placed(event)) &&
      (before === null ||
        (isLater(placed(event), placed(before)) &&
          isSame(step.same, before, event) &&
          isWithin(step.within, world.zone, before, event))) &&
      isClear(event) &&
      canFollow(fact, world, next + 1, event),
  );
}

type Step = SequenceFact["steps"][number];

function isSame(same: Step["same"], before: Happening, event: Happening): boolean {
  if (same === null) return true;
  const value = event.fields[same.field] ?? null;
  return value !== null && value === before.fields[same.before];
}

function isWithin(within: Step["within"], zone: string, before: Happening, event: Happening): boolean {
  if (within === null) return true;
  if (within.unit === "ms") return event.occurred - before.occurred <= within.n;
  return localDate(zone, event.occurred) <= moved(localDate(zone, before.occurred), within.unit, within.n);
}

function hasElapsed(within: Step["within"], { zone, now }: World, before: Happening): boolean {
  if (within === null) return true;
  if (within.unit === "ms") return now - before.occurred >= within.n;
  return localDate(zone, now) > moved(localDate(zone, before.occurred), within.unit, within.n);
}
