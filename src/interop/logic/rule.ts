import type { Num, Program, Test, Text, Type } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Json } from "../tree/write.js";
import type { FactNames, Named } from "./fact-names.js";
import { mayBeNegative, mostOf } from "./named-fact.js";
import { boundless, limitOf, minus, plus, ruleOf, signed, type Term, times, whole } from "./term.js";

/** Why a test cannot be said in JSON Logic. */
export type Unsaid =
  /** Doubles would have to be larger than they are exact for: facts may be at most `limit` in size, if any at all. */
  | { readonly is: "inexact"; readonly limit: string | null }
  /** A sign, or a date moved by months, of a date that is computed. */
  | { readonly is: "computed"; readonly what: "zodiac" | "shiftMonths" };

/** Thrown where a test cannot be said. */
export class CannotSay extends Error {
  constructor(readonly why: Unsaid) {
    super(why.is);
    this.name = "CannotSay";
  }
}

/** What a rule reads. */
export interface Reads {
  read(named: Named): void;
  /** The facts may be no larger than this for the rule to be exact. */
  limit(name: string, size: bigint): void;
}

/** A value that is not a number, with what must hold for it to be known. */
interface Known {
  readonly rule: Json;
  readonly guards: readonly Json[];
}

/** A number as a fraction, whose divisor is greater than 0, with what must hold for it to be known. */
interface Fraction {
  readonly n: Term;
  readonly d: Term;
  readonly guards: readonly Json[];
}

/** Facts that may be no larger than this are no facts that anybody could use. */
const LEAST_LIMIT = 1_000_000n;
/** The same for those that are counted in millionths. */
const LEAST_LIMIT_OF_MILLIONTHS = 1_000_000_000n;

