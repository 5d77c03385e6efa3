import type { Fact, Moment, Point, SequenceStep, Test, Window } from "../program/program.js";

/**
 * All facts that the program needs, each once: the same fact asked for again gives the same column. Those that decide are asked for
 * first; after `seal`, what is new belongs to the analysis alone.
 */
export class FactTable {
  readonly list: Fact[] = [];
  readonly #columns = new Map<string, number>();
  #sealed: number | null = null;

  /** From now on nothing decides by what is asked for. */
  seal(): void {
    this.#sealed = this.list.length;
  }

  /** What decisions read; all of it until sealed. */
  get deciding(): readonly Fact[] {
    return this.list.slice(0, this.#sealed ?? this.list.length);
  }

  /** What only the analysis reads: its columns go on where those of decisions end. */
  get analysing(): readonly Fact[] {
    return this.list.slice(this.deciding.length);
  }

  /** A table to ask on in for a while, with the same columns so far, that leaves this one as it is. */
  copy(): FactTable {
    const copy = new FactTable();
    for (const fact of this.list) copy.column(fact);
    return copy;
  }

  /** The column of a fact. */
  column(fact: Fact): number {
    const key = keyOfFact(fact);
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    this.list.push(fact);
    this.#columns.set(key, this.list.length - 1);
    return this.list.length - 1;
  }

  /** The column of a fact that something asked for before. */
  known(fact: Fact): number | null {
    return this.#columns.get(keyOfFact(fact)) ?? null;
  }
}

/** Every `where` is keyed once, however many facts and claims it stands in. */
const keys = new WeakMap<Test, string>();

/** Tests that mean the same by their form have one key: where they were said is left out. */
export function keyOfTest(test: Test | null): string {
  if (test === null) return "";
  const known = keys.get(test);
  if (known !== undefined) return known;
  // A quote inside a text is escaped, so no text looks like a member of this name.
  const key = JSON.stringify(test).replace(/"said":\d+/g, "");
  keys.set(test, key);
  return key;
}

/** A key for a window: equal for equal windows only. */
export function keyOfWindow(window: Window): string {
  switch (window.is) {
    case "ever":
    case "thisMonth":
    case "thisYear":
      return window.is;
    case "last":
    case "previous":
    case "for":
      return `${window.is} ${window.n} ${window.unit}`;
    case "span":
      return `span ${window.ms}`;
    case "ago":
      return `ago ${window.near} ${window.far} ${window.unit}`;
    case "spanAgo":
      return `spanAgo ${window.near} ${window.far}`;
    case "thisWeek":
      return `thisWeek ${window.starts}`;
    case "dates":
      return `dates ${window.from} ${window.to}`;
    case "after":
    case "before":
      return `${window.is} ${window.n} ${window.unit} ${keyOfMoment(window.moment)}`;
    case "since":
      return `since ${keyOfMoment(window.moment)}`;
  }
}

/** A key for a moment: equal for equal moments only. */
export function keyOfMoment(moment: Moment): string {
  if (moment.is === "profile") return `profile ${moment.field}`;
  return moment.is === "date" ? `date ${moment.date}` : keyOfPoint(moment);
}

export function keyOfPoint({ event, nth, where }: Point): string {
  return `point ${event} ${nth} (${keyOfTest(where)})`;
}

/** A key for a fact: equal for equal facts only. */
export function keyOfFact(fact: Fact): string {
  switch (fact.is) {
    case "now":
    case "today":
      return fact.is;
    case "profile":
    case "profileDate":
      return `${fact.is} ${fact.field}`;
    case "trigger":
      return `${fact.is} ${fact.event} ${fact.field}`;
    case "strategyTag":
      return `${fact.is} ${fact.tag}`;
    case "hour":
      return `${fact.is} ${fact.event} ${fact.hour} ${fact.days}`;
    case "pointInstant":
    case "pointDate":
      return `${fact.is} ${keyOfPoint(fact.point)}`;
    case "pointField":
      return `${fact.is} ${fact.field} ${keyOfPoint(fact.point)}`;
    case "momentIn":
      return `${fact.is} ${keyOfMoment(fact.moment)} ${keyOfWindow(fact.window)}`;
    case "sequence":
      return `${fact.is} ${keyOfWindow(fact.window)} ${fact.steps.map(keyOfStep).join(" ")}`;
    default: {
      const field = "field" in fact ? fact.field : "";
      return `${fact.is} ${fact.event} ${field} ${keyOfWindow(fact.window)} (${keyOfTest(fact.where)})`;
    }
  }
}

function keyOfStep({ no, event, where, same, within }: SequenceStep): string {
  return JSON.stringify([
    no,
    event,
    keyOfTest(where),
    same && [same.field, same.before],
    within && [within.unit, within.n],
  ]);
}
