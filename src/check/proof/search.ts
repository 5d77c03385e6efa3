import type { Num, Test, Text } from "../../program/program.js";
import { Cube } from "./cube.js";
import type { Goal, TextAtom } from "./goal.js";
import type { Ground } from "./ground.js";
import { relation, type Ways } from "./relation.js";
import { added, type Case, keyOf, type Linear, linearKnown, Terms, textKnown } from "./term.js";
import { anyKnown, leastOf, mostOf, noneOfTexts, onlyUnknown, these, theseTexts } from "./values.js";

/** Whether goals can be met together: by these users, by nobody, or it takes too long to tell. */
export type Outcome = { readonly is: "open"; readonly cube: Cube } | { readonly is: "dead" | "unchecked" };

/** How many kinds of users are looked at before a question is left open. */
export const MOST_CUBES = 4_096;

/** How many steps of any kind; a question of ordinary size takes a few hundred. */
const MOST_STEPS = 200_000;

/** Tests with more choices in a row are left open. */
const DEEPEST = 256;

interface Budget {
  cubes: number;
  steps: number;
}

class TooMuch extends Error {}

/** Looks for users of whom all goals hold. It finds nobody only where there can be nobody. */
export class Search {
  readonly terms: Terms;
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.terms = new Terms(ground);
  }

  solve(goals: readonly Goal[], start = new Cube()): Outcome {
    const budget = { cubes: MOST_CUBES, steps: MOST_STEPS };
    try {
      const cube = this.#open(goals, [], new Cube(start), budget, 0);
      return cube ? { is: "open", cube } : { is: "dead" };
    } catch (error) {
      if (error instanceof TooMuch) return { is: "unchecked" };
      throw error;
    }
  }

  /** Takes up all that leaves no choice, then tries one choice after the other. */
  #open(goals: readonly Goal[], later: readonly Ways[], cube: Cube, budget: Budget, depth: number): Cube | null {
    if (depth > DEEPEST || --budget.cubes < 0) throw new TooMuch();
    const choices = [...later];
    const pending = goals.toReversed();
    for (let goal = pending.pop(); goal; goal = pending.pop()) {
      if (--budget.steps < 0) throw new TooMuch();
      const found = this.#ways(goal, cube);
      if (found === true) continue;
      const [only] = found;
      if (!only) return null;
      if (found.length > 1) choices.push(found);
      else for (let at = only.length - 1; at >= 0; at--) pending.push(only[at] as Goal);
    }
    budget.steps -= cube.values.size * cube.values.size;
    if (!this.#ground.settle(cube)) return null;
    const [next, rest] = this.#nextChoice(choices, cube);
    if (!next) return cube;
    for (const way of next) {
      const found = this.#open(way, rest, new Cube(cube), budget, depth + 1);
      if (found) return found;
    }
    return null;
  }

  /** The choice among the fewest ways; once none is left, the tests behind a stage. */
  #nextChoice(choices: readonly Ways[], cube: Cube): readonly [Ways | null, readonly Ways[]] {
    if (choices.length > 0) {
      const least = choices.reduce((best, each) => (each.length < best.length ? each : best));
      return [least, choices.filter((each) => each !== least)];
    }
    for (const [atom, values] of cube.values) {
      if (atom.lifecycle === null || cube.opened.has(atom.lifecycle)) continue;
      cube.opened.add(atom.lifecycle);
      const parts = this.#ground.lifecycle(atom.lifecycle);
      if (parts) return [this.#stageWays(atom.lifecycle, values.unknown, [leastOf(values), mostOf(values)]), []];
    }
    return [null, []];
  }

  #stageWays(lifecycle: number, unknown: boolean, [from, to]: readonly [number, number]): Ways {
    const { of, tests } = this.#ground.lifecycle(lifecycle) ?? { of: null, tests: [] };
    const about: Goal[] = of ? [{ is: "test", test: of, want: true }] : [];
    const atom = this.terms.stage(lifecycle);
    const each: Goal[][] = [];
    const none = tests.flatMap((test): Goal[] => (test ? [{ is: "test", test, want: false }] : []));
    if (unknown && of)
      each.push([
        { is: "atom", atom, values: onlyUnknown },
        { is: "test", test: of, want: false },
      ]);
    if (unknown && none.length === tests.length)
      each.push([{ is: "atom", atom, values: onlyUnknown }, ...about, ...none]);
    for (let at = Math.max(0, from); at <= Math.min(to, tests.length - 1); at++) {
      const own = tests[at];
      const held: Goal[] = own ? [{ is: "test", test: own, want: true }] : [];
      each.push([{ is: "atom", atom, values: these([at]) }, ...about, ...held, ...none.slice(0, at)]);
    }
    return each;
  }

  /** True once the goal is taken up; else the ways to meet it. */
  #ways(goal: Goal, cube: Cube): Ways | true {
    switch (goal.is) {
      case "test":
        return this.#testWays(goal.test, goal.want);
      case "known": {
        if (goal.want) return goal.atoms.every((atom) => cube.narrow(atom, anyKnown)) ? true : [];
        return goal.atoms.map((atom) => [{ is: "atom", atom, values: onlyUnknown }]);
      }
      default:
        return cube.take(goal) ? true : [];
    }
  }

  #testWays(test: Test, want: boolean): Ways {
    switch (test.is) {
      case "and":
      case "or": {
        const goals = test.parts.map((part): Goal => ({ is: "test", test: part, want }));
        return (test.is === "and") === want ? [goals] : goals.map((goal) => [goal]);
      }
      case "not":
        return [[{ is: "test", test: test.part, want: !want }]];
      case "tag": {
        const made = this.#ground.testOfTag(test.tag);
        return made ? [[{ is: "test", test: made, want }]] : flag(`tag ${test.tag}`, want);
      }
      case "compare":
        return this.#compare(test, want) ?? flag(keyOf(test), want);
      case "oneOfNum":
        return this.#oneOf(test, want) ?? flag(keyOf(test), want);
      case "knownNum":
        return this.#known(test.value, want) ?? flag(keyOf(test), want);
      default:
        return this.#text(test, want) ?? flag(keyOf(test), want);
    }
  }

  #compare(test: Extract<Test, { is: "compare" }>, want: boolean): Ways | null {
    const [left, right] = [this.terms.cases(test.left), this.terms.cases(test.right)];
    if (!left || !right) return null;
    return ways(pairs(left, right), want, ([a, b]) => {
      const value = added(a, b, -1);
      return value && relation(test.op, value, want);
    });
  }

  #oneOf({ value, list, type }: Extract<Test, { is: "oneOfNum" }>, want: boolean): Ways | null {
    const made = this.terms.cases(value);
    const per = type.is === "number" || type.is === "ratio" ? 1_000_000 : 1;
    return made && ways(made, want, (linear) => amongWays(linear, list, per, want));
  }

  #known(num: Num, want: boolean): Ways | null {
    const made = this.terms.cases(num);
    return made && ways(made, want, (linear) => [[linearKnown(linear, want)]]);
  }

  #text(test: Extract<Test, { is: "sameText" | "contains" | "oneOfText" | "knownText" }>, want: boolean): Ways | null {
    switch (test.is) {
      case "knownText":
        return this.#ofText(test.value, want, (text) => [[textKnown(text, want)]]);
      case "oneOfText":
        return this.#ofText(test.value, want, (text) => textWays(text, test.list, want));
      case "sameText":
      case "contains": {
        const [one, other] = test.is === "sameText" ? [test.left, test.right] : [test.text, test.part];
        const [left, right] = [this.terms.textCases(one), this.terms.textCases(other)];
        if (!left || !right) return null;
        return ways(pairs(left, right), want, (pair) => pairWays(test, pair, want));
      }
    }
  }

  #ofText(text: Text, want: boolean, of: (text: string | TextAtom) => Ways): Ways | null {
    const made = this.terms.textCases(text);
    return made && ways(made, want, of);
  }
}

