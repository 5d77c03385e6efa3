import type { Program, Strategy } from "../../program/program.js";
import type { StrategyEntry } from "../catalogue.js";
import type { Checker } from "../checker.js";
import { type OfferClauses, offerOf } from "../inherited.js";
import type { Clause } from "./clause.js";
import type { Users } from "./user-ground.js";

/** What a rule about one strategy looks at. */
export interface Proof {
  readonly c: Checker;
  readonly program: Program;
  readonly users: Users;
  readonly strategy: Strategy;
  readonly entry: StrategyEntry;
  /** What has happened whenever the strategy looks. */
  readonly begun: readonly Clause[];
  readonly who: readonly Clause[];
}

/** The clauses of each variant's offer, in the order of the variants; of a strategy without a split its own. */
export function offersOf({ entry: { node } }: Proof): readonly OfferClauses[] {
  return node.split ? node.split.variants.map((own) => offerOf(node, own)) : [node];
}
