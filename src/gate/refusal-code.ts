/** Why candidates are refused, and touches cancelled: codes that say it alone. */
export const plainCodes = [
  "stop_listed",
  "not_personal",
  "opted_out",
  "control",
  "unreachable",
  "quiet",
  "too_long",
  "unfilled",
  "followed",
  "left",
] as const;

/** Codes that are followed, after a blank, by what they are about: `capped all per week`, `out_of_stock hp20`. */
export const codesAbout = [
  "capped",
  "quota",
  "lost_to",
  "out_of_stock",
  "per_user",
  "over_budget",
  "too_long",
] as const;

export type PlainCode = (typeof plainCodes)[number];
export type CodeAbout = (typeof codesAbout)[number];

/** `clause_<n>`: the first part of `who` that fails, counted from 1. */
export type RefusalCode = PlainCode | `${CodeAbout} ${string}` | `clause_${number}`;
