import type { EventFact, Fact, Num, Program, Test, Text, Window } from "../../src/program/program.js";

// A naive reading of a checked program for one user, which refuses to compare what is unknown.

const DAY = 86_400_000;

/** One event: its instant and its fields as stored, `null` for unknown. */
export interface Happening {
  readonly event: number;
  readonly at: number;
  readonly fields: readonly (number | string | null)[];
}

/** A user in UTC at an instant. */
export interface World {
  readonly now: number;
  readonly profile: readonly (number | string | null)[];
  readonly events: readonly Happening[];
}

type Known = number | string | null;

/** The columns of all facts; where an event's own fields are the columns, those. */
export function factsOf(program: Program, world: World): Known[] {
  return program.facts.map((fact) => factOf(program, fact, world));
}

function factOf(program: Program, fact: Fact, world: World): Known {
  if (fact.is === "now") return world.now;
  if (fact.is === "today") return Math.floor(world.now / DAY);
  if (fact.is === "profile") return world.profile[fact.field] ?? null;
  if (fact.is === "pointInstant" || fact.is === "pointDate") {
    const { point } = fact;
    const at = world.events
      .filter(
        (each) => each.event === point.event && (point.where === null || holds(program, point.where, [...each.fields])),
      )
      .map((each) => each.at);
    if (at.length === 0) return null;
    return fact.is === "pointInstant" ? Math.max(...at) : Math.floor(Math.max(...at) / DAY);
  }
  if (fact.is === "pointField" || fact.is === "momentIn" || fact.is === "sequence") throw new Error(fact.is);
  const found = world.events.filter(
    (each) =>
      each.event === fact.event &&
      inWindow(fact.window, world.now, each.at) &&
      (fact.where === null || holds(program, fact.where, [...each.fields])),
  );
  return measure(fact, found);
}

function measure(fact: EventFact, found: readonly Happening[]): Known {
  const instants = found.map((each) => each.at);
  if (fact.is === "count") return found.length;
  if (fact.is === "days") return new Set(instants.map((at) => Math.floor(at / DAY))).size;
  if (!("field" in fact)) throw new Error(`a fact without a field: ${fact.is}`);
  const values = found.flatMap((each) => each.fields[fact.field] ?? []).map(Number);
  if (fact.is === "countKnown") return values.length;
  if (fact.is === "sum") return values.reduce((sum, value) => sum + value, 0);
  if (values.length === 0) return null;
  return fact.is === "min" ? Math.min(...values) : Math.max(...values);
}

function inWindow(window: Window, now: number, at: number): boolean {
  if (window.is === "ever") return true;
  if (window.is === "span") return at >= now - window.ms;
  if (window.is !== "last" && window.is !== "previous" && window.is !== "for") throw new Error(window.is);
  const today = Math.floor(now / DAY);
  const first = window.unit === "day" ? today - window.n : monthsBack(today, window.n);
  const start = window.is === "last" ? first + 1 : first;
  return at >= start * DAY && (window.is !== "previous" || at < today * DAY);
}

function monthsBack(date: number, months: number): number {
  const at = new Date(date * DAY);
  const end = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months + 1, 0)).getUTCDate();
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, Math.min(at.getUTCDate(), end)) / DAY;
}

/** Whether a test holds; parts are looked at in order and only as far as needed, as narrowing assumes. */
export function holds(program: Program, test: Test, columns: readonly Known[]): boolean {
  const number = (value: Num): number => surely(numOf(program, value, columns), test);
  const text = (value: Text): string => surely(textOf(value, columns), test);
  switch (test.is) {
    case "and":
      return test.parts.every((part) => holds(program, part, columns));
    case "or":
      return test.parts.some((part) => holds(program, part, columns));
    case "not":
      return !holds(program, test.part, columns);
    case "compare":
      return isSaid(program, test)
        ? compares(test.op, number(test.left), number(test.right))
        : total(program, test, columns);
    case "sameText":
      return text(test.left) === text(test.right);
    case "contains":
      return text(test.text).includes(text(test.part));
    case "oneOfNum":
      return test.list.includes(number(test.value));
    case "oneOfText":
      return test.list.includes(text(test.value));
    case "knownNum":
      return numOf(program, test.value, columns) !== null;
    case "knownText":
      return textOf(test.value, columns) !== null;
    case "tag":
      return holds(program, (program.tags[test.tag] as { test: Test }).test, columns);
  }
}

/** `last x was …` is false by itself for who never did it; every other comparison needs both sides. */
function isSaid(program: Program, test: Test): boolean {
  return !program.phrases[test.said]?.text.startsWith("last ");
}

function total(program: Program, test: Test & { is: "compare" }, columns: readonly Known[]): boolean {
  const left = numOf(program, test.left, columns);
  const right = numOf(program, test.right, columns);
  return left !== null && right !== null && compares(test.op, left, right);
}

function surely<T>(value: T | null, test: Test): T {
  if (value === null) throw new Error(`compared an unknown value: ${JSON.stringify(test)}`);
  return value;
}

function compares(op: string, left: number, right: number): boolean {
  if (op === "<") return left < right;
  if (op === "<=") return left <= right;
  if (op === ">") return left > right;
  if (op === ">=") return left >= right;
  return op === "=" ? left === right : left !== right;
}

function numOf(program: Program, num: Num, columns: readonly Known[]): number | null {
  switch (num.is) {
    case "constant":
      return num.n / num.d;
    case "column": {
      const stored = columns[num.column];
      if (stored === undefined || typeof stored === "string") throw new Error(`column ${num.column} holds no number`);
      return stored === null ? null : stored / num.per;
    }
    case "ifUnknown":
      return numOf(program, num.value, columns) ?? numOf(program, num.otherwise, columns);
    case "stage": {
      const { stages } = program.lifecycles[num.lifecycle] as Program["lifecycles"][number];
      return stages.findIndex((stage) => stage.test === null || holds(program, stage.test, columns));
    }
    case "shiftMonths": {
      const date = numOf(program, num.date, columns);
      return date === null ? null : monthsBack(date, -num.months);
    }
    default: {
      const left = numOf(program, num.left, columns);
      const right = numOf(program, num.right, columns);
      if (left === null || right === null || (num.is === "over" && right === 0)) return null;
      return { plus: left + right, minus: left - right, times: left * right, over: left / right }[num.is];
    }
  }
}

function textOf(text: Text, columns: readonly Known[]): string | null {
  if (text.is === "constant") return text.text;
  if (text.is === "ifUnknown") return textOf(text.value, columns) ?? textOf(text.otherwise, columns);
  const stored = columns[text.column];
  if (stored === undefined || typeof stored === "number") throw new Error(`column ${text.column} holds no text`);
  return stored;
}
