import { dateOf } from "./civil.js";

export const FIRST_LUNAR_YEAR = 1901;
export const LAST_LUNAR_YEAR = 2100;

/**
 * How many days after 20 January the lunar new year falls, in base 32: a digit per year from 1901 to 2100.
 *
 * Four npm libraries (lunar-typescript 1, lunar-javascript 1, solarlunar 3, tyme4ts 1) give these very dates. Two readings differ:
 * - `Intl` (ICU) has 1954-02-04, 2027-02-07 and 2030-02-02. The new moons fell on 1954-02-03 at 23:55, fall on 2027-02-06 at 23:56
 *   and on 2030-02-03 at 00:07 of China’s clock, too near to midnight for its formula; the test works them out anew.
 * - chinese-lunar has a day or a month less in every year from 2074 on: one wrong month in its table moves all that follow.
 */
const digits =
  "uj9rf5od2lath6pe3mcvj8rg4od3lash6pf4mbuj7qg5od2l9s" +
  "h7pe4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8rg" +
  "4nc2k9ti6pe3lbuj8rg5nc2l9sh6oe3mbuj8qf4nc2lash6pd3" +
  "mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1k";

/** The date of the lunar new year in a year from `FIRST_LUNAR_YEAR` to `LAST_LUNAR_YEAR`; `NaN` outside. */
export function lunarNewYear(year: number): number {
  const days = Number.parseInt(digits.charAt(year - FIRST_LUNAR_YEAR), 32);
  return dateOf(year, 1, 20) + days;
}
