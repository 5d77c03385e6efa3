import { formatDate } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import { floorOf, type Rational } from "../evaluate/rational.js";
import type { Type } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import { localMinute } from "./expiry.js";

/**
 * Values as messages show them to users. By hand and the same for every locale: what `Intl` prints depends on the machine,
 * and the same decision must have the same bytes everywhere.
 */
export function formatNum(value: Rational, type: Type, zone: Zone): string {
  switch (type.is) {
    case "money":
      return formatMoney(value, type.currency, type.minor);
    case "ratio":
      return `${formatDecimal({ n: value.n * 100n, d: value.d })}%`;
    case "date":
      return formatDate(Number(floorOf(value)));
    case "instant":
      return localMinute(zone, Number(floorOf(value)));
    case "enum": {
      const member = type.members[Number(floorOf(value))];
      return member ? (member.label ?? member.id) : "";
    }
    case "boolean":
      return value.n === 0n ? "false" : "true";
    case "span":
      return formatSpan(value);
    default:
      return formatDecimal(value);
  }
}

const symbols: ReadonlyMap<string, string> = new Map([
  ["CNY", "¥"],
  ["JPY", "¥"],
  ["USD", "$"],
  ["EUR", "€"],
  ["GBP", "£"],
]);

/** `¥20`, `$1,204.50`, `20 CHF`: an amount in minor units, with minor digits only if there are any, rounded to the minor unit. */
export function formatMoney(amount: Rational, currency: string, minor: number): string {
  const units = rounded(amount);
  const size = units < 0n ? -units : units;
  const per = BigInt(minor);
  const rest = size % per;
  const digits = rest === 0n ? "" : `.${rest.toString().padStart(minor.toString().length - 1, "0")}`;
  const figure = `${grouped((size / per).toString())}${digits}`;
  const sign = units < 0n ? "-" : "";
  const symbol = symbols.get(currency);
  return symbol === undefined ? `${sign}${figure} ${currency}` : `${sign}${symbol}${figure}`;
}

/** Digits after the point that a message shows at most. */
const SHOWN = 2;

/** `1,204`, `3.5`: at most two decimals, rounded. */
function formatDecimal(value: Rational): string {
  const text = decimalText(rounded({ n: value.n * 10n ** BigInt(SHOWN), d: value.d }), SHOWN);
  const point = text.indexOf(".");
  const sign = text.startsWith("-") ? "-" : "";
  const whole = text.slice(sign.length, point < 0 ? undefined : point);
  return `${sign}${grouped(whole)}${point < 0 ? "" : text.slice(point)}`;
}

/** Hours and minutes: `36:00`. */
function formatSpan(value: Rational): string {
  const minutes = floorOf({ n: value.n, d: value.d * 60_000n });
  const size = minutes < 0n ? -minutes : minutes;
  return `${minutes < 0n ? "-" : ""}${size / 60n}:${(size % 60n).toString().padStart(2, "0")}`;
}

/** The nearest whole number; halves go away from 0. */
function rounded({ n, d }: Rational): bigint {
  const size = ((n < 0n ? -n : n) * 2n + d) / (d * 2n);
  return n < 0n ? -size : size;
}

/** Digits in groups of three. */
function grouped(digits: string): string {
  let text = digits.slice(0, digits.length % 3);
  for (let at = text.length; at < digits.length; at += 3)
    text += `${text === "" ? "" : ","}${digits.slice(at, at + 3)}`;
  return text;
}
