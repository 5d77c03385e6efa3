import type { Rational } from "../evaluate/rational.js";
import type { Type } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import type { Language } from "../diagnostic/wording.js";
import { moneyNumber } from "./money.js";
import { grouped } from "./number.js";
import { type AmountWording, amountWording } from "./wording/amount.js";

const DAY = 86_400_000n;
const HOUR = 3_600_000n;
const MINUTE = 60_000n;
const SECOND = 1000n;

/** A value found from many users, rounded to what people read: `23.45%`, `1,234.5 CNY`, `3.2 days`. `value` is in units of its type. */
export function amountText(value: Rational, type: Type, language: Language): string {
  const words = amountWording[language];
  switch (type.is) {
    case "ratio":
      return `${rounded({ n: value.n * 100n, d: value.d }, 2)}%`;
    case "money": {
      const digits = String(type.minor).length - 1;
      return `${moneyNumber(roundedUnits({ n: value.n, d: value.d * BigInt(type.minor) }, digits), digits, digits)} ${type.currency}`;
    }
    case "points":
      return words.points(rounded(value, 2));
    case "period":
      return words.days(rounded(value, 1));
    case "span":
      return spanText(value, words);
    default:
      return rounded(value, 3);
  }
}

/** How far two values lie apart; two shares in percentage points. */
export function distanceText(value: Rational, type: Type, language: Language): string {
  if (type.is !== "ratio") return amountText(value, type, language);
  return amountWording[language].percentagePoints(rounded({ n: value.n * 100n, d: value.d }, 2));
}

/** A length of time in the largest unit of which it has one, with one digit after the point. */
function spanText(value: Rational, words: AmountWording): string {
  const size = value.n < 0n ? -value.n : value.n;
  const inUnits = (unit: bigint): string => rounded({ n: value.n, d: value.d * unit }, 1);
  if (size >= DAY * value.d) return words.days(inUnits(DAY));
  if (size >= HOUR * value.d) return words.hours(inUnits(HOUR));
  if (size >= MINUTE * value.d) return words.minutes(inUnits(MINUTE));
  return words.seconds(inUnits(SECOND));
}

/** Rounded to so many decimals, halves away from zero, without trailing zeros, with commas between thousands. */
export function rounded(value: Rational, decimals: number): string {
  return grouped(decimalText(roundedUnits(value, decimals), decimals));
}

/** The same as a number, for machines and charts. */
export function roundedNumber(value: Rational, decimals: number): number {
  return Number(decimalText(roundedUnits(value, decimals), decimals));
}

function roundedUnits({ n, d }: Rational, decimals: number): bigint {
  const doubled = 2n * (n < 0n ? -n : n) * 10n ** BigInt(decimals);
  const units = (doubled + d) / (2n * d);
  return n < 0n ? -units : units;
}
