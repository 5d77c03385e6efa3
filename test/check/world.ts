import type { MapKey, Num, Program, Test, Text } from "../../src/program/program.js";
import { factOf, type Known, monthsBack, type World } from "./world-facts.js";

// A naive reading of a checked program for one user, which refuses to compare what is unknown.

export type { Happening, World } from "./world-facts.js";

/** What a test reads: the columns of all facts, or, in a `where`, the fields of an event beside the user's profile. */
interface Reading {
  readonly program: Program;
  readonly columns: readonly Known[];
  readonly profile: readonly Known[];
}

/** The columns of all facts. */
export function factsOf(program: Program, world: World): Known[] {
  const passes = (where: Test | null, fields: readonly Known[]): boolean =>
    where === null || judge({ program, columns: fields, profile: world.profile }, where);
  return program.facts.map((fact) => factOf(fact, world, passes));
}

/** Whether a test holds for a user whose facts are known. */
export function holds(program: Program, test: Test, columns: readonly Known[]): boolean {
  return judge({ program, columns, profile: [] }, test);
}

/** What a value comes to for a user whose facts are known; `null`: unknown. */
export function worth(program: Program, value: Num, columns: readonly Known[]): number | null {
  return numOf({ program, columns, profile: [] }, value);
}

/** Parts are looked at in order and only as far as needed, as narrowing assumes. */
function judge(at: Reading, test: Test): boolean {
  const number = (value: Num): number => surely(numOf(at, value), test);
  const text = (value: Text): string => surely(textOf(at, value), test);
  switch (test.is) {
    case "and":
      return test.parts.every((part) => judge(at, part));
    case "or":
      return test.parts.some((part) => judge(at, part));
    case "not":
      return !judge(at, test.part);
    case "compare":
      return isTotal(at.program, test) ? total(at, test) : compares(test.op, number(test.left), number(test.right));
    case "sameText":
      return text(test.left) === text(test.right);
    case "contains":
      return text(test.text).includes(text(test.part));
    case "oneOfNum":
      return test.list.includes(number(test.value));
    case "oneOfText":
      return test.list.includes(text(test.value));
    case "knownNum":
      return numOf(at, test.value) !== null;
    case "knownText":
      return textOf(at, test.value) !== null;
    case "tag": {
      const value = at.program.tags[test.tag]?.value;
      if (value?.is !== "test") throw new Error("a tag that is no test");
      return judge(at, value.test);
    }
  }
}

/**
 * `last x was …` is false by itself for who never did it, and `did not … since …` where the moment is unknown; every other
 * comparison needs both sides.
 */
function isTotal(program: Program, test: Test): boolean {
  const text = program.phrases[test.said]?.text ?? "";
  return /^(last|\d+(st|nd|rd|th)) /.test(text) || /^did not .*(since|after|before) /.test(text);
}

function total(at: Reading, test: Test & { is: "compare" }): boolean {
  const left = numOf(at, test.left);
  const right = numOf(at, test.right);
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

function numOf(at: Reading, num: Num): number | null {
  switch (num.is) {
    case "constant":
      return num.n / num.d;
    case "column":
      return stored(at.columns[num.column], num.per);
    case "profile":
      return stored(at.profile[num.field], num.per);
    case "ifUnknown":
      return numOf(at, num.value) ?? numOf(at, num.otherwise);
    case "when":
      return judge(at, num.test) ? numOf(at, num.value) : null;
    case "stage": {
      const { stages } = at.program.lifecycles[num.lifecycle] as Program["lifecycles"][number];
      return stages.findIndex((stage) => stage.test === null || judge(at, stage.test));
    }
    case "tag": {
      const value = at.program.tags[num.tag]?.value;
      if (value?.is !== "num") throw new Error("a tag that is no number");
      return numOf(at, value.num);
    }
    case "lookup": {
      const found = lookup(at, num.map, num.key);
      return typeof found === "number" ? found : null;
    }
    case "zodiac": {
      const date = numOf(at, num.date);
      return date === null ? null : sign(num.calendar, date);
    }
    case "shiftMonths": {
      const date = numOf(at, num.date);
      return date === null ? null : monthsBack(date, -num.months);
    }
    case "trigger":
      throw new Error("no event starts what is asked here");
    default: {
      const left = numOf(at, num.left);
      const right = numOf(at, num.right);
      if (left === null || right === null || (num.is === "over" && right === 0)) return null;
      return { plus: left + right, minus: left - right, times: left * right, over: left / right }[num.is];
    }
  }
}

function stored(value: Known | undefined, per: number): number | null {
  if (value === undefined || typeof value === "string") throw new Error("a column that holds no number");
  return value === null ? null : value / per;
}

/** What matters here is only that each date has a sign, and that the Chinese one is unknown for dates long ago. */
function sign(calendar: "western" | "chinese", date: number): number | null {
  const { length } = "twelve signs";
  return calendar === "chinese" && date < 20_440 ? null : ((date % length) + length) % length;
}

function lookup(at: Reading, map: number, key: MapKey): string | number | null {
  const wanted = key.is === "text" ? textOf(at, key.text) : (key.members[numOf(at, key.value) ?? -1] ?? null);
  return at.program.maps[map]?.rows.find((row) => row.key === wanted)?.value ?? null;
}

function textOf(at: Reading, text: Text): string | null {
  switch (text.is) {
    case "constant":
      return text.text;
    case "when":
      return judge(at, text.test) ? textOf(at, text.value) : null;
    case "ifUnknown":
      return textOf(at, text.value) ?? textOf(at, text.otherwise);
    case "tag": {
      const value = at.program.tags[text.tag]?.value;
      if (value?.is !== "text") throw new Error("a tag that is no text");
      return textOf(at, value.text);
    }
    case "lookup": {
      const found = lookup(at, text.map, text.key);
      return typeof found === "string" ? found : null;
    }
    default: {
      const value = text.is === "column" ? at.columns[text.column] : at.profile[text.field];
      if (value === undefined || typeof value === "number") throw new Error("a column that holds no text");
      return value;
    }
  }
}
