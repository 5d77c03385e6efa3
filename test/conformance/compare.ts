import type { Expectation } from "./cases.js";

/** What an implementation decided for one case, about the strategies that the case looks at. */
export interface Outcome {
  readonly decisions: readonly object[];
  readonly refused: readonly object[];
}

/**
 * The part of an outcome that a case speaks about: every decision and refusal, in order, but of each only the fields
 * that are written. Equal to the expectation if, and only if, the case passes.
 */
export function spokenOf(expect: Expectation, outcome: Outcome): Outcome {
  return {
    decisions: outcome.decisions.map((each, index) => onlySpoken(expect.decisions[index], each)),
    refused: outcome.refused.map((each, index) => onlySpoken(expect.refused[index], each)),
  };
}

/** What nobody expected is kept whole, so that it shows. */
function onlySpoken(expected: object | undefined, found: object): object {
  if (expected === undefined) return found;
  return Object.fromEntries(
    Object.entries(found)
      .filter(([field]) => Object.hasOwn(expected, field))
      .map(([field, value]) => [
        field,
        spokenValue(Object.entries(expected).find(([name]) => name === field)?.[1], value),
      ]),
  );
}

function spokenValue(expected: unknown, found: unknown): unknown {
  return isPlain(expected) && isPlain(found) ? onlySpoken(expected, found) : found;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Leaves out the strategies that a case does not look at; `null` keeps all. */
export function lookAt<T extends { readonly strategy: string }>(
  list: readonly T[],
  strategies: readonly string[] | null,
): T[] {
  return list.filter((each) => strategies === null || strategies.includes(each.strategy));
}
