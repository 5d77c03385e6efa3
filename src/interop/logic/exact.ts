import type { Op } from "../../program/program.js";
import type { Json } from "../tree/write.js";
import { divisor, type Fraction } from "./fraction.js";
import { boundless, limitOf, ruleOf, type Term, times, whole } from "./term.js";
import { CannotSay, type Reads } from "./writer.js";

/** Facts that may be no larger than this are no facts that anybody could use. */
const LEAST_LIMIT = 1_000_000n;
/** The same for those that are counted in millionths. */
const LEAST_LIMIT_OF_MILLIONTHS = 1_000_000_000n;

/** Compares by cross-multiplication, after common factors of the divisors are taken out. */
export function exactly(reads: Reads, op: Op, a: Fraction, b: Fraction): Json {
  const by = a.d.is === "whole" && b.d.is === "whole" ? divisor(a.d.n, b.d.n) : 1n;
  const left = times(a.n, b.d.is === "whole" ? whole(b.d.n / by) : b.d);
  const right = times(b.n, a.d.is === "whole" ? whole(a.d.n / by) : a.d);
  const [x, y] = withoutFactor(left, right);
  const limit = limitOf(x, y);
  const facts = [...boundless(x), ...boundless(y)];
  const least =
    by > 1n || [a, b].some(({ d }) => d.is === "whole" && d.n > 1n) ? LEAST_LIMIT_OF_MILLIONTHS : LEAST_LIMIT;
  if (limit === null || (facts.length > 0 && limit < least))
    throw new CannotSay({ is: "inexact", limit: limit === null ? null : limit.toString() });
  for (const name of facts) reads.limit(name, limit);
  return { [signs[op]]: [ruleOf(x), ruleOf(y)] };
}

const signs = { "<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "===", "!=": "!==" } as const;

/** Takes the common factor out of a comparison with a number, as `200 * count <= sum` needs none. */
function withoutFactor(left: Term, right: Term): readonly [Term, Term] {
  const by = divisor(factorOf(left), factorOf(right));
  return by > 1n ? [divided(left, by), divided(right, by)] : [left, right];
}

function factorOf(term: Term): bigint {
  if (term.is === "whole") return term.n < 0n ? -term.n : term.n;
  return term.is === "times" && term.right.is === "whole" && term.right.n > 0n ? term.right.n : 1n;
}

function divided(term: Term, by: bigint): Term {
  if (term.is === "whole") return whole(term.n / by);
  return term.is === "times" && term.right.is === "whole" ? times(term.left, whole(term.right.n / by)) : term;
}