/** Writes tests of a program as JSON Logic over named facts. Throws `CannotSay`. */
export function ruleWriter(program: Program, names: FactNames, reads: Reads): (test: Test) => Json {
  function rule(test: Test): Json {
    switch (test.is) {
      case "and":
      case "or":
        return { [test.is]: test.parts.map(rule) };
      case "not":
        return { "!": [rule(test.part)] };
      case "compare":
        return compared(test);
      case "oneOfNum":
        return oneOfNum(test);
      case "knownNum":
        return all(isDiscrete(test.type) ? discrete(test.value, test.type).guards : fraction(test.value).guards);
      case "tag": {
        const value = program.tags[test.tag]?.value;
        if (value?.is !== "test") throw new RangeError("a tag that is no test stands where a test does");
        return rule(value.test);
      }
      case "knownText":
        return all(textOf(test.value).guards);
      case "sameText": {
        const [left, right] = [textOf(test.left), textOf(test.right)];
        return all([...left.guards, ...right.guards, { "===": [left.rule, right.rule] }]);
      }
      case "contains":
        return contains(textOf(test.text), textOf(test.part));
      case "oneOfText": {
        const value = textOf(test.value);
        return all([...value.guards, { in: [value.rule, test.list] }]);
      }
    }
  }

  function compared({ op, left, right, type }: Test & { readonly is: "compare" }): Json {
    if (isDiscrete(type)) {
      const [a, b] = [discrete(left, type), discrete(right, type)];
      const sign = { "=": "===", "!=": "!==" }[op as "=" | "!="];
      return all([...a.guards, ...b.guards, { [sign]: [a.rule, b.rule] }]);
    }
    const [a, b] = [fraction(left), fraction(right)];
    return all([...a.guards, ...b.guards, exactly(op, a, b)]);
  }

  /** Compares by cross-multiplication, after common factors of the divisors are taken out. */
  function exactly(op: (Test & { readonly is: "compare" })["op"], a: Fraction, b: Fraction): Json {
    const by = a.d.is === "whole" && b.d.is === "whole" ? divisor(a.d.n, b.d.n) : 1n;
    const left = times(a.n, b.d.is === "whole" ? whole(b.d.n / by) : b.d);
    const right = times(b.n, a.d.is === "whole" ? whole(a.d.n / by) : a.d);
    const [x, y] = withoutFactor(left, right);
    const limit = limitOf(x, y);
    const facts = [...boundless(x), ...boundless(y)];
    const least =
      by > 1n || [a, b].some(({ d }) => d.is === "whole" && d.n > 1n) ? LEAST_LIMIT_OF_MILLIONTHS : LEAST_LIMIT;
    if (limit === null || (facts.length > 0 && limit < least))
      throw new CannotSay({ is: "inexact", limit: limit === null ? null : limit.toString() });
    for (const name of facts) reads.limit(name, limit);
    return { [signs[op]]: [ruleOf(x), ruleOf(y)] };
  }

  function oneOfNum({ value, list, type }: Test & { readonly is: "oneOfNum" }): Json {
    if (isDiscrete(type)) {
      const { rule: of, guards } = discrete(value, type);
      const ids = list.map((each) => discreteConstant(each, type));
      return all([...guards, { in: [of, ids] }]);
    }
    const of = fraction(value);
    const per = BigInt(storedPer(type));
    const same = list.map((each) => exactly("=", of, { n: whole(BigInt(each)), d: whole(per), guards: [] }));
    return all([...of.guards, same.length === 1 ? (same[0] as Json) : { or: same }]);
  }

  function fraction(num: Num): Fraction {
    const one = whole(1n);
    switch (num.is) {
      case "constant":
        return { n: whole(BigInt(num.n)), d: whole(BigInt(num.d)), guards: [] };
      case "column":
        return ofFact(names.column(num.column), BigInt(num.per));
      case "plus":
      case "minus":
        return sum(num.is, fraction(num.left), fraction(num.right));
      case "times": {
        const [a, b] = [fraction(num.left), fraction(num.right)];
        return { n: times(a.n, b.n), d: times(a.d, b.d), guards: [...a.guards, ...b.guards] };
      }
      case "over":
        return over(fraction(num.left), fraction(num.right));
      case "ifUnknown":
        return ifUnknown(fraction(num.value), fraction(num.otherwise));
      case "tag": {
        const value = program.tags[num.tag]?.value;
        if (value?.is !== "num") throw new RangeError("a tag that is no number stands where a number does");
        return fraction(value.num);
      }
      case "lookup":
        return lookup(num);
      case "shiftMonths": {
        if (num.date.is !== "column") throw new CannotSay({ is: "computed", what: "shiftMonths" });
        return ofFact(names.shiftedMonths(num.date.column, num.months), 1n);
      }
      case "stage":
      case "zodiac": {
        // As a number a choice is its place; nothing in the language asks for it.
        throw new CannotSay({ is: "computed", what: "zodiac" });
      }
      case "profile":
        return { n: profileOutside(), d: one, guards: [] };
    }
  }

  function ofFact(named: Named, per: bigint): Fraction {
    const { name, type, optional, fact } = named;
    reads.read(named);
    const guards = optional ? [isKnown(name)] : [];
    if (type.is === "boolean") {
      const n: Term = { is: "if", test: { var: name }, value: whole(1n), otherwise: whole(0n) };
      return { n, d: whole(1n), guards };
    }
    const negative = fact.is !== "fact" || mayBeNegative(program.facts[fact.column] ?? { is: "now" });
    return { n: { is: "fact", name, most: mostOf(type), negative }, d: whole(per), guards };
  }

  function lookup({ map, key }: Num & { readonly is: "lookup" }): Fraction {
    const table = program.maps[map];
    const { rule: of, guards } = keyed(key);
    const rows = table?.rows ?? [];
    const chain = rows.reduceRight<Term>(
      (rest, row) => ({
        is: "if",
        test: { "===": [of, row.key] },
        value: whole(BigInt(row.value)),
        otherwise: rest,
      }),
      whole(0n),
    );
    const hasRow: Json = { in: [of, rows.map((row) => row.key)] };
    return { n: chain, d: whole(BigInt(storedPer(table?.type ?? { is: "integer" }))), guards: [...guards, hasRow] };
  }

  function keyed(key: (Num & { readonly is: "lookup" })["key"]): Known {
    if (key.is === "text") return textOf(key.text);
    const members = key.members.map((id) => ({ id, label: null }));
    return discrete(key.value, { is: "enum", members });
  }

  /** A choice by its id, yes or no as such. */
  function discrete(num: Num, type: Type): Known {
    switch (num.is) {
      case "constant":
        return { rule: discreteConstant(num.n / num.d, type), guards: [] };
      case "column": {
        const named = names.column(num.column);
        reads.read(named);
        const of: Json = { var: named.name };
        const guards = named.optional ? [isKnown(named.name)] : [];
        const isYesNo = type.is !== "boolean" || named.type.is === "boolean";
        return { rule: isYesNo ? of : { "!==": [of, 0] }, guards };
      }
      case "ifUnknown":
        return otherwise(discrete(num.value, type), discrete(num.otherwise, type));
      case "stage":
        return { rule: stage(num.lifecycle), guards: [] };
      case "tag": {
        const value = program.tags[num.tag]?.value;
        if (value?.is === "num") return discrete(value.num, type);
        if (value?.is === "test") return { rule: rule(value.test), guards: [] };
        throw new RangeError("a tag that is a text stands where a choice does");
      }
      case "zodiac": {
        if (num.date.is !== "column") throw new CannotSay({ is: "computed", what: "zodiac" });
        const named = names.zodiac(num.calendar, num.date.column, type);
        reads.read(named);
        return { rule: { var: named.name }, guards: named.optional ? [isKnown(named.name)] : [] };
      }
      default:
        throw new RangeError(`\`${num.is}\` is no choice`);
    }
  }

  /** The first stage whose test holds. */
  function stage(lifecycle: number): Json {
    const stages = program.lifecycles[lifecycle]?.stages ?? [];
    const tested = stages.flatMap(({ id, test }) => (test === null ? [id] : [rule(test), id]));
    return stages.length === 1 ? (tested[0] as Json) : { if: tested };
  }

  function textOf(text: Text): Known {
    switch (text.is) {
      case "constant":
        return { rule: text.text, guards: [] };
      case "column": {
        const named = names.column(text.column);
        reads.read(named);
        return { rule: { var: named.name }, guards: named.optional ? [isKnown(named.name)] : [] };
      }
      case "ifUnknown":
        return otherwise(textOf(text.value), textOf(text.otherwise));
      case "tag": {
        const value = program.tags[text.tag]?.value;
        if (value?.is !== "text") throw new RangeError("a tag that is no text stands where a text does");
        return textOf(value.text);
      }
      case "lookup": {
        const rows = program.maps[text.map]?.rows ?? [];
        const { rule: of, guards } = keyed(text.key);
        const chain: Json[] = rows.flatMap((row): Json[] => [{ "===": [of, row.key] }, row.value]);
        return { rule: { if: [...chain, ""] }, guards: [...guards, { in: [of, rows.map((row) => row.key)] }] };
      }
      case "profile":
        return profileOutside();
    }
  }

  return rule;
}

