import type { Length } from "./told.js";

/** What divides users into parts, and so what the parts are called: stages, tiers or groups. */
export type Division = "lifecycle" | "value" | "groups";

/** A score that a model gives. `days`: it is known to the end of a local day, else to the instant. */
export interface ToldModel {
  readonly type: string;
  readonly model: string;
  readonly valid: Length;
  readonly days: boolean;
}

/** A silence that so few end that it counts as one for good. */
export interface ToldPeriod {
  readonly candidates: readonly Length[];
  readonly event: string;
  readonly observed: Length;
  readonly below: string;
}

/** A score of users. `days`: local days are counted. `better` is `null` where none is. */
export interface ToldScore {
  readonly name: string;
  readonly value: string;
  readonly days: boolean;
  readonly better: "lower" | "higher" | null;
}

export interface ToldShare {
  readonly is: "top" | "next";
  readonly share: string;
  readonly by: string;
}
