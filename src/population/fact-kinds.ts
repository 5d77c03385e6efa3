import type { Program } from "../program/program.js";
import { type Routes, routesOf } from "./fact-route.js";
import { type KindFacts, scansOf } from "./fact-sql.js";
import { type Windows, windowsOf } from "./grid.js";
import { type HistoryQuery, historyQuery } from "./told-history.js";
import { toldKinds } from "./told-facts.js";

/** All that a program's facts ask of events. */
export interface FactKinds extends Routes {
  /** Those that `scanned` facts look at. */
  readonly windows: Windows;
  /** The kinds of event that some fact is about, in the order of the program. */
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

/** Compiles the facts of a program for a population. */
export function factKinds(program: Program): FactKinds {
  const routes = routesOf(program);
  const windows = windowsOf(routes.scanned);
  const scans = scansOf(program, routes.scanned, windows);
  const told = toldKinds(program, routes.told);
  const list = program.events.flatMap((_, event): FactKind[] => {
    const scan = scans.find((one) => one.event === event) ?? null;
    const kind = told.find((one) => one.event === event);
    if (!scan && !kind) return [];
    const fields = [...new Set([...(scan?.fields ?? []), ...(kind?.fields ?? [])])].sort((a, b) => a - b);
    return [{ event, scan, history: kind ? historyQuery(program, kind) : null, fields }];
  });
  return { ...routes, windows, list };
}
