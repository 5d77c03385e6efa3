import { dateOf } from "./civil.js";

/** The lunar years of the table: from 1900-01-31 to 2101-01-28. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/**
 * Four digits of base 32 for each year: the number of the month after which a leap month of the same number comes (0: none) in the
 * lowest four bits, and above them one bit for each month in order, the leap month among them: 1 for 30 days, 0 for 29.
 *
 * By the rules of GB/T 33661-2017: a month begins on the day of a new moon on China’s clock, the eleventh holds the winter solstice,
 * and of thirteen months between two of those the first that holds no major solar term is the leap month. The test works all of it
 * out anew from the sky, and adjudicates each disagreement of two libraries. `Intl` is wrong on hundreds of days, and chinese-lunar
 * from 2074 on.
 */
const digits =
  "2r980t901qig2p550p5g1adg2lb40ll01dcg2t920t903cim1cig195g2ill0amg0llg1dki1mkg3m971q901kig396l19b00ar0" +
  "2mqk0ra01qkg3q921q901kj60klg19bg2ar51dd00ra01r4j0t4g2q9n1a9g0klg19dm1amg0ll03dak1ei01d4g3a9i1aag2kmn" +
  "0kr01amg2ml50mp01mig3l531l501aao1abg0lb01aqm1bag0r901qik1qig0p501ibj1adg2ld70ll01dkg2t951d901cig2p5k" +
  "195g2ilo0amg0lmg1dkm1mkg1m903kik1kig396q19b00ar00mqm0rag1qkg3q951q901kj019b319bg2jb80dd00rag2r4l0t4g" +
  "0q9g2klk0klg19dg2ld20ll03dan1ei01d4g3a9l1aag0kmg1amk1aqg2ml90n901mig3l561l501iag2kn40lb01aqg2mp20r90" +
  "1qim0sig0p5g1ibl1ilg0ld01bb31dkg2t9b1d901cig395m195g0ilg0ldl0mmg1dl03d921m903kin1kig19ag2iml0ir00mqg" +
  "1ml31r4g3q981q901kj019b619bg0jb00rak0tag0t4g1q9j0q9g2kln0klg19dg2ld50ll01dig2t541d503aao1aag0kmg1amm" +
  "1aqg0ml01eik1mig1l503iaj1ib035770lb01aqg2mp50r901qig1p540q5g1ibo0ilg0ldg1bb61dl00t902sik1d2g1a5g2idi" +
  "0ilg";

/** One lunar year. */
export interface LunarYear {
  /** The date of its new year. */
  readonly start: number;
  /** The number of its leap month, or 0. */
  readonly leap: number;
  /** The days of its months in order; a leap month comes after the month whose number it has. */
  readonly lengths: readonly number[];
}

const years = readYears();

/** A lunar year by the number of the year in which it begins; `null` outside the table. */
export function lunarYear(year: number): LunarYear | null {
  return years[year - FIRST_YEAR] ?? null;
}

/** The first and the last date of the table. */
export const FIRST_DATE = (years[0] as LunarYear).start;
export const LAST_DATE = endOf(years.at(-1) as LunarYear) - 1;

/** The date after a lunar year's last. */
export function endOf({ start, lengths }: LunarYear): number {
  return lengths.reduce((date, days) => date + days, start);
}

function readYears(): LunarYear[] {
  const found: LunarYear[] = [];
  let start = dateOf(1900, 1, 31);
  for (let at = 0; at < digits.length; at += 4) {
    const bits = Number.parseInt(digits.slice(at, at + 4), 32);
    const leap = bits & 15;
    const months = leap === 0 ? 12 : 13;
    const year = {
      start,
      leap,
      lengths: Array.from({ length: months }, (_, place) => 29 + ((bits >> (place + 4)) & 1)),
    };
    found.push(year);
    start = endOf(year);
  }
  return found;
}
