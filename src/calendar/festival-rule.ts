import { dateOf, daysInMonth, weekday } from "./civil.js";
import { dateInLunarYear } from "./lunar.js";
import { endOf, lunarYear } from "./lunar-years.js";
import { dateOfTerm, type SolarTerm } from "./solar-term.js";

/** How a festival's date follows from the year. */
export type FestivalRule =
  /** A lunar date, never in a leap month; day 30 of a month of 29 days is day 29. */
  | { readonly is: "lunar"; readonly month: number; readonly day: number }
  /** The last day of the lunar year. */
  | { readonly is: "lunarLast" }
  /** 29 February is 28 February in common years. */
  | { readonly is: "solar"; readonly month: number; readonly day: number }
  | { readonly is: "term"; readonly term: SolarTerm }
  /** The n-th Monday (1) … Sunday (7) of a month. */
  | { readonly is: "weekday"; readonly nth: number; readonly weekday: number; readonly month: number };

/** Rules give the dates between these, both included. */
export const RULES_FROM = dateOf(1901, 1, 1);
export const RULES_UNTIL = dateOf(2099, 12, 31);

/** All dates of a rule, ascending. */
export function datesOfRule(rule: FestivalRule): number[] {
  const dates: number[] = [];
  // The lunar year of 1900 ends in 1901.
  for (let year = 1900; year <= 2099; year++) {
    const date = dateInYear(rule, year);
    if (date !== null && date >= RULES_FROM && date <= RULES_UNTIL) dates.push(date);
  }
  return dates;
}

/** The festival of a year, civil or lunar. */
function dateInYear(rule: FestivalRule, year: number): number | null {
  switch (rule.is) {
    case "lunar":
      return dateInLunarYear({ year, month: rule.month, leap: false, day: rule.day }, year);
    case "lunarLast": {
      const found = lunarYear(year);
      return found && endOf(found) - 1;
    }
    case "solar":
      return dateOf(year, rule.month, Math.min(rule.day, daysInMonth(year, rule.month)));
    case "term":
      return dateOfTerm(rule.term, year);
    case "weekday": {
      const first = dateOf(year, rule.month, 1);
      return first + ((rule.weekday - weekday(first) + 7) % 7) + 7 * (rule.nth - 1);
    }
  }
}
