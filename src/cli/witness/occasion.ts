import { DAY, MINUTE } from "../../calendar/civil.js";
import { formatInstant } from "../../calendar/instant.js";
import { zone } from "../../calendar/zone.js";
import { compileDayRule, type NamesDate } from "../../occur/day-rule.js";
import { compileFestival } from "../../occur/festival.js";
import { HorizonError } from "../../occur/horizon-error.js";
import { originsOf } from "../../occur/origin.js";
import type { Length, Program, StallStep, Strategy } from "../../program/program.js";

/** When an example is looked at: the instant of the decision, and for a strategy that an event starts, that event's. */
export interface Occasion {
  readonly now: number;
  readonly today: number;
  readonly trigger: { readonly event: number; readonly at: number } | null;
  /** A field of the profile, and a date that must be one of its anniversaries. */
  readonly anniversary: { readonly field: number; readonly origin: number } | null;
  readonly since: string;
  readonly until: string;
}

/** A Wednesday that is a workday, with a past behind it; other days are looked for from here. */
const BASE = Math.floor(Date.UTC(2026, 5, 17) / DAY);
const NOON = 12 * 60;

/** So many days around, a day is looked for that a rule names; so long, somebody who does nothing is given to leave a state. */
const NEAR = 400;
const LONG = 62;

/** An occasion at which a strategy looks at users; `null` where no day is found. */
export function occasionOf(program: Program, strategy: Strategy): Occasion | null {
  const { when } = strategy;
  switch (when.is) {
    case "hourly":
      return at(program, BASE, NOON);
    case "every":
      return near(program, compileDayRule(when.day, strategy, program.calendar), when.minute);
    case "festival":
      return near(program, compileFestival(when, strategy, program.calendar), when.minute);
    case "once":
      return at(program, when.date, when.minute);
    case "anniversary": {
      const [origin] = originsOf(BASE, when.shift);
      return origin === undefined
        ? null
        : { ...at(program, BASE, when.minute), anniversary: { field: when.field, origin } };
    }
    case "happens":
      return started(program, when.pattern.event, { unit: "ms", n: 0 });
    case "nth":
      return started(program, when.pattern.event, when.after);
    case "absence":
      return started(program, when.first.event, when.within);
    case "stall":
      return started(program, (when.steps.at(-1) as StallStep).event, when.after);
    case "state": {
      const made = at(program, BASE, when.minute ?? NOON);
      const [before, after] = [when.minute === null ? 2 : 0, when.change === "leaves" ? LONG : 0];
      return { ...made, since: moved(made.since, -before * DAY), until: moved(made.until, after * DAY) };
    }
  }
}

function moved(instant: string, by: number): string {
  return formatInstant(Date.parse(instant) + by);
}

/** The nearest day that a rule names: rather one to come than one gone by. */
function near(program: Program, names: NamesDate, minute: number): Occasion | null {
  const dates = Array.from({ length: NEAR }, (_, n) => n);
  const isNamed = (date: number): boolean => {
    try {
      return names(date);
    } catch (error) {
      if (error instanceof HorizonError) return false;
      throw error;
    }
  };
  const date = dates.map((n) => BASE + n).find(isNamed) ?? dates.map((n) => BASE - n).find(isNamed);
  return date === undefined ? null : at(program, date, minute);
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
