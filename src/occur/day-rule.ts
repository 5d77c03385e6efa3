import { civilOf, daysInMonth, weekday } from "../calendar/civil.js";
import type { Calendar, CalendarDays, DayRule, Strategy } from "../program/program.js";
import { HorizonError } from "./horizon-error.js";

/** Whether a rule names a date. Throws a `HorizonError` if the calendar does not know. */
export type NamesDate = (date: number) => boolean;

export function compileDayRule(rule: DayRule, { id }: Pick<Strategy, "id">, calendar: Calendar | null): NamesDate {
  switch (rule.is) {
    case "day":
      return () => true;
    case "weekday":
      return (date) => weekday(date) === rule.weekday;
    case "lastDayOfMonth":
      return (date) => isOnDay(date, 31);
    case "dayOfMonth":
      return (date) => isOnDay(date, rule.day);
    default:
      return compileCalendarRule(rule.is, id, calendar);
  }
}

/** Whether a date is that day of its month, or its last in a month that is shorter. */
function isOnDay(date: number, wanted: number): boolean {
  const { year, month, day } = civilOf(date);
  return day === Math.min(wanted, daysInMonth(year, month));
}

function compileCalendarRule(
  rule: "workday" | "holiday" | "makeupWorkday",
  strategy: string,
  calendar: Calendar | null,
): NamesDate {
  const days = calendar?.days;
  if (!calendar || !days) throw new RangeError(`the strategy \`${strategy}\` needs a calendar of holidays`);
  const names = calendarRules[rule](new Set(days.holidays), new Set(days.workdays));
  return (date) => {
    if (date < days.from || date > days.until) throw beyond(date, strategy, calendar.id, days);
    return names(date);
  };
}

function beyond(date: number, strategy: string, calendar: string, { from, until }: CalendarDays): HorizonError {
  return new HorizonError(strategy, "days", calendar, null, date, from, until);
}

type Dates = ReadonlySet<number>;

const calendarRules = {
  workday: (holidays: Dates, workdays: Dates): NamesDate => {
    return (date) => workdays.has(date) || (weekday(date) < 6 && !holidays.has(date));
  },
  holiday: (holidays: Dates): NamesDate => {
    return (date) => holidays.has(date);
  },
  makeupWorkday: (_: Dates, workdays: Dates): NamesDate => {
    return (date) => workdays.has(date);
  },
} as const;
