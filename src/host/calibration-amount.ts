import { currencyDigits } from "../check/currency.js";
import { type Length, MILLIONTHS, type Type } from "../program/program.js";
import { decimalText, parseDecimal, wholeOf } from "../text/decimal.js";

/**
 * Amounts as a calibration file writes them, exactly, each with its unit so that nothing else is needed to read it:
 * `35 days`, `1234.56 CNY`, `33.3%`, `200 points`, `90 seconds`; a count alone, and `2.5 decimal` for a number that may have a fraction.
 */

/** Stored units by unit: of the whole, and the digits that such a unit has after the point. */
const units: Readonly<Record<string, number>> = {
  "%": 4,
  decimal: 6,
  points: 0,
  days: 0,
  seconds: 3,
};

/** A stored value; one in millionths of a stored unit has six more digits. */
export function amountText(stored: number | bigint, type: Type, finer = 0): string {
  const unit = unitOf(type);
  const text = decimalText(BigInt(stored), (unit === null ? 0 : (digitsOf(unit) ?? 0)) + finer);
  if (unit === null) return text;
  if (unit === "%") return `${text}%`;
  return unit === "days" && text === "1" ? "1 day" : `${text} ${unit}`;
}

function unitOf(type: Type): string | null {
  switch (type.is) {
    case "money":
      return type.currency;
    case "ratio":
      return "%";
    case "number":
      return "decimal";
    case "points":
      return "points";
    case "period":
      return "days";
    case "span":
      return "seconds";
    default:
      return null;
  }
}

function digitsOf(unit: string): number | null {
  const own = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return own ?? currencyDigits(unit);
}

/** The stored value that a text writes, or its millionths with `finer = 6`; `null` for what is none, or is not whole in these. */
export function parseAmount(text: string, finer = 0): number | null {
  const found = /^(-?[\d.]+) ?(\S*)$/.exec(text);
  const [, amount = "", written = ""] = found ?? [];
  const unit = written === "day" ? "days" : written;
  const digits = unit === "" ? 0 : digitsOf(unit);
  const decimal = parseDecimal(amount);
  if (digits === null || decimal === null) return null;
  const whole = wholeOf(decimal, 10 ** (digits + finer));
  return typeof whole === "number" ? whole : null;
}

/** `14 days`, `1 month`. */
export function lengthText({ unit, n }: Length): string {
  if (unit === "ms") return amountText(n, { is: "span" });
  return `${n} ${unit}${n === 1 ? "" : "s"}`;
}

/** What `lengthText` writes of whole days and months; `null` for anything else. */
export function parseLength(text: string): Length | null {
  const found = /^(\d{1,6}) (day|month)s?$/.exec(text);
  const n = Number(found?.[1]);
  return found && n > 0 ? { unit: found[2] === "day" ? "day" : "month", n } : null;
}

/** A share in millionths. */
export function parseShare(text: string): number | null {
  const share = text.endsWith("%") ? parseAmount(text) : null;
  return share !== null && share >= 0 && share <= MILLIONTHS ? share : null;
}
