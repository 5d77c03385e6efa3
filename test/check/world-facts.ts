import type { EventFact, Fact, Moment, Point, SequenceStep, Test, Window } from "../../src/program/program.js";

// Facts of one user in UTC, each found by looking at all events.

export const DAY = 86_400_000;

export type Known = number | string | null;

/** One event: its instant and its fields as stored, `null` for unknown. */
export interface Happening {
  readonly event: number;
  readonly at: number;
  readonly fields: readonly Known[];
}

/** A user in UTC at an instant. `instants` are the fields of the profile that are instants, by place. */
export interface World {
  readonly now: number;
  readonly profile: readonly Known[];
  readonly instants?: readonly number[];
  readonly events: readonly Happening[];
}

export type Passes = (where: Test | null, fields: readonly Known[]) => boolean;

interface Seen extends World {
  readonly passes: Passes;
}

export function factOf(fact: Fact, world: World, passes: Passes): Known {
  const seen: Seen = { ...world, passes };
  switch (fact.is) {
    case "now":
      return world.now;
    case "today":
      return dateOf(world.now);
    case "profile":
      return world.profile[fact.field] ?? null;
    case "profileDate": {
      const instant = world.profile[fact.field];
      return typeof instant === "number" ? dateOf(instant) : null;
    }
    case "pointInstant":
      return eventAt(fact.point, seen)?.at ?? null;
    case "pointDate": {
      const event = eventAt(fact.point, seen);
      return event ? dateOf(event.at) : null;
    }
    case "pointField":
      return eventAt(fact.point, seen)?.fields[fact.field] ?? null;
    case "momentIn": {
      const at = momentOf(fact.moment, seen);
      return at !== null && at.start <= world.now && inWindow(fact.window, at.start, seen) ? 1 : 0;
    }
    case "trigger":
    case "strategyTag":
    case "hour":
      throw new Error(`no history tells \`${fact.is}\``);
    case "sequence":
      return follows(fact.steps, null, seen, fact.window) ? 1 : 0;
    default:
      return measure(
        fact,
        matching(fact, seen).filter(({ at }) => inWindow(fact.window, at, seen)),
      );
  }
}

function dateOf(instant: number): number {
  return Math.floor(instant / DAY);
}

function matching({ event, where }: { event: number; where: Test | null }, { events, passes }: Seen): Happening[] {
  return events.filter((each) => each.event === event && passes(where, each.fields)).sort((a, b) => a.at - b.at);
}

function eventAt(point: Point, seen: Seen): Happening | undefined {
  const found = matching(point, seen);
  return point.nth === "last" ? found.at(-1) : found[point.nth - 1];
}

/** A date is its whole day. */
interface At {
  readonly start: number;
  readonly isDate: boolean;
}

function momentOf(moment: Moment, seen: Seen): At | null {
  if (moment.is === "date") return { start: moment.date * DAY, isDate: true };
  if (moment.is === "point") {
    const event = eventAt(moment, seen);
    return event ? { start: event.at, isDate: false } : null;
  }
  const value = seen.profile[moment.field];
  if (typeof value !== "number") return null;
  const isInstant = seen.instants?.includes(moment.field) ?? false;
  return { start: isInstant ? value : value * DAY, isDate: !isInstant };
}

function measure(fact: EventFact, found: readonly Happening[]): Known {
  if (fact.is === "count") return found.length;
  if (fact.is === "days") return new Set(found.map(({ at }) => dateOf(at))).size;
  if (!("field" in fact)) throw new Error(`a fact without a field: ${fact.is}`);
  const values = found.flatMap((each) => each.fields[fact.field] ?? []);
  if (fact.is === "countKnown") return values.length;
  if (fact.is === "distinct") return new Set(values).size;
  if (fact.is === "mostFrequent") return mostFrequent(values);
  const numbers = values.map(Number);
  if (fact.is === "sum") return numbers.reduce((sum, value) => sum + value, 0);
  if (numbers.length === 0) return null;
  return fact.is === "min" ? Math.min(...numbers) : Math.max(...numbers);
}

