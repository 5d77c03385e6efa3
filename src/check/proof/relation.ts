import type { Op } from "../../program/program.js";
import { commonDivisor, type Fraction, fraction, product } from "./fraction.js";
import type { Atom, Goal, Sum } from "./goal.js";
import { FINE, type Linear } from "./term.js";
import { allBut, between, these, type Values } from "./values.js";

/** Ways in which a goal can be met, of which one must be; each is a list of goals. None: it cannot be met. */
export type Ways = readonly (readonly Goal[])[];

/**
 * How `value op 0` can hold, or fail; it fails as well where the value is unknown. `null` where the numbers outgrow what is exact,
 * or only the order of a part is known.
 */
export function relation(op: Op, value: Linear, want: boolean): Ways | null {
  const parts = [...value.parts].filter(([, factor]) => factor.n !== 0);
  const cancelled = [...value.parts.keys()].filter((atom) => !parts.some(([other]) => other === atom));
  const own = ofParts(op, parts, value.constant, want);
  if (!own || cancelled.length === 0) return own;
  // What was taken away from itself counts no longer, but must be known all the same.
  if (want) return own.map((way) => [...way, { is: "known", atoms: cancelled, want }]);
  return [...own, [{ is: "known", atoms: cancelled, want }]];
}

type Parts = readonly (readonly [Atom, Fraction])[];

function ofParts(op: Op, parts: Parts, constant: Fraction, want: boolean): Ways | null {
  const [first] = parts;
  if (!first) return holds(op, constant.n) === want ? [[]] : [];
  if (parts.length === 1) return ofOne(op, first[0], first[1], constant, want);
  return ofSum(op, parts, constant, want);
}

function ofOne(op: Op, atom: Atom, factor: Fraction, constant: Fraction, want: boolean): Ways | null {
  const inverse = fraction(-factor.d, factor.n);
  const bound = inverse && product(constant, inverse);
  if (!bound) return null;
  const towards = factor.n > 0 ? op : mirrored[op];
  const values = atom.is === "whole" ? wholes(towards, bound) : finely(towards, bound);
  return values && [[{ is: "atom", atom, values: want ? values : allBut(values) }]];
}

function ofSum(op: Op, parts: Parts, constant: Fraction, want: boolean): Ways | null {
  if (parts.some(([{ is }]) => is === "dense")) return null;
  const sorted = [...parts].sort(([a], [b]) => (a.key < b.key ? -1 : 1));
  const scale = scaleOf(sorted.map(([, factor]) => factor));
  const bound = scale && product(constant, { n: -scale.n, d: scale.d });
  if (!scale || !bound) return null;
  const whole = sorted.map(([atom, factor]) => ({ atom, factor: product(factor, scale) }));
  const made = whole.flatMap(({ atom, factor }) => (factor?.d === 1 ? [{ atom, factor: factor.n }] : []));
  if (made.length < whole.length) return null;
  const sum: Sum = { key: made.map(({ atom, factor }) => `${factor} (${atom.key})`).join(" + "), parts: made };
  const values = wholes(scale.n > 0 ? op : mirrored[op], bound);
  return [[{ is: "sum", sum, values: want ? values : allBut(values) }]];
}

/** What makes all factors whole without a common divisor, the first of them positive. */
function scaleOf(factors: readonly Fraction[]): Fraction | null {
  let [multiple, divisor] = [1, 0];
  for (const { d } of factors) multiple = (multiple / commonDivisor(multiple, d)) * d;
  if (!Number.isSafeInteger(multiple)) return null;
  for (const { n, d } of factors) divisor = commonDivisor(divisor, n * (multiple / d));
  return fraction(multiple * ((factors[0]?.n ?? 1) > 0 ? 1 : -1), divisor);
}

const mirrored: { readonly [O in Op]: Op } = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" };

function holds(op: Op, sign: number): boolean {
  switch (op) {
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
    case "=":
      return sign === 0;
    case "!=":
      return sign !== 0;
  }
}

/** The whole numbers that are `op` a bound. */
export function wholes(op: Op, { n, d }: Fraction): Values {
  const floor = Math.floor(n / d);
  // A quotient of safe numbers may round up to a whole one.
  const below = floor * d > n ? floor - 1 : floor;
  const above = below * d === n ? below : below + 1;
  switch (op) {
    case "<":
      return between(Number.NEGATIVE_INFINITY, above - 1);
    case "<=":
      return between(Number.NEGATIVE_INFINITY, below);
    case ">":
      return between(below + 1, Number.POSITIVE_INFINITY);
    case ">=":
      return between(above, Number.POSITIVE_INFINITY);
    case "=":
      return these(below === above ? [below] : []);
    case "!=":
      return { ...allBut(these(below === above ? [below] : [])), unknown: false };
  }
}

/**
 * The same for a value that need not be whole: an even number stands for a value on a fine scale, the odd one after it for all
 * values up to the next. `null` for a bound that is not on the scale.
 */
function finely(op: Op, bound: Fraction): Values | null {
  const place = product(bound, { n: 2 * FINE, d: 1 });
  return place?.d === 1 && place.n % 2 === 0 ? wholes(op, place) : null;
}
