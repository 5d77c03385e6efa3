import type { Compare, Expr } from "../../src/syntax/tree.js";
import { declared } from "./catalogue.js";
import { isHigh } from "./divided.js";
import { didHappen, pointHolds } from "./phrase.js";
import { reachedHolds, sequenceHolds } from "./sequence.js";
import { compareValues, type Value } from "./value.js";
import { valueOf } from "./worth.js";
import type { World } from "./world.js";

/** Whether a test holds. There are two answers only: a comparison with something unknown does not hold. */
export function holds(test: Expr, world: World): boolean {
  switch (test.is) {
    case "and":
      return test.parts.every((part) => holds(part, world));
    case "or":
      return test.parts.some((part) => holds(part, world));
    case "not":
      return !holds(test.operand, world);
    case "compare":
      return relates(test.op, valueOf(test.left, world), valueOf(test.right, world));
    case "between": {
      const value = valueOf(test.operand, world);
      return relates(">=", value, valueOf(test.low, world)) && relates("<=", value, valueOf(test.high, world));
    }
    case "equal": {
      const high = isHigh(test.left, test.right, world);
      if (high !== null) return high !== test.negated;
      const left = valueOf(test.left, world);
      const right = valueOf(test.right, world);
      return left !== null && right !== null && (compareValues(left, right) === 0) !== test.negated;
    }
    case "oneOf": {
      const value = valueOf(test.operand, world);
      return value !== null && test.list.some((each) => same(value, valueOf(each, world))) !== test.negated;
    }
    case "known":
      return (valueOf(test.operand, world) !== null) !== test.negated;
    case "contains": {
      const whole = valueOf(test.operand, world);
      const part = valueOf(test.part, world);
      return whole?.is === "text" && part?.is === "text" && whole.text.includes(part.text);
    }
    case "has":
      if (world.catalogue.strategyTags.has(test.tag.text)) return world.hasTag(test.tag.text);
      return holds(declared(world.catalogue.tags, test.tag.text).value, world);
    case "did":
      return didHappen(test, world);
    case "sequence":
      return sequenceHolds(test, world);
    case "reached":
      return reachedHolds(test, world);
    case "pointTest":
      return pointHolds(test, world);
    default:
      throw new Error(`not a test: ${test.is}`);
  }
}

function relates(op: Compare["op"], left: Value | null, right: Value | null): boolean {
  if (left === null || right === null) return false;
  const order = compareValues(left, right);
  switch (op) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function same(left: Value, right: Value | null): boolean {
  return right !== null && compareValues(left, right) === 0;
}
