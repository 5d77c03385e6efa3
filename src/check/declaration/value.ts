import type { Num, Op, Test } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, type Scores, userScope } from "../checker.js";
import { meant } from "../report.js";
import { type CheckedTest, constant, failed, type NumValue } from "../value.js";
import { betterOf, scoreNamed, scoreValue } from "./score.js";
import { cutsOf } from "./value-fit.js";

/** The tests of the tiers of a value, in their order; of what was not found in the population yet, none holds. */
export function tierTests(c: Checker, node: Tree.Value, of: CheckedTest | null): readonly CheckedTest[] {
  const known = of?.whenTrue ?? [];
  const cuts = cutsOf(c, node, of);
  const valued = (name: string): Scored | null | undefined => {
    const score = scoreNamed(node.scores, name);
    const value = score && scoreValue(c, score, known);
    if (!score) return undefined;
    return value ? { score, value } : null;
  };
  const placeOf = (name: string): number => node.scores.findIndex((score) => score.name.text === name) + 1;
  const scores: Scores = {
    has: (name) => scoreNamed(node.scores, name) !== undefined,
    value: (name) => valued(name)?.value ?? null,
    high: (name, said) => {
      const scored = valued(name);
      return scored ? better(c, node.name, scored, { found: cuts?.high(name), which: placeOf(name) }, said) : null;
    },
  };
  return node.tiers.map(({ name, rule, span }, place): CheckedTest => {
    if (rule.is === "when") return c.test(rule.test, { ...userScope, known, scores });
    const scored = valued(rule.by.text);
    if (scored === undefined) unknownScore(c, node, rule.by);
    const limit = { found: cuts?.tier(name.text), which: node.scores.length + place + 1 };
    const test = scored && better(c, node.name, scored, limit, c.phrases.said(span));
    return test ? { test, whenTrue: [], whenFalse: [] } : failed;
  });
}

interface Limit {
  readonly found: number | undefined;
  /** From 1: its place among the limits of the value. */
  readonly which: number;
}

interface Scored {
  readonly score: Tree.Score;
  readonly value: NumValue;
}

/** At or better than a limit in stored units; without one it holds for nobody. */
function better(c: Checker, division: Tree.Name, { score, value }: Scored, limit: Limit, said: number): Test | null {
  const way = betterOf(c, score);
  if (!way) return null;
  const op: Op = way === "lower" ? "<=" : ">=";
  const { found, which } = limit;
  const right = found === undefined ? unfound(c, division, which) : constant(found, storedPer(value.type));
  return { is: "compare", op, left: value.num, right, type: value.type, said };
}

/** A number that is not found yet, no comparison with which holds. Two of them need not be the same, so each is written apart. */
export function unfound(c: Checker, division: Tree.Name, which: number): Num {
  const place = c.catalogue.lifecycles.get(division.text)?.place ?? 0;
  return { is: "over", left: constant(place * MOST_LIMITS + which), right: constant(0) };
}

/** More than any value has. */
const MOST_LIMITS = 1_000;

function unknownScore(c: Checker, node: Tree.Value, name: Tree.Name): null {
  const { exist, suggestion } = meant(
    name,
    node.scores.map((each) => each.name.text),
  );
  return c.report.add("unknown-score", name.span, { name: name.text, of: node.name.text, exist }, { suggestion });
}
