import type { Lifecycle, Program } from "../program/program.js";
import type { Environment, StageReader } from "./reader.js";
import { compileTest } from "./test.js";

/** For the `where` of a fact, where the language has neither tags nor stages. */
export const noEnvironment: Environment = {
  tag: () => {
    throw new RangeError("a tag is named where only the fields of an event are");
  },
  stage: () => {
    throw new RangeError("a lifecycle is named where only the fields of an event are");
  },
};

/**
 * The tags and lifecycles of a program, compiled when first named. The checker rejects those that need themselves,
 * and a bundle that was not made by it is stopped here instead of running forever.
 */
export function createEnvironment(program: Pick<Program, "tags" | "lifecycles">): Environment {
  const environment: Environment = {
    tag: once("tag", program.tags, (tag) => compileTest(tag.test, environment)),
    stage: once("lifecycle", program.lifecycles, (lifecycle) => compileStage(lifecycle, environment)),
  };
  return environment;
}

function once<T extends { readonly id: string }, R>(
  kind: string,
  declarations: readonly T[],
  compile: (declaration: T) => R,
): (place: number) => R {
  const compiled = new Map<number, R | null>();
  return (place) => {
    const known = compiled.get(place);
    if (known) return known;
    const declaration = declarations[place];
    if (declaration === undefined) throw new RangeError(`the program has no ${kind} at place ${place}`);
    if (known === null) throw new RangeError(`the ${kind} \`${declaration.id}\` depends on itself`);
    compiled.set(place, null);
    const result = compile(declaration);
    compiled.set(place, result);
    return result;
  };
}

/** The first stage whose test holds; the last, which has none, holds for the rest. */
function compileStage(lifecycle: Lifecycle, environment: Environment): StageReader {
  const tests = lifecycle.stages.map((stage) => stage.test && compileTest(stage.test, environment));
  const last = tests.length - 1;
  return (frame, row) => {
    for (let place = 0; place < last; place++) {
      const test = tests[place];
      if (!test || test(frame, row)) return place;
    }
    return last;
  };
}
