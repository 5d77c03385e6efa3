import type { Program } from "../program/program.js";
import { type Routes, routesOf } from "./fact-route.js";
import { type KindFacts, scansOf } from "./fact-sql.js";
import { type Windows, windowsOf } from "./grid.js";
import { type HistoryQuery, historyQuery } from "./told-history.js";
import { toldKinds } from "./told-facts.js";
import { wholeKinds } from "./whole-history.js";

/** All that a program's facts ask of events. */
export interface FactKinds extends Routes {
  /** Those that `scanned` facts look at. */
  readonly windows: Windows;
  /** Whether histories hold all events that anything reads, with their ids: then facts can be told at any ask. */
  readonly whole: boolean;
  /** The kinds of event that are of account, in the order of the program. */
  readonly list: readonly FactKind[];
}

/** What is asked of the events of one kind; one of both at least. */
export interface FactKind {
  /** The event's place in the program. */
  readonly event: number;
  readonly scan: KindFacts | null;
  readonly history: HistoryQuery | null;
  /** Fields that either reads, ascending. */
  readonly fields: readonly number[];
}

/**
 * Compiles the facts of a program for a population. `whole` is for programs whose occurrences, or whose touches on their way out, raise
 * questions of a single user: about what was known up to an event, or at an instant that others do not share.
 */
export function factKinds(program: Program, whole = false): FactKinds {
  const routes = routesOf(program);
  const windows = windowsOf(routes.scanned);
  const scans = scansOf(program, routes.scanned, windows);
  const told = whole ? wholeKinds(program) : toldKinds(program, routes.told);
  const list = program.events.flatMap((_, event): FactKind[] => {
    const scan = scans.find((one) => one.event === event) ?? null;
    const kind = told.find((one) => one.event === event);
    if (!scan && !kind) return [];
    const fields = [...new Set([...(scan?.fields ?? []), ...(kind?.fields ?? [])])].sort((a, b) => a - b);
    return [{ event, scan, history: kind ? historyQuery(program, kind, whole) : null, fields }];
  });
  return { ...routes, windows, whole, list };
}