const signs = { "<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "===", "!=": "!==" } as const;

const isDiscrete = (type: Type): boolean => type.is === "enum" || type.is === "boolean";

function discreteConstant(stored: number, type: Type): Json {
  return type.is === "enum" ? (type.members[stored]?.id ?? null) : stored !== 0;
}

/** What is known is told apart from what is not by `null` alone: 0, "" and false are values. */
const isKnown = (name: string): Json => ({ "!==": [{ var: name }, null] });

/** All that must hold, each once; always true if there is nothing. */
function all(rules: readonly Json[]): Json {
  const once = [...new Map(rules.map((each) => [JSON.stringify(each), each])).values()];
  if (once.length === 0) return true;
  return once.length === 1 ? (once[0] as Json) : { and: once };
}

function sum(is: "plus" | "minus", a: Fraction, b: Fraction): Fraction {
  const add = is === "plus" ? plus : minus;
  const guards = [...a.guards, ...b.guards];
  const [left, right, d] = alike(a, b);
  return { n: add(left, right), d, guards };
}

/** Both numerators over one divisor. */
function alike(a: Fraction, b: Fraction): readonly [Term, Term, Term] {
  if (a.d.is === "whole" && b.d.is === "whole") {
    const by = divisor(a.d.n, b.d.n);
    return [times(a.n, whole(b.d.n / by)), times(b.n, whole(a.d.n / by)), whole((a.d.n / by) * b.d.n)];
  }
  return [times(a.n, b.d), times(b.n, a.d), times(a.d, b.d)];
}

/** A divisor of 0 makes a number unknown. */
function over(a: Fraction, b: Fraction): Fraction {
  const guards = [...a.guards, ...b.guards];
  if (b.n.is !== "whole") guards.push({ "!==": [ruleOf(b.n), 0] });
  else if (b.n.n === 0n) guards.push(false);
  return { n: signed(times(a.n, b.d), b.n), d: signed(times(a.d, b.n), b.n), guards };
}

function ifUnknown(value: Fraction, fallback: Fraction): Fraction {
  if (value.guards.length === 0) return value;
  const test = all(value.guards);
  const guards = fallback.guards.length === 0 ? [] : [{ or: [test, all(fallback.guards)] }];
  if (value.d.is === "whole" && fallback.d.is === "whole") {
    const [known, rest, d] = alike(value, fallback);
    return { n: { is: "if", test, value: known, otherwise: rest }, d, guards };
  }
  return {
    n: { is: "if", test, value: value.n, otherwise: fallback.n },
    d: { is: "if", test, value: value.d, otherwise: fallback.d },
    guards,
  };
}

function otherwise(value: Known, fallback: Known): Known {
  if (value.guards.length === 0) return value;
  const test = all(value.guards);
  const guards = fallback.guards.length === 0 ? [] : [{ or: [test, all(fallback.guards)] }];
  return { rule: { if: [test, value.rule, fallback.rule] }, guards };
}

/** json-logic-js finds nothing in an empty text, though every text contains the empty one. */
function contains(text: Known, part: Known): Json {
  const guards = [...text.guards, ...part.guards];
  if (part.rule === "") return all(guards);
  const found: Json = { in: [part.rule, text.rule] };
  return all([...guards, typeof part.rule === "string" ? found : { or: [{ "===": [part.rule, ""] }, found] }]);
}

/** Takes the common factor out of a comparison with a number, as `200 * count <= sum` needs none. */
function withoutFactor(left: Term, right: Term): readonly [Term, Term] {
  const by = divisor(factorOf(left), factorOf(right));
  return by > 1n ? [divided(left, by), divided(right, by)] : [left, right];
}

function factorOf(term: Term): bigint {
  if (term.is === "whole") return term.n < 0n ? -term.n : term.n;
  return term.is === "times" && term.right.is === "whole" && term.right.n > 0n ? term.right.n : 1n;
}

function divided(term: Term, by: bigint): Term {
  if (term.is === "whole") return whole(term.n / by);
  return term.is === "times" && term.right.is === "whole" ? times(term.left, whole(term.right.n / by)) : term;
}

/** The greatest common divisor. */
function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

function profileOutside(): never {
  throw new RangeError("a field of the profile is named outside a `where`");
}
