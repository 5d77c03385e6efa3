import { isPlain, type PlainWindow } from "../facts/need.js";
import type { Fact, Point, Program, Test } from "../program/program.js";
import { Parameters } from "./sql.js";
import { NotInSql, whereSql } from "./where-sql.js";

/**
 * How the facts of a program are computed, at asks about all that is visible at an instant, that come neither from the clock nor
 * straight from the profile. Those of a triggering event are unknown there, and strategy tags are nobody's yet.
 */
export interface Routes {
  /** Those that SQL computes, in one scan of each event's table. */
  readonly scanned: readonly ScannedFact[];
  /** Places of those that the facts room tells from ordered histories: order decides them, or SQL can't say their tests. */
  readonly told: readonly number[];
}

/** A fact about the events of one kind that lie in a window and pass `where`, whatever their order. */
export interface ScannedFact {
  /** In the program. */
  readonly place: number;
  readonly event: number;
  readonly where: Test | null;
  readonly window: PlainWindow;
  readonly total: Total;
}

export type Total =
  | { readonly is: "count" | "days" }
  /** The instant of the first or the last event, or the local date of it. */
  | { readonly is: "first" | "last"; readonly dated: boolean }
  /** Whether the last event of all lies in the window. */
  | { readonly is: "lastIn" }
  | { readonly is: "countKnown" | "sum" | "min" | "max" | "distinct"; readonly field: number };

type FactOfEvents = Exclude<Fact, { is: "now" | "today" | "profile" | "profileDate" | "trigger" | "strategyTag" }>;

/** Finds each fact's way. */
export function routesOf({ facts }: Pick<Program, "facts">): Routes {
  const scanned: ScannedFact[] = [];
  const told: number[] = [];
  facts.forEach((fact, place) => {
    if (!isOfEvents(fact)) return;
    const found = scannedFact(fact, place);
    if (found && isInSql(found.where)) scanned.push(found);
    else told.push(place);
  });
  return { scanned, told };
}

function isOfEvents(fact: Fact): fact is FactOfEvents {
  switch (fact.is) {
    case "now":
    case "today":
    case "profile":
    case "profileDate":
    case "trigger":
    case "strategyTag":
      return false;
    default:
      return true;
  }
}

function scannedFact(fact: FactOfEvents, place: number): ScannedFact | null {
  switch (fact.is) {
    case "pointInstant":
    case "pointDate": {
      const end = endOf(fact.point);
      const total = end && { is: end, dated: fact.is === "pointDate" };
      return total && { place, ...fact.point, window: { is: "ever" }, total };
    }
    case "momentIn": {
      const { moment, window } = fact;
      if (moment.is !== "point" || moment.nth !== "last" || !isPlain(window)) return null;
      return { place, ...moment, window, total: { is: "lastIn" } };
    }
    case "pointField":
    case "sequence":
    case "mostFrequent":
    case "hour":
      return null;
    case "count":
    case "days":
      return isPlain(fact.window) ? { place, ...fact, window: fact.window, total: { is: fact.is } } : null;
    default:
      return isPlain(fact.window)
        ? { place, ...fact, window: fact.window, total: { is: fact.is, field: fact.field } }
        : null;
  }
}

/** Which end of a history a point is, if it is one. */
function endOf({ nth }: Point): "first" | "last" | null {
  return nth === "last" ? "last" : nth === 1 ? "first" : null;
}

/** Whether SQL can judge which events of a kind pass. */
export function isInSql(where: Test | null): boolean {
  try {
    if (where !== null) whereSql(where, { field: String, profile: String }, new Parameters());
    return true;
  } catch (error) {
    if (error instanceof NotInSql) return false;
    throw error;
  }
}
