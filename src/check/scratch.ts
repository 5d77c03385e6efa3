import type { Checker } from "./checker.js";
import { test, value } from "./expression/expression.js";

/** A checker that looks at expressions without asking for facts: those stand in a table of its own, which starts as a copy. */
export function scratch(c: Checker): Checker {
  const own: Checker = {
    ...c,
    facts: c.facts.copy(),
    test: (expr, scope) => test(own, expr, scope),
    value: (expr, scope) => value(own, expr, scope),
  };
  return own;
}
