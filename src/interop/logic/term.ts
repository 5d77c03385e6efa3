import type { Json } from "../tree/write.js";

/** Whole numbers up to here are exact as doubles, which is all that JSON Logic counts with. */
export const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** A whole number made of facts. */
export type Term =
  | { readonly is: "whole"; readonly n: bigint }
  /** `most` bounds its size; `null`: it may be as large as a fact is limited to. */
  | { readonly is: "fact"; readonly name: string; readonly most: bigint | null; readonly negative: boolean }
  | { readonly is: "plus" | "minus" | "times"; readonly left: Term; readonly right: Term }
  /** `reads` is what the test compares with 0, if it does. */
  | {
      readonly is: "if";
      readonly test: Json;
      readonly value: Term;
      readonly otherwise: Term;
      readonly reads: Term | null;
    };

export const whole = (n: bigint): Term => ({ is: "whole", n });
const zero = whole(0n);

export function plus(left: Term, right: Term): Term {
  if (left.is === "whole" && right.is === "whole") return whole(left.n + right.n);
  return { is: "plus", left, right };
}

export function minus(left: Term, right: Term): Term {
  if (left.is === "whole" && right.is === "whole") return whole(left.n - right.n);
  return { is: "minus", left, right };
}

export function times(left: Term, right: Term): Term {
  if (left.is === "whole" && right.is === "whole") return whole(left.n * right.n);
  if (left.is === "whole") return times(right, left);
  if (right.is === "whole" && right.n === 1n) return left;
  return { is: "times", left, right };
}

/** The term with the sign of another: by it a fraction's divisor becomes positive. */
export function signed(term: Term, by: Term): Term {
  if (isNeverNegative(by)) return term;
  if (by.is === "whole") return times(term, whole(-1n));
  return { is: "if", test: { ">": [ruleOf(by), 0] }, value: term, otherwise: minus(zero, term), reads: by };
}

export function isNeverNegative(term: Term): boolean {
  switch (term.is) {
    case "whole":
      return term.n >= 0n;
    case "fact":
      return !term.negative;
    case "minus":
      return false;
    case "if":
      return isNeverNegative(term.value) && isNeverNegative(term.otherwise);
    default:
      return isNeverNegative(term.left) && isNeverNegative(term.right);
  }
}

export function ruleOf(term: Term): Json {
  switch (term.is) {
    case "whole":
      return Number(term.n);
    case "fact":
      return { var: term.name };
    case "if":
      return { if: [term.test, ruleOf(term.value), ruleOf(term.otherwise)] };
    default:
      return { [signs[term.is]]: [ruleOf(term.left), ruleOf(term.right)] };
  }
}

const signs = { plus: "+", minus: "-", times: "*" } as const;

/** The names of the facts whose size nothing bounds. */
export function boundless(term: Term): readonly string[] {
  switch (term.is) {
    case "whole":
      return [];
    case "fact":
      return term.most === null ? [term.name] : [];
    case "if":
      return [term.value, term.otherwise, ...(term.reads === null ? [] : [term.reads])].flatMap(boundless);
    default:
      return [...boundless(term.left), ...boundless(term.right)];
  }
}

/**
 * How large the facts of a comparison may be, so that doubles decide it exactly; `null` if even small ones do not. All that is
 * computed must stay within 2^53 − 1, but for the last step of one side where the other side is exact: its result is
 * rounded once, and what is rounded from beyond 2^53 stays beyond.
 */
export function limitOf(left: Term, right: Term): bigint | null {
  const fits = (limit: bigint): boolean =>
    (largest(left, limit, true) <= LARGEST && largest(right, limit, false) <= LARGEST) ||
    (largest(left, limit, false) <= LARGEST && largest(right, limit, true) <= LARGEST);
  if (fits(LARGEST)) return LARGEST;
  if (!fits(1n)) return null;
  let [low, high] = [1n, LARGEST];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The largest size of anything that is computed on the way; without the last step's result if that may be rounded. */
function largest(term: Term, limit: bigint, rounded: boolean): bigint {
  switch (term.is) {
    case "whole":
    case "fact":
      return sizeOf(term, limit);
    case "if":
      return max(
        // What is rounded once keeps its sign.
        term.reads === null ? 0n : largest(term.reads, limit, true),
        max(largest(term.value, limit, rounded), largest(term.otherwise, limit, rounded)),
      );
    default: {
      const inside = max(largest(term.left, limit, false), largest(term.right, limit, false));
      return rounded ? inside : max(inside, sizeOf(term, limit));
    }
  }
}

function sizeOf(term: Term, limit: bigint): bigint {
  switch (term.is) {
    case "whole":
      return term.n < 0n ? -term.n : term.n;
    case "fact":
      return term.most ?? limit;
    case "if":
      return max(sizeOf(term.value, limit), sizeOf(term.otherwise, limit));
    case "times":
      return sizeOf(term.left, limit) * sizeOf(term.right, limit);
    default:
      return sizeOf(term.left, limit) + sizeOf(term.right, limit);
  }
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
