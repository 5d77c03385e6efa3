import type { History, Rule, Violation } from "./log.js";
import { assignment } from "./rule/assignment.js";
import { caps } from "./rule/caps.js";
import { consent } from "./rule/consent.js";
import { exclusion } from "./rule/exclusion.js";
import { fallbacks } from "./rule/fallback.js";
import { hours } from "./rule/hours.js";
import { ghosts, identity, order } from "./rule/identity.js";
import { limits, repeats } from "./rule/pace.js";
import { books, offers, stock } from "./rule/stock.js";

const rules: readonly Rule[] = [
  identity,
  order,
  ghosts,
  assignment,
  offers,
  hours,
  consent,
  repeats,
  limits,
  caps,
  exclusion,
  stock,
  books,
  fallbacks,
];

/**
 * Holds a history against what its authors wrote. It reads decisions and entries only: it knows nothing of facts, gates or folds,
 * and computes dates, hashes and windows in its own way.
 */
export function violations(history: History): Violation[] {
  return rules.flatMap((rule) => rule(history));
}
