import { DAY, dateOf } from "../../src/calendar/civil.js";
import { chinaDate, meanMoonBefore, newMoon, sunReaches } from "./sky.js";

/** A lunar month as the rules of GB/T 33661-2017 give it. */
export interface SkyMonth {
  readonly year: number;
  readonly month: number;
  readonly leap: boolean;
  readonly start: number;
  /** How near to midnight the new moon is, and the major term that decides about the month: in minutes. */
  readonly fromMidnight: number;
}

interface Moon {
  readonly date: number;
  readonly fromMidnight: number;
}

/** The new moons of a stretch of dates, by their day on China's clock. */
function moons(from: number, to: number): Moon[] {
  const found: Moon[] = [];
  for (let k = meanMoonBefore(from * DAY) - 1; ; k++) {
    const moon = chinaDate(newMoon(k));
    if (moon.date > to) return found;
    if (moon.date >= from) found.push(moon);
  }
}

function solstice(year: number): Moon {
  return chinaDate(sunReaches(270, dateOf(year, 12, 21)));
}

/** The dates of the major terms, the multiples of 30 degrees, from one winter solstice to the next. */
function majorTerms(year: number): Moon[] {
  const start = solstice(year).date;
  return Array.from({ length: 13 }, (_, place) => {
    return chinaDate(sunReaches((270 + 30 * place) % 360, start + Math.round(30.44 * place)));
  });
}

/**
 * The months from that which holds the winter solstice of a year, the eleventh, to that before the next such month. Where there are
 * thirteen, the first that holds no major term is the leap month, and has the number of the one before it.
 */
function monthsBetweenSolstices(year: number): SkyMonth[] {
  const [first, last] = [solstice(year).date, solstice(year + 1).date];
  const all = moons(first - 32, last + 1);
  const from = all.findLastIndex(({ date }) => date <= first);
  const to = all.findLastIndex(({ date }) => date <= last);
  const terms = majorTerms(year);
  const holds = (place: number): Moon | undefined =>
    terms.find(({ date }) => date >= (all[place]?.date ?? 0) && date < (all[place + 1]?.date ?? 0));
  const leaps = to - from === 13;
  let number = 10;
  let leapt = false;
  return all.slice(from, to).map(({ date, fromMidnight }, offset) => {
    const leap = leaps && !leapt && holds(from + offset) === undefined;
    if (leap) leapt = true;
    else number++;
    const month = ((number - 1) % 12) + 1;
    return { year: number > 12 ? year + 1 : year, month, leap, start: date, fromMidnight };
  });
}

/** All months of the lunar years from one to another. */
export function skyMonths(from: number, to: number): SkyMonth[] {
  const years = Array.from({ length: to - from + 2 }, (_, place) => from - 1 + place);
  return years.flatMap(monthsBetweenSolstices).filter(({ year }) => year >= from && year <= to);
}
