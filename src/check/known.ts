import type { Num, Text, Window } from "../program/program.js";
import { keyOfWindow } from "./fact-table.js";

/** At least one such event happened in the window; with `field`, one in which that field is known. */
export interface Happened {
  readonly is: "happened";
  readonly event: number;
  /** The key of its `where`; empty without one. */
  readonly where: string;
  readonly window: Window;
  readonly field: number | null;
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
    (needed.where === "" || needed.where === claim.where) &&
    (needed.field === null || needed.field === claim.field) &&
    within(claim.window, needed.window)
  );
}

/** Whether every event in `inner` lies in `outer`, whatever the instant. */
function within(inner: Window, outer: Window): boolean {
  if (outer.is === "ever") return true;
  if (inner.is === "ever") return false;
  if (inner.is === "span") return outer.is === "span" && inner.ms <= outer.ms;
  if (!isCounted(inner) || !isCounted(outer)) return keyOfWindow(inner) === keyOfWindow(outer);
  const reaches = inner.unit === outer.unit && inner.n <= outer.n;
  return reaches && (inner.is === outer.is || outer.is === "for");
}

function isCounted(window: Window): window is Window & { readonly is: "last" | "previous" | "for" } {
  return window.is === "last" || window.is === "previous" || window.is === "for";
}

/** What follows when a value is known: all that it is made of is known too, but for what has a fallback. */
export function knownClaims(value: Num | Text): Claim[] {
  const own: Claim = { is: "known", value };
  if ("left" in value) return [own, ...knownClaims(value.left), ...knownClaims(value.right)];
  return [own];
}

/** One value, computed in one way: facts are interned, so a column stands for what it holds. */
function isSame(a: Num | Text, b: Num | Text): boolean {
  if (a.is !== b.is) return false;
  if (a.is === "column") return a.column === (b as typeof a).column;
  return JSON.stringify(a) === JSON.stringify(b);
}
