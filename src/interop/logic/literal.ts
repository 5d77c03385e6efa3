import { civilOf } from "../../calendar/civil.js";
import type { Type } from "../../program/program.js";
import type { DateLiteral, Expr, Name, Path, Quantity } from "../../syntax/tree.js";
import { decimalText } from "../../text/decimal.js";
import { formatVersion } from "../../text/version.js";

/** The place of nodes that come from no text. */
export const nowhere = Object.freeze({ file: "", start: 0, end: 0 });

export const name = (text: string): Name => ({ text, span: nowhere });
export const path = (...names: readonly string[]): Path => ({ is: "path", names: names.map(name), span: nowhere });

export const quantity = (amount: string, unit: string | null): Quantity => ({
  is: "quantity",
  amount,
  unit,
  span: nowhere,
});

export function date(day: number): DateLiteral {
  return { is: "date", ...civilOf(day), span: nowhere };
}

/** Days and months as people say them, weeks and years apart; milliseconds in the largest unit that fits. */
export function length(unit: "day" | "month" | "ms", n: number): Quantity {
  if (unit !== "ms") return quantity(String(n), unit);
  const [word, size] = spans.find(([, each]) => n % each === 0) ?? spans[2];
  return quantity(decimalText(BigInt(Math.round((n / size) * 1000)), 3), word);
}

const spans = [
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/**
 * A constant of a type as the language writes it; `null` where it has no literal. `type` is `null` beside a value that counts
 * by itself, such as the 2 of `amount * 2`.
 */
export function literal(n: number, d: number, type: Type | null): Expr | null {
  switch (type?.is) {
    case "boolean":
      return { is: "boolean", value: n !== 0, span: nowhere };
    case "enum":
      return path(type.members[n]?.id ?? "");
    case "date":
      return d === 1 ? date(n) : null;
    case "span":
      return d === 1 ? length("ms", n) : null;
    case "version":
      return d === 1 ? { is: "text", text: formatVersion(n), span: nowhere } : null;
    case "money":
      return decimal(n, d * type.minor, type.currency);
    case "ratio":
      return decimal(n * 100, d, "%");
    case "points":
      return decimal(n, d, "points");
    case "integer":
    case "number":
    case undefined:
      return decimal(n, d, null) ?? division(n, d);
    default:
      return null;
  }
}

/** Digits after the point that a literal may need: millionths of a percent, at most. */
const DIGITS = 15;

function decimal(n: number, d: number, unit: string | null): Quantity | null {
  const scaled = BigInt(n) * 10n ** BigInt(DIGITS);
  if (!Number.isSafeInteger(n) || scaled % BigInt(d) !== 0n) return null;
  return quantity(decimalText(scaled / BigInt(d), DIGITS), unit);
}

function division(n: number, d: number): Expr {
  const [left, right] = [quantity(String(n), null), quantity(String(d), null)];
  return { is: "arithmetic", op: "/", left, right, span: nowhere };
}
