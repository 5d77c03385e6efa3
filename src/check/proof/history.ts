import type { EventFact, Fact, PointFact, SequenceFact } from "../../program/program.js";
import { keyOfMoment, keyOfTest } from "../fact-table.js";
import type { Cube } from "./cube.js";
import type { Atom, Sum } from "./goal.js";
import { datesIn, daysBack, isWholeDays, lies, reachesNow, type Wheres } from "./implies.js";
import type { Terms } from "./term.js";
import { anyKnown, anyKnownText, between, leastOf, mostOf, noText, onlyUnknown, type Values } from "./values.js";

/** The facts behind columns, and columns for facts that nothing asked for but that tie others together. */
export interface Columns {
  fact(column: number): Fact | undefined;
  column(fact: Fact): number;
  isText(column: number): boolean;
  /** Whether a field is known in every event of a kind. */
  isSure(event: number, field: number): boolean;
}

/** What can be told of a value: that it is known, that it is not, or neither. */
type Knowledge = "known" | "unknown" | "either";

/** What facts about one history are to each other. Every method says false where they contradict. */
export class History {
  readonly #columns: Columns;
  readonly #terms: () => Terms;
  readonly #wheres: Wheres;

  constructor(columns: Columns, terms: () => Terms, wheres: Wheres) {
    this.#columns = columns;
    this.#terms = terms;
    this.#wheres = wheres;
  }

  /** Draws one round of what follows. */
  settle(cube: Cube): boolean {
    const columns = this.#asked(cube);
    if (!columns.every(([column, fact]) => this.#alone(cube, column, fact))) return false;
    const all = this.#asked(cube);
    for (const first of all) {
      for (const second of all) {
        if (first !== second && !this.#pair(cube, first, second)) return false;
      }
    }
    return [...cube.sums.values()].every(({ sum }) => this.#elapsed(cube, sum, all));
  }

  #asked(cube: Cube): readonly (readonly [number, Fact])[] {
    const columns = [...cube.values.keys(), ...cube.texts.keys()].flatMap(({ column }) => column ?? []);
    return columns.flatMap((column) => {
      const fact = this.#columns.fact(column);
      return fact ? [[column, fact] as const] : [];
    });
  }

  /** What a fact says by itself, through counts of the same events. */
  #alone(cube: Cube, column: number, fact: Fact): boolean {
    switch (fact.is) {
      case "count":
        return this.#needsMoment(cube, column, fact);
      case "days":
        return this.#days(cube, column, fact) && this.#needsMoment(cube, column, fact);
      case "countKnown":
      case "distinct":
      case "sum":
      case "min":
      case "max":
      case "mostFrequent":
        return this.#ofField(cube, column, fact);
      case "pointInstant":
      case "pointDate":
      case "pointField":
        return this.#ofPoint(cube, column, fact);
      case "momentIn":
        return this.#momentIn(cube, column, fact);
      case "sequence":
        return this.#sequence(cube, column, fact);
      default:
        return true;
    }
  }

  #count(cube: Cube, fact: Pick<EventFact, "event" | "where" | "window">): Atom {
    const { event, where, window } = fact;
    return this.#kept(cube, { is: "count", event, where, window });
  }

  /** The atom of a fact, which from now on is asked for as well. */
  #kept(cube: Cube, fact: Fact): Atom {
    const atom = this.#terms().column(this.#columns.column(fact));
    cube.narrow(atom, atom.values);
    return atom;
  }