function mostFrequent(values: readonly (number | string)[]): Known {
  const often = (value: number | string): number => values.filter((each) => each === value).length;
  const most = Math.max(0, ...values.map(often));
  return values.findLast((value) => often(value) === most) ?? null;
}

function inWindow(window: Window, at: number, seen: Seen): boolean {
  const { now } = seen;
  const today = dateOf(now);
  const [date, { year, month, weekday }] = [dateOf(at), calendar(now)];
  const back = ({ unit }: { unit: "day" | "month" }, n: number): number =>
    unit === "day" ? today - n : monthsBack(today, n);
  if (at > now) return false;
  switch (window.is) {
    case "ever":
      return true;
    case "span":
      return at >= now - window.ms;
    case "spanAgo":
      return at >= now - window.far && at <= now - window.near;
    case "last":
      return date > back(window, window.n);
    case "for":
      return date >= back(window, window.n);
    case "previous":
      return date >= back(window, window.n) && date < today;
    case "ago":
      return date >= back(window, window.far) && date <= back(window, window.near);
    case "thisWeek":
      return date >= today - ((weekday - window.starts + 7) % 7);
    case "thisMonth":
      return calendar(at).year === year && calendar(at).month === month;
    case "thisYear":
      return calendar(at).year === year;
    case "dates":
      return date >= window.from && (window.to === null || date <= window.to);
    default: {
      const moment = momentOf(window.moment, seen);
      return moment !== null && isBeside(window, moment, at);
    }
  }
}

function isBeside(window: Window & { is: "after" | "before" | "since" }, { start, isDate }: At, at: number): boolean {
  const later = isDate ? at >= start : at > start;
  if (window.is === "since") return later;
  const date = dateOf(start);
  const edge = (n: number): number => (window.unit === "month" ? monthsBack(date, -n) : date + n);
  if (window.is === "after") {
    return later && (window.unit === "ms" ? at <= start + window.n : dateOf(at) <= edge(window.n));
  }
  return at < start && (window.unit === "ms" ? at >= start - window.n : dateOf(at) >= edge(-window.n));
}

/** Whether the steps from some place on can follow an event; every choice is tried. */
function follows(steps: readonly SequenceStep[], last: Happening | null, seen: Seen, window: Window): boolean {
  const next = steps.findIndex((step) => !step.no);
  const until = next < 0 ? steps.length : next;
  const forbidden = (end: number): boolean =>
    steps.slice(0, until).some((step) => candidates(step, last, seen).some(({ at }) => at < end));
  const step = steps[next];
  if (!step) {
    const elapsed = steps.every(({ within }) => !within || !last || isOver(within, last.at, seen.now));
    return elapsed && !forbidden(Number.POSITIVE_INFINITY);
  }
  return candidates(step, last, seen).some(
    (event) =>
      inWindow(window, event.at, seen) && !forbidden(event.at) && follows(steps.slice(next + 1), event, seen, window),
  );
}

function isOver({ unit, n }: NonNullable<SequenceStep["within"]>, after: number, now: number): boolean {
  if (unit === "ms") return now - after >= n;
  const date = dateOf(after);
  return dateOf(now) > (unit === "day" ? date + n : monthsBack(date, -n));
}

function candidates(step: SequenceStep, last: Happening | null, seen: Seen): Happening[] {
  return matching(step, seen).filter((event) => {
    if (!last) return true;
    const { same, within } = step;
    const value = same && event.fields[same.field];
    if (same && (value === null || value !== last.fields[same.before])) return false;
    const at = { start: last.at, isDate: false };
    return isBeside(
      within
        ? { is: "after", moment: { is: "date", date: 0 }, ...within }
        : { is: "since", moment: { is: "date", date: 0 } },
      at,
      event.at,
    );
  });
}

function calendar(instant: number): { year: number; month: number; weekday: number } {
  const at = new Date(instant);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), weekday: at.getUTCDay() === 0 ? 7 : at.getUTCDay() };
}

export function monthsBack(date: number, months: number): number {
  const at = new Date(date * DAY);
  const end = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months + 1, 0)).getUTCDate();
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, Math.min(at.getUTCDate(), end)) / DAY;
}
