import { DAY, formatClock, MINUTE } from "../calendar/civil.js";
import { lunarOfStored } from "../calendar/lunar.js";
import type { Zone } from "../calendar/zone.js";
import { floorOf, type Rational } from "../evaluate/rational.js";
import type { Type } from "../program/program.js";
import { formatVersion } from "../text/version.js";
import { type LocaleStyle, NO_BREAK } from "./locale-style.js";

/** A value as messages show it to users, in the style of their language. */
export function formatNum(value: Rational, type: Type, zone: Zone, style: LocaleStyle): string {
  switch (type.is) {
    case "money":
      return formatMoney(value, type.currency, type.minor, style);
    case "ratio":
      return `${formatDecimal({ n: value.n * 100n, d: value.d }, style)}${style.percent}`;
    case "date":
      return style.date(Number(floorOf(value)));
    case "instant":
      return formatMinute(Number(floorOf(value)), zone, style);
    case "lunarDate":
      return style.lunar(lunarOfStored(Number(floorOf(value))));
    case "version":
      return formatVersion(Number(floorOf(value)));
    case "enum": {
      const member = type.members[Number(floorOf(value))];
      return member ? (member.label ?? member.id) : "";
    }
    case "boolean":
      return value.n === 0n ? style.no : style.yes;
    case "span":
      return formatSpan(value);
    default:
      return formatDecimal(value, style);
  }
}

/** An amount in minor units, with minor digits only if there are any, rounded to the minor unit. */
export function formatMoney(amount: Rational, currency: string, minor: number, style: LocaleStyle): string {
  const units = rounded(amount);
  const size = units < 0n ? -units : units;
  const per = BigInt(minor);
  const rest = size % per;
  const digits = rest === 0n ? "" : `${style.point}${rest.toString().padStart(minor.toString().length - 1, "0")}`;
  const figure = `${grouped((size / per).toString(), style)}${digits}`;
  const minus = units < 0n ? "-" : "";
  const sign = style.signs.get(currency);
  if (sign === undefined || style.signLast) return `${minus}${figure}${NO_BREAK}${sign ?? currency}`;
  return `${minus}${sign}${figure}`;
}

/** What the local clock shows at an instant, to the minute. */
export function formatMinute(instant: number, zone: Zone, style: LocaleStyle): string {
  const local = instant + zone.offsetAt(instant);
  const date = Math.floor(local / DAY);
  const clock = formatClock(Math.floor((local - date * DAY) / MINUTE));
  return `${style.date(date)}${style.beforeClock}${clock}`;
}

/** A number has so many digits after the point at most. */
const SHOWN = 2;

function formatDecimal(value: Rational, style: LocaleStyle): string {
  const units = rounded({ n: value.n * 10n ** BigInt(SHOWN), d: value.d });
  const digits = (units < 0n ? -units : units).toString().padStart(SHOWN + 1, "0");
  const fraction = digits.slice(-SHOWN).replace(/0+$/, "");
  const figure = `${grouped(digits.slice(0, -SHOWN), style)}${fraction === "" ? "" : `${style.point}${fraction}`}`;
  return units < 0n ? `-${figure}` : figure;
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
function grouped(digits: string, { group }: LocaleStyle): string {
  let text = digits.slice(0, digits.length % 3);
  for (let at = text.length; at < digits.length; at += 3)
    text += `${text === "" ? "" : group}${digits.slice(at, at + 3)}`;
  return text;
}
