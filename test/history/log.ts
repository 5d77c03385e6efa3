import { DateTime } from "luxon";
import type { Cancellation, Decision, Ghost } from "../../src/decide/decision.js";
import type { OptIn, OptOut, Receipt, TagSet } from "../../src/decide/entry.js";
import type { Grants } from "../../src/gate/grants.js";
import type { Program, Strategy } from "../../src/program/program.js";

/** What was recorded about many users. `program` serves only for what its author wrote: caps, hours, quantities, shares. */
export interface History {
  readonly program: Program;
  readonly users: readonly UserHistory[];
  /** Up to this instant everything has been decided, and what was to be sent by then has been looked at again. */
  readonly until: number;
  /** What was given out of, as it is at the end. */
  readonly stock: Grants;
}

export interface UserHistory {
  readonly id: string;
  readonly zone: string;
  /** In the order of recording. */
  readonly log: readonly Item[];
}

export type TouchItem = { readonly kind: "touch" } & Decision;
export type GhostItem = { readonly kind: "ghost" } & Ghost;
export type CancelItem = { readonly kind: "cancel" } & Cancellation;
export type Item = TouchItem | GhostItem | CancelItem | OptOut | OptIn | TagSet | Receipt;

/** A rule that a history broke. */
export interface Violation {
  readonly rule: string;
  readonly user: string;
  readonly detail: string;
}

/** Finds what in a history breaks one kind of rule. */
export type Rule = (history: History) => Violation[];

export function instantOf(text: string | number | Date): number {
  return typeof text === "string" ? Date.parse(text) : Number(text);
}

export function touchesOf(user: UserHistory): TouchItem[] {
  return user.log.filter((item): item is TouchItem => item.kind === "touch");
}

export function ghostsOf(user: UserHistory): GhostItem[] {
  return user.log.filter((item): item is GhostItem => item.kind === "ghost");
}

export function cancelsOf(user: UserHistory): CancelItem[] {
  return user.log.filter((item): item is CancelItem => item.kind === "cancel");
}

/** The touches that were never cancelled: those that went out. */
export function sentOf(user: UserHistory): TouchItem[] {
  const cancelled = new Set(cancelsOf(user).map(({ key }) => key));
  return touchesOf(user).filter(({ key }) => !cancelled.has(key));
}

export function strategyOf({ program }: History, id: string): Strategy {
  const found = program.strategies.find((strategy) => strategy.id === id);
  if (!found) throw new RangeError(`no strategy ${id}`);
  return found;
}

/** The local clock at an instant. */
export function local(instant: number, zone: string): DateTime<true> {
  const time = DateTime.fromMillis(instant, { zone });
  if (!time.isValid) throw new RangeError(`no instant ${instant} in ${zone}`);
  return time;
}

/** Days since 1970-01-01 of a date such as `2026-11-10`. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}
