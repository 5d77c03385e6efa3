import { dateFromText, dateText, dayOfYear, weekdayOf } from "./clock.js";
import { firstKnown, lastKnown, daysOff, weekendsWorked } from "./holidays.js";
import { inLunarYear, lastOfLunarYear } from "./lunar.js";
import { solarTerms } from "./solar-terms.js";

/** A calendar file, as plain data. */
export interface CalendarFile {
  readonly horizon?: { readonly from: string; readonly until: string };
  readonly holidays?: readonly string[];
  readonly makeup_workdays?: readonly string[];
  readonly festivals?: Readonly<Record<string, FestivalRule>>;
}

/** When a festival falls: a day of a Chinese year or of a common one, a solar term, or dates. */
export interface FestivalRule {
  readonly lunar?: string;
  readonly solar?: string;
  readonly term?: string;
  readonly dates?: readonly string[];
}

/** Calendar files by name. */
export type Calendars = Readonly<Record<string, CalendarFile>>;

/** Somebody asked about a day of which the calendar knows nothing. */
export class BeyondHorizon extends RangeError {}

export interface Calendar {
  /** Whether people work on a date, and whether it is a public holiday. Throw where nobody knows yet. */
  readonly worksOn: (date: number) => boolean;
  readonly isHoliday: (date: number) => boolean;
  /** The dates of a festival in a year, common or Chinese; none where it has none, or nobody knows. */
  readonly festival: (id: string, year: number) => readonly number[];
  /** The first and the last date of which it is known whether a festival falls on it. */
  readonly known: (id: string) => { readonly from: number; readonly until: number };
}

/** The years that the tables hold. */
const [FIRST, LAST] = [1901, 2099];

export function calendarNamed(name: string, calendars: Calendars): Calendar {
  const file = Object.hasOwn(calendars, name) ? calendars[name] : name === "china" ? china : undefined;
  if (file === undefined) throw new Error(`no calendar ${name}`);
  const known = file;
  const ruleOf = (id: string) => {
    const rule = known.festivals?.[id];
    if (rule === undefined) throw new Error(`no festival ${id} in ${name}`);
    return rule;
  };
  return {
    worksOn: (date) => worksOn(known, date),
    isHoliday: (date) => (known.holidays ?? []).includes(textOf(known, date)),
    festival: (id, year) => datesIn(ruleOf(id), year),
    known: (id) => {
      const horizon = ruleOf(id).dates === undefined ? undefined : known.horizon;
      return {
        from: dateFromText(horizon?.from ?? `${FIRST}-01-01`),
        until: dateFromText(horizon?.until ?? `${LAST}-12-31`),
      };
    },
  };
}

/** Saturday and Sunday are free, all other days are not, but for those that the file names. */
function worksOn(file: CalendarFile, date: number): boolean {
  const text = textOf(file, date);
  if (file.makeup_workdays?.includes(text)) return true;
  return weekdayOf(date) <= 5 && !file.holidays?.includes(text);
}

/** The date, if the file speaks of it. */
function textOf({ horizon }: CalendarFile, date: number): string {
  const text = dateText(date);
  if (horizon === undefined || text < horizon.from || text > horizon.until)
    throw new BeyondHorizon(`nobody knows yet whether people work on ${text}`);
  return text;
}

function datesIn(rule: FestivalRule, year: number): number[] {
  if (rule.dates !== undefined) return rule.dates.filter((each) => each.startsWith(`${year}-`)).map(dateFromText);
  if (year < FIRST || year > LAST) return [];
  const [month = 0, day = 0] = (rule.solar ?? rule.lunar ?? "").split("-").map(Number);
  if (rule.solar !== undefined) return [dayOfYear(year, month, day)];
  if (rule.lunar === undefined) return [termIn(rule.term ?? "", year)];
  const date = rule.lunar === "last" ? lastOfLunarYear(year) : inLunarYear({ month, leap: false, day }, year);
  return date === null ? [] : [date];
}

function termIn(id: string, year: number): number {
  const term = solarTerms.find(([name]) => name === id);
  if (term === undefined) throw new Error(`no solar term ${id}`);
  const [, month, earliest, later] = term;
  return dayOfYear(year, month, earliest + Number(later[year - FIRST]));
}

const datesOf = (years: Readonly<Record<string, string>>) =>
  Object.entries(years).flatMap(([year, days]) =>
    days.split(" ").map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
  );

/** What comes with the language. */
const china: CalendarFile = {
  horizon: { from: firstKnown, until: lastKnown },
  holidays: datesOf(daysOff),
  makeup_workdays: datesOf(weekendsWorked),
  festivals: {
    new_year: { solar: "1-1" },
    spring_festival: { lunar: "1-1" },
    lantern: { lunar: "1-15" },
    dragon_head: { lunar: "2-2" },
    qingming: { term: "qingming" },
    dragon_boat: { lunar: "5-5" },
    qixi: { lunar: "7-7" },
    ghost: { lunar: "7-15" },
    mid_autumn: { lunar: "8-15" },
    double_ninth: { lunar: "9-9" },
    winter_solstice: { term: "winter_solstice" },
    laba: { lunar: "12-8" },
    new_years_eve: { lunar: "last" },
    labour_day: { solar: "5-1" },
    national_day: { solar: "10-1" },
  },
};
