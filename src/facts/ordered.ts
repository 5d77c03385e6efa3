import type { Environment } from "../evaluate/reader.js";
import type { BoundsSet } from "./bounds.js";
import type { FactFrame } from "./fact-frame.js";
import type { FactsInput } from "./facts-input.js";
import type { Scheme } from "./scheme.js";

/** Writes the facts that compare events with each other, at each instant, to the rows from `first` on. */
export type FillOrdered = (input: FactsInput, bounds: BoundsSet, into: FactFrame, first: number) => void;

/** The working memory of one plan. */
export function createOrderedWork(_scheme: Scheme, _environment: Environment): FillOrdered {
  return () => undefined;
}
