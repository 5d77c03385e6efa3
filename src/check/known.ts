import type { Num, Text, Window } from "../program/program.js";
import { contains } from "./containment.js";

/** At least so many such events happened in the window; with `field`, ones in which that field is known. */
export interface Happened {
  readonly is: "happened";
  readonly event: number;
  /** The key of its `where`; empty without one. */
  readonly where: string;
  readonly window: Window;
  readonly field: number | null;
  /** From 1. */
  readonly times: number;
}

/** What a test establishes for the tests after it. */
export type Claim =
  | { readonly is: "known"; readonly value: Num | Text }
  | { readonly is: "notZero"; readonly value: Num }
  | Happened
  /** What was wrong has been reported: nothing that depends on it is reported again. */
  | { readonly is: "anything" };

export function isKnown(claims: readonly Claim[], value: Num | Text): boolean {
  return claims.some((claim) => claim.is === "anything" || (claim.is === "known" && isSame(claim.value, value)));
}

export function isNotZero(claims: readonly Claim[], value: Num): boolean {
  if (value.is === "constant") return value.n !== 0;
  return claims.some((claim) => claim.is === "anything" || (claim.is === "notZero" && isSame(claim.value, value)));
}

/** Whether what is established implies that the event happened as `needed` says. */
export function hasHappened(claims: readonly Claim[], needed: Happened): boolean {
  return claims.some((claim) => claim.is === "anything" || (claim.is === "happened" && implies(claim, needed)));
}

function implies(claim: Happened, needed: Happened): boolean {
  return (
    claim.event === needed.event &&
    claim.times >= needed.times &&
    (needed.where === "" || needed.where === claim.where) &&
    (needed.field === null || needed.field === claim.field) &&
    contains(needed.window, claim.window)
  );
}

/** What follows when a value is known: all that it is made of is known too, but for what has a fallback. */
export function knownClaims(value: Num | Text): Claim[] {
  const own: Claim = { is: "known", value };
  if ("left" in value) return [own, ...knownClaims(value.left), ...knownClaims(value.right)];
  if (value.is === "lookup") return [own, ...knownClaims(value.key.is === "text" ? value.key.text : value.key.value)];
  if (value.is === "zodiac" || value.is === "shiftMonths") return [own, ...knownClaims(value.date)];
  return [own];
}

/** One value, computed in one way: facts are interned, so a column stands for what it holds. */
function isSame(a: Num | Text, b: Num | Text): boolean {
  if (a.is !== b.is) return false;
  if (a.is === "column") return a.column === (b as typeof a).column;
  return JSON.stringify(a) === JSON.stringify(b);
}
