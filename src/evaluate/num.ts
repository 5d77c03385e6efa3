import { addMonths } from "../calendar/civil.js";
import type { Num } from "../program/program.js";
import { floorOf, type Rational, rational } from "./rational.js";
import type { Environment, NumReader } from "./reader.js";

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
      return (frame, row) => {
        const stored = (frame.columns[column] as Float64Array)[row] as number;
        return Number.isNaN(stored) ? null : { n: BigInt(stored), d: per };
      };
    }
    case "stage": {
      const stage = environment.stage(num.lifecycle);
      return (frame, row) => ({ n: BigInt(stage(frame, row)), d: 1n });
    }
    case "ifUnknown": {
      const value = compileNum(num.value, environment);
      const otherwise = compileNum(num.otherwise, environment);
      return (frame, row) => value(frame, row) ?? otherwise(frame, row);
    }
    case "shiftMonths": {
      const date = compileNum(num.date, environment);
      const { months } = num;
      return (frame, row) => {
        const value = date(frame, row);
        return value && { n: BigInt(addMonths(Number(floorOf(value)), months)), d: 1n };
      };
    }
    default:
      return compileArithmetic(num, environment);
  }
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
