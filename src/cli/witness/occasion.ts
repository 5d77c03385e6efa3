import { civilOf, DAY, daysInMonth, MINUTE, weekday } from "../../calendar/civil.js";
import { formatInstant } from "../../calendar/instant.js";
import { zone } from "../../calendar/zone.js";
import type { DayRule, Length, Program, When } from "../../program/program.js";

/** When an example is looked at: the instant of the decision, and for a strategy that an event starts, that event's. */
export interface Occasion {
  readonly now: number;
  readonly today: number;
  readonly trigger: { readonly event: number; readonly at: number } | null;
  /** A field of the profile that must lie so that the day is one of its anniversaries. */
  readonly anniversary: { readonly field: number; readonly date: number } | null;
  readonly since: string;
  readonly until: string;
}

/** A Wednesday that is a workday, with a past behind it; other days are looked for from here. */
const BASE = Math.floor(Date.UTC(2026, 5, 17) / DAY);
const NOON = 12 * 60;

/** An occasion at which a strategy looks at users; `null` for schedules for which none is made up. */
export function occasionOf(program: Program, when: When): Occasion | null {
  switch (when.is) {
    case "hourly":
      return at(program, BASE, NOON);
    case "every": {
      const date = firstDate(when.day);
      return date === null ? null : at(program, date, when.minute);
    }
    case "once":
      return at(program, when.date, when.minute);
    case "anniversary": {
      // A day of the moon has no fixed place in the year.
      if (when.shift.unit === "month" || program.user.fields[when.field]?.type.is === "lunarDate") return null;
      const made = at(program, BASE, when.minute);
      // A few decades before, on the same day of the year but for the shift.
      const { month, day, year } = civilOf(BASE - when.shift.n);
      const date = Math.floor(Date.UTC(year - 30, month - 1, day) / DAY);
      return { ...made, anniversary: { field: when.field, date } };
    }
    case "happens":
      return started(program, when.pattern.event, { unit: "ms", n: 0 });
    case "nth":
      return started(program, when.pattern.event, when.after);
    case "absence":
      return started(program, when.first.event, when.within);
    default:
      return null;
  }
}

function firstDate(rule: DayRule): number | null {
  for (let date = BASE; date < BASE + 62; date++) {
    const { year, month, day } = civilOf(date);
    const last = daysInMonth(year, month);
    if (rule.is === "day" || rule.is === "workday") return date;
    if (rule.is === "weekday" && weekday(date) === rule.weekday) return date;
    if (rule.is === "lastDayOfMonth" && day === last) return date;
    if (rule.is === "dayOfMonth" && day === Math.min(rule.day, last)) return date;
  }
  return null;
}

function at(program: Program, date: number, minute: number): Occasion {
  const { zone: name, settle } = program.project;
  const own = zone(name);
  const now = own.resolve(date, minute) ?? own.startOf(date);
  const [since, until] = [formatInstant(now - MINUTE), formatInstant(now + settle)];
  return { now, today: date, trigger: null, anniversary: null, since, until };
}

/** What an event starts happens at noon; whole days and months after it end with a local day. */
function started(program: Program, event: number, after: Length): Occasion {
  const made = at(program, BASE, NOON);
  const ms = after.unit === "ms" ? after.n : (after.unit === "day" ? after.n : 31 * after.n) * DAY;
  const now = made.now + ms;
  const until = formatInstant(now + 2 * DAY + program.project.settle);
  return { ...made, now, today: zone(program.project.zone).dateAt(now), until, trigger: { event, at: made.now } };
}