  /** Where there is a window beside a moment that is an event, nothing lies in it without that event. */
  #needsMoment(cube: Cube, column: number, { window }: EventFact): boolean {
    if (!("moment" in window) || window.moment.is !== "point") return true;
    const { event, where, nth } = window.moment;
    const ever = this.#count(cube, { event, where, window: { is: "ever" } });
    const own = this.#terms().column(column);
    const least = nth === "last" ? 1 : nth;
    if (leastOf(cube.of(own)) > 0) return cube.narrow(ever, atLeast(least));
    return mostOf(cube.of(ever)) >= least || cube.narrow(own, atMost(0));
  }

  #days(cube: Cube, column: number, fact: EventFact): boolean {
    const [days, count] = [this.#terms().column(column), this.#count(cube, fact)];
    return notMore(cube, days, count) && bothOrNone(cube, days, count);
  }

  #ofField(cube: Cube, column: number, fact: Extract<EventFact, { field: number }>): boolean {
    const count = this.#count(cube, fact);
    const known =
      fact.is === "countKnown" ? this.#terms().column(column) : this.#kept(cube, { ...fact, is: "countKnown" });
    if (!notMore(cube, known, count)) return false;
    if (this.#columns.isSure(fact.event, fact.field) && !notMore(cube, count, known)) return false;
    if (fact.is === "countKnown") return true;
    if (fact.is === "distinct") {
      const own = this.#terms().column(column);
      return notMore(cube, own, known) && bothOrNone(cube, own, known);
    }
    if (fact.is === "sum") return this.#sum(cube, column, fact, known);
    return this.#knownWith(cube, column, known, 1);
  }

  #sum(cube: Cube, column: number, fact: Extract<EventFact, { field: number }>, known: Atom): boolean {
    const own = this.#terms().column(column);
    const natural = this.#wheres.isNeverNegative(fact.event, fact.where, fact.field);
    if (natural && !cube.narrow(own, atLeast(0))) return false;
    if (mostOf(cube.of(known)) === 0) return cube.narrow(own, between(0, 0));
    const { ranges } = cube.of(own);
    return ranges.some(([a, b]) => a <= 0 && b >= 0) || cube.narrow(known, atLeast(1));
  }

  /** A value that is known if, and only if, there are at least so many. */
  #knownWith(cube: Cube, column: number, count: Atom, least: number): boolean {
    const knowledge = this.#knowledge(cube, column);
    if (knowledge === "known" && !cube.narrow(count, atLeast(least))) return false;
    if (knowledge === "unknown" && !cube.narrow(count, atMost(least - 1))) return false;
    if (leastOf(cube.of(count)) >= least) return this.#tell(cube, column, "known");
    return mostOf(cube.of(count)) >= least || this.#tell(cube, column, "unknown");
  }

  #knowledge(cube: Cube, column: number): Knowledge {
    if (this.#columns.isText(column)) {
      const { unknown, only } = cube.textsOf(this.#terms().textColumn(column));
      return unknown ? (only?.size === 0 ? "unknown" : "either") : "known";
    }
    const { unknown, ranges } = cube.of(this.#terms().column(column));
    return unknown ? (ranges.length === 0 ? "unknown" : "either") : "known";
  }

  #tell(cube: Cube, column: number, knowledge: "known" | "unknown"): boolean {
    const known = knowledge === "known";
    if (this.#columns.isText(column)) {
      return cube.narrowText(this.#terms().textColumn(column), known ? anyKnownText : noText);
    }
    return cube.narrow(this.#terms().column(column), known ? anyKnown : onlyUnknown);
  }

  #ofPoint(cube: Cube, column: number, fact: Exclude<PointFact, { is: "momentIn" }>): boolean {
    const { event, where, nth } = fact.point;
    const ever = this.#count(cube, { event, where, window: { is: "ever" } });
    const least = nth === "last" ? 1 : nth;
    if (fact.is !== "pointField" || this.#columns.isSure(event, fact.field)) {
      return this.#knownWith(cube, column, ever, least);
    }
    if (this.#knowledge(cube, column) === "known") return cube.narrow(ever, atLeast(least));
    return mostOf(cube.of(ever)) >= least || this.#tell(cube, column, "unknown");
  }

  #momentIn(cube: Cube, column: number, { moment, window }: Extract<Fact, { is: "momentIn" }>): boolean {
    const own = this.#terms().column(column);
    if (moment.is !== "point") return true;
    const { event, where, nth } = moment;
    const ever = this.#count(cube, { event, where, window: { is: "ever" } });
    const inside = this.#count(cube, { event, where, window });
    if (leastOf(cube.of(own)) === 1) {
      return cube.narrow(ever, atLeast(nth === "last" ? 1 : nth)) && cube.narrow(inside, atLeast(1));
    }
    if (mostOf(cube.of(inside)) === 0) return cube.narrow(own, atMost(0));
    if (nth !== "last" || !reachesNow(window)) return true;
    if (mostOf(cube.of(own)) === 0) return cube.narrow(inside, atMost(0));
    return leastOf(cube.of(inside)) === 0 || cube.narrow(own, atLeast(1));
  }

  /** A sequence needs an event for each step; one event is never two steps. */
  #sequence(cube: Cube, column: number, { window, steps }: SequenceFact): boolean {
    const own = this.#terms().column(column);
    if (leastOf(cube.of(own)) === 0) return true;
    const needed = steps.filter(({ no }) => !no);
    return needed.every(({ event, where }) => {
      const alike = needed.filter((step) => step.event === event && keyOfTest(step.where) === keyOfTest(where));
      return cube.narrow(this.#count(cube, { event, where, window }), atLeast(alike.length));
    });
  }

  /** What holds of two facts, the first of which looks at a part of what the second looks at. */
  #pair(cube: Cube, [one, first]: readonly [number, Fact], [other, second]: readonly [number, Fact]): boolean {
    if (first.is === "count" && second.is === "days" && this.#isPart(first, second))
      this.#kept(cube, { ...first, is: "days" });
    if (first.is !== second.is) return true;
    if ("window" in first && "window" in second && "where" in first && "where" in second) {
      return this.#inside(cube, [one, first], [other, second]);
    }
    if (first.is === "momentIn" && second.is === "momentIn") {
      if (keyOfMoment(first.moment) !== keyOfMoment(second.moment) || !lies(first.window, second.window)) return true;
      return notMore(cube, this.#terms().column(one), this.#terms().column(other));
    }
    if ("point" in first && "point" in second && first.is !== "pointField") {
      return this.#inOrder(cube, [one, first], [other, second as typeof first]);
    }
    return true;
  }

  #inside(
    cube: Cube,
    [one, first]: readonly [number, EventFact],
    [other, second]: readonly [number, EventFact],
  ): boolean {
    if (first.event !== second.event || !lies(first.window, second.window)) return true;
    const field = "field" in first ? first.field : null;
    if (field !== ("field" in second ? second.field : null)) return true;
    if (!this.#wheres.implies(first.event, first.where, second.where)) return true;
    const [a, b] = [this.#terms().column(one), this.#terms().column(other)];
    switch (first.is) {
      case "days":
        return notMore(cube, a, b) && this.#dayByDay(cube, first, second);
      case "count":
      case "countKnown":
      case "distinct":
        return notMore(cube, a, b);
      case "sum": {
        const natural = field !== null && this.#wheres.isNeverNegative(second.event, second.where, field);
        return !natural || notMore(cube, a, b);
      }
      case "min":
        return this.#knowledge(cube, one) !== "known" || (cube.narrow(b, anyKnown) && notMore(cube, b, a));
      case "max":
        return this.#knowledge(cube, one) !== "known" || (cube.narrow(b, anyKnown) && notMore(cube, a, b));
      case "mostFrequent":
        return true;
    }
  }

  #isPart(first: EventFact, second: EventFact): boolean {
    if (first.event !== second.event || !lies(first.window, second.window)) return false;
    return (
      isWholeDays(first.window) && isWholeDays(second.window) && keyOfTest(first.where) === keyOfTest(second.where)
    );
  }

  /** Outside of a part of the dates there are no more days than there are other dates. */
  #dayByDay(cube: Cube, part: EventFact, all: EventFact): boolean {
    if (!this.#isPart(part, all)) return true;
    const [some, every] = [part, all].map((fact) => this.#kept(cube, fact)) as [Atom, Atom];
    const rest = datesIn(all.window) - datesIn(part.window);
    return (
      cube.narrow(every, atMost(mostOf(cube.of(some)) + rest)) &&
      cube.narrow(some, atLeast(leastOf(cube.of(every)) - rest))
    );
  }

  /** Of the same events an earlier one is not later. */
  #inOrder(
    cube: Cube,
    [one, { point: a }]: readonly [number, Extract<PointFact, { point: unknown }>],
    [other, { point: b }]: readonly [number, Extract<PointFact, { point: unknown }>],
  ): boolean {
    if (a.event !== b.event || keyOfTest(a.where) !== keyOfTest(b.where) || a.nth === "last") return true;
    if (b.nth !== "last" && b.nth < a.nth) return true;
    if (this.#knowledge(cube, one) !== "known" || this.#knowledge(cube, other) !== "known") return true;
    return notMore(cube, this.#terms().column(one), this.#terms().column(other));
  }

  /** What the time since an event says about counts in windows that go on to now, and the other way round. */
  #elapsed(cube: Cube, sum: Sum, all: readonly (readonly [number, Fact])[]): boolean {
    const since = this.#since(sum);
    const values = cube.sums.get(sum.key)?.values;
    if (!since || !values || values.unknown) return true;
    const towards = (from: number, to: number): Values =>
      since.sign > 0 ? between(from, to) : between(0 - to, 0 - from);
    if (!cube.narrowSum(sum, towards(0, Number.POSITIVE_INFINITY))) return false;
    return all.every(([column, fact]) => {
      if (fact.is !== "count" || fact.event !== since.point.event) return true;
      const back = since.unit === "day" ? daysBack(fact.window) : fact.window.is === "span" ? fact.window.ms : null;
      if (back === null) return true;
      const count = this.#terms().column(column);
      const left = cube.sums.get(sum.key)?.values ?? values;
      const [least, most] = since.sign > 0 ? [leastOf(left), mostOf(left)] : [-mostOf(left), -leastOf(left)];
      if (this.#wheres.implies(fact.event, since.point.where, fact.where)) {
        // The event itself is in the window, if it is no older than that.
        if (most <= back && !cube.narrow(count, atLeast(1))) return false;
        if (mostOf(cube.of(count)) === 0 && !cube.narrowSum(sum, towards(back + 1, Number.POSITIVE_INFINITY)))
          return false;
      }
      if (since.point.nth !== "last" || !this.#wheres.implies(fact.event, fact.where, since.point.where)) return true;
      if (least > back && !cube.narrow(count, atMost(0))) return false;
      return leastOf(cube.of(count)) === 0 || cube.narrowSum(sum, towards(0, back));
    });
  }

  /** Reads `today − the date of an event` and `now − its instant`; `sign` tells which way round. */
  #since(sum: Sum) {
    const [a, b] = sum.parts;
    if (!a || !b || sum.parts.length > 2 || a.factor + b.factor !== 0 || Math.abs(a.factor) !== 1) return null;
    const facts = [a, b].map(({ atom }) => (atom.column === null ? undefined : this.#columns.fact(atom.column)));
    const clock = facts.findIndex((fact) => fact?.is === "now" || fact?.is === "today");
    const [now, then] = clock === 0 ? facts : facts.toReversed();
    const days = now?.is === "today" && then?.is === "pointDate";
    const exact = now?.is === "now" && then?.is === "pointInstant";
    if (clock < 0 || !then || (!days && !exact) || !("point" in then)) return null;
    return { point: then.point, unit: days ? "day" : "ms", sign: (clock === 0 ? a : b).factor } as const;
  }
}

function atLeast(n: number): Values {
  return between(n, Number.POSITIVE_INFINITY);
}

function atMost(n: number): Values {
  return between(Number.NEGATIVE_INFINITY, n);
}

/** `less <= more`, of values that are known. */
function notMore(cube: Cube, less: Atom, more: Atom): boolean {
  return cube.narrow(less, atMost(mostOf(cube.of(more)))) && cube.narrow(more, atLeast(leastOf(cube.of(less))));
}

/** One is 0 where the other is. */
function bothOrNone(cube: Cube, one: Atom, other: Atom): boolean {
  const follows = (a: Atom, b: Atom): boolean => {
    if (leastOf(cube.of(a)) > 0) return cube.narrow(b, atLeast(1));
    return mostOf(cube.of(a)) > 0 || cube.narrow(b, atMost(0));
  };
  return follows(one, other) && follows(other, one);
}
