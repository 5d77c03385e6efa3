/** Why a user is touched by nothing but counted: held out from all, from a set or a strategy, or in a variant without an offer. */
export type GhostReason = "global_holdout" | "holdout" | "control";
