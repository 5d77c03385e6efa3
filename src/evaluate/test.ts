import type { Num, Test, Text, Type } from "../program/program.js";
import { storedPer } from "../program/unit.js";
import { compileCompare } from "./compare.js";
import { compareRationals, rational } from "./rational.js";
import type { Environment, RowTest } from "./reader.js";
import { compileNum, compileText } from "./value.js";
import { lowerWhole } from "./whole.js";

/** Compiles a test to a closure over the columns it names. Two-valued: an unknown makes the smallest test around it false. */
export function compileTest(test: Test, environment: Environment): RowTest {
  switch (test.is) {
    case "and":
      return every(test.parts.map((part) => compileTest(part, environment)));
    case "or":
      return some(test.parts.map((part) => compileTest(part, environment)));
    case "not": {
      const part = compileTest(test.part, environment);
      return (frame, row) => !part(frame, row);
    }
    case "compare":
      return compileCompare(test.op, test.left, test.right, environment);
    case "oneOfNum":
      return compileOneOfNum(test.value, test.list, test.type, environment);
    case "knownNum":
      return compileKnownNum(test.value, environment);
    case "tag":
      return environment.tag(test.tag);
    case "sameText":
    case "contains":
    case "oneOfText":
    case "knownText":
      return compileTextTest(test, environment);
  }
}

function every(parts: readonly RowTest[]): RowTest {
  const [first, second] = parts;
  if (first && second && parts.length === 2) return (frame, row) => first(frame, row) && second(frame, row);
  return (frame, row) => {
    for (const part of parts) if (!part(frame, row)) return false;
    return true;
  };
}

function some(parts: readonly RowTest[]): RowTest {
  const [first, second] = parts;
  if (first && second && parts.length === 2) return (frame, row) => first(frame, row) || second(frame, row);
  return (frame, row) => {
    for (const part of parts) if (part(frame, row)) return true;
    return false;
  };
}

/** Lists up to this length are searched in order; that beats a `Set`. */
const SHORT_LIST = 12;

function compileOneOfNum(value: Num, list: readonly number[], type: Type, environment: Environment): RowTest {
  const whole = lowerWhole(value, environment);
  const per = storedPer(type);
  if (whole?.per === per && !whole.mayOutgrow) {
    const { read } = whole;
    if (list.length <= SHORT_LIST) return (frame, row) => list.includes(read(frame, row));
    const set = new Set(list);
    return (frame, row) => set.has(read(frame, row));
  }
  const read = compileNum(value, environment);
  const members = list.flatMap((member) => rational(BigInt(member), BigInt(per)) ?? []);
  return (frame, row) => {
    const known = read(frame, row);
    return known !== null && members.some((member) => compareRationals(member, known) === 0);
  };
}

function compileKnownNum(value: Num, environment: Environment): RowTest {
  const whole = lowerWhole(value, environment);
  if (whole !== null) {
    const { read } = whole;
    return (frame, row) => !Number.isNaN(read(frame, row));
  }
  const read = compileNum(value, environment);
  return (frame, row) => read(frame, row) !== null;
}

type TextTest = Extract<Test, { is: "sameText" | "contains" | "oneOfText" | "knownText" }>;

/** Text is compared by code point, which for equality and containment is what JavaScript does. */
function compileTextTest(test: TextTest, environment: Environment): RowTest {
  switch (test.is) {
    case "sameText":
      return comparesTexts(test.left, test.right, environment, (a, b) => a === b);
    case "contains":
      return comparesTexts(test.text, test.part, environment, (a, b) => a.includes(b));
    case "oneOfText": {
      const read = compileText(test.value, environment);
      const members = new Set(test.list);
      return (frame, row) => {
        const value = read(frame, row);
        return value !== null && members.has(value);
      };
    }
    case "knownText": {
      const read = compileText(test.value, environment);
      return (frame, row) => read(frame, row) !== null;
    }
  }
}

function comparesTexts(
  left: Text,
  right: Text,
  environment: Environment,
  holds: (a: string, b: string) => boolean,
): RowTest {
  const a = compileText(left, environment);
  const b = compileText(right, environment);
  return (frame, row) => {
    const x = a(frame, row);
    if (x === null) return false;
    const y = b(frame, row);
    return y !== null && holds(x, y);
  };
}
