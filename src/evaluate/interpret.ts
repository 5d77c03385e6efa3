import type { Num, Program, Test, Text } from "../program/program.js";
import { storedPer } from "../program/unit.js";
import { createEnvironment } from "./environment.js";
import type { Frame } from "./frame.js";
import { compareRationals, type Rational } from "./rational.js";
import type { Environment } from "./reader.js";
import { compileNum, compileText } from "./value.js";

/** What was found out about one test for one row: whether it holds, the values of its sides, and its parts. */
export interface Finding {
  readonly test: Test;
  readonly holds: boolean;
  /** What stands on the left, or is asked about; `null` if unknown, or if the test has no value. */
  readonly seen: Rational | string | null;
  /** What stands on the right; `null` if unknown, or if there is no right. */
  readonly needed: Rational | string | null;
  /** All parts, whether or not they decided: of `and`, `or` and `not`; of a tag its test; of a stage those tried. */
  readonly parts: readonly Finding[];
}

/** What tests may name. */
export type Declared = Pick<Program, "tags" | "lifecycles" | "maps">;

/**
 * Walks a test as it stands in the program, and looks at every part. Slow, and written without any of the shortcuts of
 * the compiled tests, from which it must never differ: it is what explanations are made from.
 */
export function interpret(test: Test, program: Declared, frame: Frame, row: number): Finding {
  const environment = slowEnvironment(program);
  return visit(test);

  function visit(node: Test): Finding {
    switch (node.is) {
      case "and":
      case "or": {
        const parts = node.parts.map(visit);
        return found(node, node.is === "and" ? parts.every(holds) : parts.some(holds), null, null, parts);
      }
      case "not": {
        const part = visit(node.part);
        return found(node, !part.holds, null, null, [part]);
      }
      case "tag": {
        const value = program.tags[node.tag]?.value;
        const parts = value?.is === "test" ? [visit(value.test)] : [];
        return found(node, parts.some(holds), null, null, parts);
      }
      case "compare": {
        const [left, right] = [num(node.left), num(node.right)];
        const order = left && right && compareRationals(left, right);
        return found(node, order !== null && orderDecides(node.op, order), left, right, stagesTried(node.left));
      }
      case "oneOfNum": {
        const value = num(node.value);
        const per = BigInt(storedPer(node.type));
        return found(
          node,
          value !== null && node.list.some((n) => BigInt(n) * value.d === value.n * per),
          value,
          null,
          stagesTried(node.value),
        );
      }
      case "knownNum": {
        const value = num(node.value);
        return found(node, value !== null, value, null, []);
      }
      case "sameText": {
        const [left, right] = [text(node.left), text(node.right)];
        return found(node, left !== null && left === right, left, right, []);
      }
      case "contains": {
        const [whole, part] = [text(node.text), text(node.part)];
        return found(node, whole !== null && part !== null && whole.indexOf(part) >= 0, whole, part, []);
      }
      case "oneOfText": {
        const value = text(node.value);
        return found(
          node,
          node.list.some((member) => member === value),
          value,
          null,
          [],
        );
      }
      case "knownText": {
        const value = text(node.value);
        return found(node, value !== null, value, null, []);
      }
    }
  }

  function num(value: Num): Rational | null {
    return compileNum(value, environment)(frame, row);
  }

  function text(value: Text): string | null {
    return compileText(value, environment)(frame, row);
  }

  /** Where a value is a stage: the tests that were tried, in order, up to the one that holds. */
  function stagesTried(value: Num): Finding[] {
    if (value.is !== "stage") return [];
    const tried: Finding[] = [];
    const { of = null, stages = [] } = program.lifecycles[value.lifecycle] ?? {};
    if (of !== null) {
      tried.push(visit(of));
      if (!tried[0]?.holds) return tried;
    }
    for (const stage of stages) {
      if (stage.test === null) break;
      tried.push(visit(stage.test));
      if (tried.at(-1)?.holds) break;
    }
    return tried;
  }
}

function found(
  test: Test,
  isHeld: boolean,
  seen: Finding["seen"],
  needed: Finding["needed"],
  parts: readonly Finding[],
): Finding {
  return { test, holds: isHeld, seen, needed, parts };
}

function holds(finding: Finding): boolean {
  return finding.holds;
}

function orderDecides(op: Extract<Test, { is: "compare" }>["op"], order: number): boolean {
  switch (op) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
  }
}

/** Looks everything up anew each time; tables alone are read as compiled tests read them. */
function slowEnvironment(program: Declared): Environment {
  const environment: Environment = {
    ...createEnvironment(program),
    test: (test) => (frame, row) => interpret(test, program, frame, row).holds,
    tag: (place) => (frame, row) => {
      const value = program.tags[place]?.value;
      return value?.is === "test" && interpret(value.test, program, frame, row).holds;
    },
    tagNum: (place) => (frame, row) => {
      const value = program.tags[place]?.value;
      return value?.is === "num" ? compileNum(value.num, environment)(frame, row) : null;
    },
    tagText: (place) => (frame, row) => {
      const value = program.tags[place]?.value;
      return value?.is === "text" ? compileText(value.text, environment)(frame, row) : null;
    },
    stage: (lifecycle) => (frame, row) => {
      const { of = null, stages = [] } = program.lifecycles[lifecycle] ?? {};
      if (of !== null && !interpret(of, program, frame, row).holds) return Number.NaN;
      const place = stages.findIndex(({ test }) => test === null || interpret(test, program, frame, row).holds);
      return place < 0 ? Number.NaN : place;
    },
  };
  return environment;
}
