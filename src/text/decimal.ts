/** A decimal number, exact: `digits / 10^scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Longer texts are not numbers that anybody meant. */
const LONGEST = 64;

/** Reads `12`, `-0.05`, `1e-7`, as written by people and by JavaScript; `null` for anything else, `Infinity` and `NaN` among it. */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > LONGEST) return null;
  const found = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!found) return null;
  const [, sign, whole, fraction = "", exponent = "0"] = found;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The decimal times `per`, if that is a whole number within ±(2^53 − 1); `"fine"` or `"large"` tells why not. */
export function wholeOf(decimal: Decimal, per: number): number | "fine" | "large" {
  const scaled = decimal.digits * BigInt(per);
  const divisor = 10n ** BigInt(decimal.scale);
  if (scaled % divisor !== 0n) return "fine";
  const whole = Number(scaled / divisor);
  return Number.isSafeInteger(whole) ? whole : "large";
}

/** `n / 10^scale` as text, without trailing zeros: `0.05`, `20`, `-1.5`. */
export function decimalText(n: bigint, scale: number): string {
  const digits = (n < 0n ? -n : n).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${n < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