function flag(key: string, want: boolean): Ways {
  return [[{ is: "flag", key, want }]];
}

/** The ways through all cases of a value; a test of a value that is unknown fails. */
function ways<T>(cases: readonly Case<T>[], want: boolean, of: (value: T) => Ways | null): Ways | null {
  const all: (readonly Goal[])[] = [];
  for (const { when, value } of cases) {
    const made = value === null ? (want ? [] : [[]]) : of(value);
    if (!made) return null;
    for (const way of made) all.push([...when, ...way]);
  }
  return all;
}

function pairs<T>(left: readonly Case<T>[], right: readonly Case<T>[]): readonly Case<readonly [T, T]>[] {
  return left.flatMap((a) =>
    right.map((b) => {
      const value = a.value === null || b.value === null ? null : ([a.value, b.value] as const);
      return { when: [...a.when, ...b.when], value };
    }),
  );
}

/** One of a few values: of one atom at once, else one after the other. */
function amongWays(linear: Linear, list: readonly number[], per: number, want: boolean): Ways | null {
  const made = list.map((stored) => {
    const value = added(linear, { parts: new Map(), constant: { n: stored, d: per } }, -1);
    return value && relation("=", value, want);
  });
  const sound = made.flatMap((each) => (each ? [each] : []));
  if (sound.length < made.length) return null;
  if (!want) return sound.every((each) => each.length === 1) ? [sound.flat(2)] : null;
  const [first] = linear.parts.keys();
  const goals = sound.flatMap((each) => each.flat());
  if (linear.parts.size === 1 && first && goals.every((goal) => goal.is === "atom")) {
    const ranges = goals.flatMap((goal) => goal.values.ranges.map(([at]) => at));
    return [[{ is: "atom", atom: first, values: these(ranges) }]];
  }
  return sound.flat();
}

function textWays(text: string | TextAtom, list: readonly string[], want: boolean): Ways {
  if (typeof text === "string") return list.includes(text) === want ? [[]] : [];
  return [[{ is: "text", atom: text, texts: want ? theseTexts(list) : noneOfTexts(list) }]];
}

function pairWays(
  test: Extract<Test, { is: "sameText" | "contains" }>,
  [a, b]: readonly [string | TextAtom, string | TextAtom],
  want: boolean,
): Ways {
  if (typeof a === "string" && typeof b === "string") {
    return (test.is === "sameText" ? a === b : a.includes(b)) === want ? [[]] : [];
  }
  if (test.is === "sameText" && typeof b === "string") return textWays(a, [b], want);
  if (test.is === "sameText" && typeof a === "string") return textWays(b, [a], want);
  const goal: Goal = { is: "flag", key: keyOf(test), want };
  return want ? [[goal, textKnown(a, true), textKnown(b, true)]] : [[goal]];
}
