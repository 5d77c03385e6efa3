import { civilOf, dateOf, daysInMonth, formatDate } from "../calendar/civil.js";
import { dateInLunarYear, dateOfLunar, lunarOf, lunarOfStored } from "../calendar/lunar.js";
import { FIRST_DATE, LAST_DATE } from "../calendar/lunar-years.js";
import { askAt } from "../facts/ask.js";
import type { AnniversaryWhen, Program, Strategy } from "../program/program.js";
import { rememberClockTimes } from "./clock.js";
import { HorizonError } from "./horizon-error.js";
import { originsOf } from "./origin.js";
import type { OccurrenceUser, OwnSource } from "./own.js";

/** Whether a date is an anniversary. */
type IsAnniversary = (date: number) => boolean;

export function compileAnniversary(
  { user: schema }: Pick<Program, "user">,
  { id }: Pick<Strategy, "id">,
  { field, shift, minute }: AnniversaryWhen,
  strategy: number,
): OwnSource {
  const timesOf = rememberClockTimes([minute]);
  const type = schema.fields[field]?.type.is;

  function anniversaryOf({ zone, profile }: OccurrenceUser): IsAnniversary | null {
    const value = profile[field];
    if (typeof value !== "number" || Number.isNaN(value)) return null;
    if (type === "lunarDate") return lunarAnniversary(value, id);
    return solarAnniversary(type === "instant" ? zone.dateAt(value) : value);
  }

  return {
    dues(user, since, until) {
      const isAnniversary = anniversaryOf(user);
      if (isAnniversary === null) return [];
      return timesOf(user.zone, since, until)
        .filter(({ date }) => originsOf(date, shift).some(isAnniversary))
        .map(({ date, instant }) => ({ strategy, ask: askAt(instant), before: null, date, key: formatDate(date) }));
    },
    triggers: null,
    stillDue: () => true,
  };
}

/** Each year from its own on; what lies on 29 February comes on the 28th in common years. */
function solarAnniversary(first: number): IsAnniversary {
  const { month, day } = civilOf(first);
  return (date) => {
    if (date < first) return false;
    const { year } = civilOf(date);
    return date === dateOf(year, month, Math.min(day, daysInMonth(year, month)));
  };
}

/** Each lunar year from its own on. */
function lunarAnniversary(stored: number, strategy: string): IsAnniversary {
  const lunar = lunarOfStored(stored);
  const first = dateOfLunar(lunar) ?? Number.POSITIVE_INFINITY;
  return (date) => {
    if (date > LAST_DATE) throw new HorizonError(strategy, "lunar", null, null, date, FIRST_DATE, LAST_DATE);
    const today = date < first ? null : lunarOf(date);
    return today !== null && dateInLunarYear(lunar, today.year) === date;
  };
}
