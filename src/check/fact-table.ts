import type { Fact, Test, Window } from "../program/program.js";

/** All facts that the program needs, each once: the same fact asked for again gives the same column. */
export class FactTable {
  readonly list: Fact[] = [];
  readonly #columns = new Map<string, number>();

  /** The column of a fact; `whereKey` is the key of its `where`. */
  column(fact: Fact, whereKey = ""): number {
    const key = keyOfFact(fact, whereKey);
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    this.list.push(fact);
    this.#columns.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}

/** Tests that mean the same by their form have one key: where they were said is left out. */
export function keyOfTest(test: Test | null): string {
  if (test === null) return "";
  // A quote inside a text is escaped, so no text looks like a member of this name.
  return JSON.stringify(test).replace(/"said":\d+/g, "");
}

/** A key for a window: equal for equal windows only. */
export function keyOfWindow(window: Window): string {
  if (window.is === "ever") return "ever";
  return window.is === "span" ? `span ${window.ms}` : `${window.is} ${window.n} ${window.unit}`;
}

function keyOfFact(fact: Fact, whereKey: string): string {
  if (fact.is === "now" || fact.is === "today") return fact.is;
  if (fact.is === "profile") return `profile ${fact.field}`;
  const field = "field" in fact ? fact.field : "";
  return `${fact.is} ${fact.event} ${field} ${keyOfWindow(fact.window)} ${whereKey}`;
}
