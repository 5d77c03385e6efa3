import type { Fact, Program, Type } from "../../src/program/program.js";
import { compile, renderPretty } from "../../src/compile.js";
import type { Column, Frame } from "../../src/evaluate/frame.js";
import { mayBeNegative, typeOfFact } from "../../src/interop/logic/named-fact.js";

/** A program that compiles, though there may be nobody whom it asks for; what is wrong with one that does not is thrown. */
export function programOf(text: string): Program {
  const sources = [{ name: "a.touch", text }];
  const { program, diagnostics } = compile(sources, { prove: false });
  if (program === null) throw new Error(renderPretty(diagnostics, sources, "en", { colour: false }));
  return program;
}

/** Rows of facts at random: small numbers that meet often, edges, and unknown values where there can be. */
export function frameOf(program: Program, rows: number, numbers: Iterable<number>): Frame {
  const source = numbers[Symbol.iterator]();
  const next = (below: number): number => Number(source.next().value ?? 0) % below;
  const columns = program.facts.map((fact) => columnOf(program, fact, rows, next));
  return { columns, rows };
}

const texts = ["", "a", "b", "ab", "首页", "null", "0", "false"];

function columnOf(program: Program, fact: Fact, rows: number, next: (below: number) => number): Column {
  const { type, optional } = typeOfFact(program, fact);
  const isText = type.is === "text" || type.is === "zone" || type.is === "locale";
  const unknown = (): boolean => optional && next(4) === 0;
  if (isText) return Array.from({ length: rows }, () => (unknown() ? null : (texts[next(texts.length)] as string)));
  return Float64Array.from({ length: rows }, () => (unknown() ? Number.NaN : stored(type, fact, next)));
}

/** Stored values that lie at and beside what programs compare with. */
function stored(type: Type, fact: Fact, next: (below: number) => number): number {
  switch (type.is) {
    case "boolean":
      return next(2);
    case "enum":
      return next(type.members.length);
    case "date":
      return 20_500 + next(80) * (next(3) === 0 ? 20 : 1);
    case "instant":
      return 1_780_000_000_000 + next(40) * 3_600_000 * (next(3) === 0 ? 24 : 1) + next(3) - 1;
    case "money":
      return sign(fact, next) * (next(40) * 50 + next(3) - 1);
    case "number":
    case "ratio":
      return sign(fact, next) * (next(20) * 100_000 + next(3) - 1);
    default:
      return sign(fact, next) * next(8);
  }
}

/** Event facts are rarely negative, but a sum or a field can be. */
function sign(fact: Fact, next: (below: number) => number): number {
  return mayBeNegative(fact) && next(5) === 0 ? -1 : 1;
}

/** A project of one strategy with this `who`. */
export function projectOf(who: string): Program {
  return programOf(`
project shop { time zone Asia/Shanghai  currency CNY }
user { id: text  city: text?  age: integer?  vip: boolean  plan: one of (free, silver, gold) }
event pay { amount: CNY }
event view { page: text  weight: number }
channel push { cost 0 CNY }
material m for push { en title "x" }
strategy s {
  when every day at 10:00
  who ${who}
  repeat always
  channel push
  benefit none
  material m
}`);
}
