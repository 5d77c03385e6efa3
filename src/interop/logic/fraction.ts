import type { Json } from "../tree/write.js";
import { all, eitherKnown } from "./guard.js";
import { minus, plus, ruleOf, signed, type Term, times, whole } from "./term.js";

/** A number as a fraction, whose divisor is greater than 0, with what must hold for it to be known. */
export interface Fraction {
  readonly n: Term;
  readonly d: Term;
  readonly guards: readonly Json[];
}

export function sum(is: "plus" | "minus", a: Fraction, b: Fraction): Fraction {
  const add = is === "plus" ? plus : minus;
  const guards = [...a.guards, ...b.guards];
  const [left, right, d] = alike(a, b);
  return { n: add(left, right), d, guards };
}

/** Both numerators over one divisor. */
function alike(a: Fraction, b: Fraction): readonly [Term, Term, Term] {
  if (a.d.is === "whole" && b.d.is === "whole") {
    const by = divisor(a.d.n, b.d.n);
    return [times(a.n, whole(b.d.n / by)), times(b.n, whole(a.d.n / by)), whole((a.d.n / by) * b.d.n)];
  }
  return [times(a.n, b.d), times(b.n, a.d), times(a.d, b.d)];
}

/** A divisor of 0 makes a number unknown. */
export function over(a: Fraction, b: Fraction): Fraction {
  const guards = [...a.guards, ...b.guards];
  if (b.n.is !== "whole") guards.push({ "!==": [ruleOf(b.n), 0] });
  else if (b.n.n === 0n) guards.push(false);
  return { n: signed(times(a.n, b.d), b.n), d: signed(times(a.d, b.n), b.n), guards };
}

export function ifUnknown(value: Fraction, fallback: Fraction): Fraction {
  if (value.guards.length === 0) return value;
  const test = all(value.guards);
  const guards = eitherKnown(value.guards, fallback.guards);
  if (value.d.is === "whole" && fallback.d.is === "whole") {
    const [known, rest, d] = alike(value, fallback);
    return { n: { is: "if", test, value: known, otherwise: rest, reads: null }, d, guards };
  }
  return {
    n: { is: "if", test, value: value.n, otherwise: fallback.n, reads: null },
    d: { is: "if", test, value: value.d, otherwise: fallback.d, reads: null },
    guards,
  };
}

/** The greatest common divisor. */
export function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}
