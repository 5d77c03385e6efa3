/** The gates, in the order in which every candidate walks them. */
export const gateIds = [
  "due",
  "targeted",
  "allowed",
  "assigned",
  "reachable",
  "timely",
  "exclusive",
  "fresh",
  "funded",
  "composed",
] as const;

export type GateId = (typeof gateIds)[number];
