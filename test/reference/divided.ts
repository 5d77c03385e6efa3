import type { Expr, Groups, Lifecycle, Score, Value as ValueNode } from "../../src/syntax/tree.js";
import { amountOf, partOf } from "./found.js";
import { holds } from "./holds.js";
import { compareRationals, minus, over, plus, type Rational, times, whole } from "./rational.js";
import type { World } from "./world.js";
import { valueOf } from "./worth.js";

/** What divides users into parts. */
export type Division = Lifecycle | ValueNode | Groups;

/** The part that a user is in: the first that fits, or else the rest; `null` for whoever it is not about. */
export function stageOf(division: Division, world: World): string | null {
  if (division.is === "lifecycle") {
    const stage = division.stages.find((each) => holds(each.when, world)) ?? division.otherwise;
    return stage?.name.text ?? null;
  }
  if (division.of !== null && !holds(division.of, world)) return null;
  if (division.is === "groups") return nearest(division, world);
  const tier = division.tiers.find((each) => isIn(division, each, world)) ?? division.otherwise;
  return tier?.name.text ?? null;
}

function isIn(value: ValueNode, { name, rule }: ValueNode["tiers"][number], world: World): boolean {
  if (rule.is === "when") return holds(rule.test, { ...world, value });
  const limit = partOf(world.catalogue.found, value.name.text, "value", "tiers", name.text);
  return isAtOrBetter(scoreOf(value, rule.by.text), limit, world);
}

/** `r is high`; `null` for what is no such phrase. What is not high is low. */
export function isHigh(left: Expr, right: Expr, world: World): boolean | null {
  const { value } = world;
  if (value === null || left.is !== "path" || right.is !== "path" || left.names.length > 1) return null;
  const [score, word] = [left.names[0]?.text ?? "", right.names[0]?.text];
  if ((word !== "high" && word !== "low") || !value.scores.some(({ name }) => name.text === score)) return null;
  const limit = partOf(world.catalogue.found, value.name.text, "value", "high", score);
  return isAtOrBetter(scoreOf(value, score), limit, { ...world, value: null }) === (word === "high");
}

function scoreOf({ scores }: ValueNode, name: string): Score {
  const score = scores.find((each) => each.name.text === name);
  if (score === undefined) throw new Error(`no score: ${name}`);
  return score;
}

/** What was not found is a limit that nobody reaches. */
function isAtOrBetter(score: Score, limit: unknown, world: World): boolean {
  if (limit === undefined) return false;
  const order = compareRationals(amountIn(score, world), amountOf(limit));
  return score.better === "lower" ? order <= 0 : order >= 0;
}

/** A score as a number: of time the local days that have gone by. */
function amountIn(score: Score, world: World): Rational {
  const value = valueOf(score.value, world);
  if (value?.is === "number") return value.number;
  if (value?.is === "since") return whole(value.today - value.date);
  if (value?.is === "length" && value.length.is === "days") return whole(value.length.days);
  throw new TypeError(`a score that is no amount: ${score.name.text}`);
}

/** The group whose centre is the nearest, of several as near the first, by the sum of squares; `null` before there are centres. */
function nearest(groups: Groups, world: World): string | null {
  const found = partOf(world.catalogue.found, groups.name.text, "groups");
  if (found === undefined) return null;
  const away = groups.groups.map(({ name }) => {
    const squares = groups.scores.map((score) => {
      const at = over(amountIn(score, world), amountOf(partOf(found, "spread", score.name.text)));
      if (at === null) throw new Error("a spread of 0");
      const far = minus(at, amountOf(partOf(found, "centres", name.text, score.name.text)));
      return times(far, far);
    });
    return { name: name.text, square: squares.reduce(plus, whole(0)) };
  });
  const least = away.reduce((best, each) => (compareRationals(each.square, best.square) < 0 ? each : best));
  return least.name;
}
