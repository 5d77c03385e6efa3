import type { Test } from "../../program/program.js";
import type { Expr, Name } from "../../syntax/tree.js";
import type { EventEntry } from "../catalogue.js";
import type { Checker } from "../checker.js";
import { keyOfTest } from "../fact-table.js";
import { meant } from "../report.js";

/** An event with the test that its fields must pass. */
export interface Matched {
  readonly entry: EventEntry;
  readonly event: number;
  readonly where: Test | null;
  /** Equal for tests of one form. */
  readonly key: string;
}

/** The event that a name stands for. */
export function eventOf(c: Checker, name: Name): EventEntry | null {
  const entry = c.catalogue.events.get(name.text);
  if (entry) return entry;
  const { exist, suggestion } = meant(name, c.catalogue.events.keys());
  return c.report.add("unknown-event", name.span, { name: name.text, exist }, { suggestion });
}

/** An event and its `where`; `null` when something in them was reported. */
export function matched(c: Checker, name: Name, where: Expr | null): Matched | null {
  const entry = eventOf(c, name);
  if (!entry) return null;
  if (where === null) return { entry, event: entry.place, where: null, key: "" };
  const { test } = c.test(where, { event: entry, known: [], hole: false });
  return test && { entry, event: entry.place, where: test, key: keyOfTest(test) };
}
