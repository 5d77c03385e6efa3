import type { Expectation } from "./cases.js";

/** What an implementation decided for one case, about the strategies that the case looks at. */
export interface Outcome {
  readonly decisions: readonly object[];
  readonly ghosts: readonly object[];
  readonly cancellations: readonly object[];
  readonly refused: readonly object[];
}

/**
 * The part of an outcome that a case speaks about: everything that came of it, in order, but of each thing only the fields
 * that are written. Equal to the expectation if, and only if, the case passes.
 */
export function spokenOf(expect: Expectation, outcome: Outcome): Outcome {
  const spoken = (kind: keyof Outcome) => outcome[kind].map((each, index) => onlySpoken(expect[kind][index], each));
  return {
    decisions: spoken("decisions"),
    ghosts: spoken("ghosts"),
    cancellations: spoken("cancellations"),
    refused: spoken("refused"),
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

type OfStrategies = { readonly [Kind in keyof Outcome]: readonly { readonly strategy: string }[] };

/** Leaves out the strategies that a case does not look at; `null` keeps all. */
export function lookAt(outcome: OfStrategies, strategies: readonly string[] | null): Outcome {
  const seen = (kind: keyof Outcome) =>
    outcome[kind].filter((each) => strategies === null || strategies.includes(each.strategy));
  return {
    decisions: seen("decisions"),
    ghosts: seen("ghosts"),
    cancellations: seen("cancellations"),
    refused: seen("refused"),
  };
}
