import { addMonths } from "../calendar/civil.js";
import { signOf } from "../calendar/zodiac.js";
import type { MapKey, Num, Text } from "../program/program.js";
import { floorOf, type Rational, rational } from "./rational.js";
import type { Environment, NumReader, TextReader } from "./reader.js";

/**
 * Compiles a value to exact arithmetic of any size. This is the meaning of every number in the language;
 * the faster forms of `whole.ts` serve comparison only, and fall back to this one when a product outgrows plain numbers.
 */
export function compileNum(num: Num, environment: Environment): NumReader {
  switch (num.is) {
    case "constant": {
      const value = rational(BigInt(num.n), BigInt(num.d));
      return () => value;
    }
    case "column": {
      const { column } = num;
      const per = BigInt(num.per);
      return (frame, row) => fromStored((frame.columns[column] as Float64Array)[row] as number, per);
    }
    case "profile": {
      const { field } = num;
      const per = BigInt(num.per);
      return () => fromStored(environment.profile()[field] as number, per);
    }
    case "trigger": {
      const { field } = num;
      const per = BigInt(num.per);
      return () => fromStored(knownNumber(environment.trigger(field)), per);
    }
    case "tag":
      return environment.tagNum(num.tag);
    case "stage": {
      const stage = environment.stage(num.lifecycle);
      return (frame, row) => fromStored(stage(frame, row), 1n);
    }
    case "when": {
      const test = environment.test(num.test);
      const value = compileNum(num.value, environment);
      return (frame, row) => (test(frame, row) ? value(frame, row) : null);
    }
    case "ifUnknown": {
      const value = compileNum(num.value, environment);
      const otherwise = compileNum(num.otherwise, environment);
      return (frame, row) => value(frame, row) ?? otherwise(frame, row);
    }
    case "lookup": {
      const table = environment.table(num.map);
      const per = BigInt(table.per);
      const key = compileKey(num.key, environment);
      return (frame, row) => {
        const known = key(frame, row);
        const found = known === null ? undefined : table.rows.get(known);
        return typeof found === "number" ? fromStored(found, per) : null;
      };
    }
    case "shiftMonths":
      return ofDate(num.date, environment, (date) => addMonths(date, num.months));
    case "zodiac":
      return ofDate(num.date, environment, signOf[num.calendar]);
    default:
      return compileArithmetic(num, environment);
  }
}

/** A stored value as a number: what is none is unknown. */
export function knownNumber(value: number | string | null): number {
  return typeof value === "number" ? value : Number.NaN;
}

function fromStored(stored: number, per: bigint): Rational | null {
  return Number.isNaN(stored) ? null : { n: BigInt(stored), d: per };
}

/** What a whole number made of a date is; `NaN` is unknown. */
function ofDate(num: Num, environment: Environment, of: (date: number) => number): NumReader {
  const date = compileNum(num, environment);
  return (frame, row) => {
    const value = date(frame, row);
    return value && fromStored(of(Number(floorOf(value))), 1n);
  };
}

type Arithmetic = Extract<Num, { is: "plus" | "minus" | "times" | "over" }>;

function compileArithmetic(num: Arithmetic, environment: Environment): NumReader {
  const left = compileNum(num.left, environment);
  const right = compileNum(num.right, environment);
  const operate = operations[num.is];
  return (frame, row) => {
    const a = left(frame, row);
    if (a === null) return null;
    const b = right(frame, row);
    return b && operate(a, b);
  };
}

const operations: { readonly [I in Arithmetic["is"]]: (a: Rational, b: Rational) => Rational | null } = {
  plus: (a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }),
  minus: (a, b) => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d }),
  times: (a, b) => ({ n: a.n * b.n, d: a.d * b.d }),
  over: (a, b) => rational(a.n * b.d, a.d * b.n),
};

/** Compiles a text. It lives beside the numbers because each can be looked up by the other. */
export function compileText(text: Text, environment: Environment): TextReader {
  switch (text.is) {
    case "constant":
      return () => text.text;
    case "column": {
      const { column } = text;
      return (frame, row) => (frame.columns[column] as readonly (string | null)[])[row] as string | null;
    }
    case "profile": {
      const { field } = text;
      return () => environment.profile()[field] as string | null;
    }
    case "trigger": {
      const { field } = text;
      return () => {
        const value = environment.trigger(field);
        return typeof value === "string" ? value : null;
      };
    }
    case "tag":
      return environment.tagText(text.tag);
    case "when": {
      const test = environment.test(text.test);
      const value = compileText(text.value, environment);
      return (frame, row) => (test(frame, row) ? value(frame, row) : null);
    }
    case "ifUnknown": {
      const value = compileText(text.value, environment);
      const otherwise = compileText(text.otherwise, environment);
      return (frame, row) => value(frame, row) ?? otherwise(frame, row);
    }
    case "lookup": {
      const { rows } = environment.table(text.map);
      const key = compileKey(text.key, environment);
      return (frame, row) => {
        const known = key(frame, row);
        const found = known === null ? undefined : rows.get(known);
        return typeof found === "string" ? found : null;
      };
    }
  }
}

/** Reads what to look up in a map. */
export function compileKey(key: MapKey, environment: Environment): TextReader {
  if (key.is === "text") return compileText(key.text, environment);
  const value = compileNum(key.value, environment);
  const { members } = key;
  return (frame, row) => {
    const place = value(frame, row);
    return place && (members[Number(floorOf(place))] ?? null);
  };
}
