import { dateFromText, dateText, weekdayOf } from "./clock.js";
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
  /** The date on which a festival begins in a year; `null` if it has none then. Throws where nobody knows. */
  readonly festival: (id: string, year: number) => number | null;
}

/** The years that the tables hold. */
const [FIRST, LAST] = [1901, 2099];

export function calendarNamed(name: string, calendars: Calendars): Calendar {
  const file = Object.hasOwn(calendars, name) ? calendars[name] : name === "china" ? china : undefined;
  if (file === undefined) throw new Error(`no calendar ${name}`);
  const known = file;
  return {
    worksOn: (date) => worksOn(known, date),
    isHoliday: (date) => (known.holidays ?? []).includes(textOf(known, date)),
    festival: (id, year) => {
      const rule = known.festivals?.[id];
      if (rule === undefined) throw new Error(`no festival ${id} in ${name}`);
      return dateIn(rule, year, known);
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

function dateIn(rule: FestivalRule, year: number, file: CalendarFile): number | null {
  if (rule.dates !== undefined) {
    if (file.horizon === undefined || String(year) < file.horizon.from.slice(0, 4) || String(year) > file.horizon.until)
      throw new BeyondHorizon(`nobody knows the festival of ${year}`);
    const text = rule.dates.find((each) => each.startsWith(`${year}-`));
    return text === undefined ? null : dateFromText(text);
  }
  if (year < FIRST || year > LAST) throw new BeyondHorizon(`the tables do not hold ${year}`);
  if (rule.lunar === "last") return lastOfLunarYear(year);
  if (rule.lunar !== undefined) {
    const [month = 0, day = 0] = rule.lunar.split("-").map(Number);
    return inLunarYear({ month, leap: false, day }, year);
  }
  if (rule.solar !== undefined) {
    const [month = 0, day = 0] = rule.solar.split("-");
    return dateFromText(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  }
  return termIn(rule.term ?? "", year);
}

function termIn(id: string, year: number): number {
  const term = solarTerms.find(([name]) => name === id);
  if (term === undefined) throw new Error(`no solar term ${id}`);
  const [, month, earliest, later] = term;
  const day = earliest + Number(later[year - FIRST]);
  return dateFromText(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
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
