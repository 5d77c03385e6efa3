/**
 * Exact numbers: every number that a decision compares is a fraction of two big integers.
 * The denominator is always positive, and the fraction is in lowest terms.
 */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function fraction(top: bigint, bottom: bigint): Rational {
  if (bottom === 0n) throw new RangeError("a fraction over zero");
  const sign = bottom < 0n ? -1n : 1n;
  const common = divisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

export function whole(n: number | bigint): Rational {
  return { top: BigInt(n), bottom: 1n };
}

/** Reads `12`, `-0.05`, `1e-7`: what a decimal text, or a JavaScript number turned into text, says exactly. */
export function decimal(text: string): Rational {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text.trim());
  if (!match) throw new SyntaxError(`not a decimal number: ${text}`);
  const [, sign, head, tail = "", exponent = "0"] = match;
  const digits = BigInt(`${head}${tail}`) * (sign === "-" ? -1n : 1n);
  const power = Number(exponent) - tail.length;
  return power >= 0 ? whole(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power));
}

export function plus(a: Rational, b: Rational): Rational {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Rational, b: Rational): Rational {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

/** `null` over zero: the quotient is unknown. */
export function over(a: Rational, b: Rational): Rational | null {
  return b.top === 0n ? null : fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Below zero, zero or above zero, as `a` is less than, equal to or greater than `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The shortest decimal text, such as `20` or `0.05`; the fraction must have one. */
export function decimalText(value: Rational): string {
  let scale = 0;
  while (scale < 30 && (value.top * 10n ** BigInt(scale)) % value.bottom !== 0n) scale++;
  const digits = (value.top * 10n ** BigInt(scale)) / value.bottom;
  const plain = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const point = plain.length - scale;
  return `${digits < 0n ? "-" : ""}${plain.slice(0, point)}${scale > 0 ? `.${plain.slice(point)}` : ""}`;
}
