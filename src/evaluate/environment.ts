import type { Lifecycle, MapTable, Num, Program, Tag, Text } from "../program/program.js";
import { storedPer } from "../program/unit.js";
import type { Environment, StageReader, Table } from "./reader.js";
import { compileTest } from "./test.js";
import { compileNum, compileText } from "./value.js";
import { lowerWhole } from "./whole.js";

/** What the `where` of a fact names besides the fields of an event and maps. */
export type WhereScope = Pick<Environment, "profile" | "trigger">;

/** For the `where` of a fact, where the language has neither tags nor stages; `scope` is of the user whose events are read. */
export function whereEnvironment({ maps }: Pick<Program, "maps">, { profile, trigger }: WhereScope): Environment {
  return { ...noEnvironment, table: once("map", maps, tableOf), profile, trigger };
}

/** For a `where` that names the fields of its event alone. */
export const noEnvironment: Environment = {
  test: () => outOfPlace("a test inside a value"),
  tag: () => outOfPlace("a tag"),
  tagNum: () => outOfPlace("a tag"),
  tagWhole: () => outOfPlace("a tag"),
  tagText: () => outOfPlace("a tag"),
  stage: () => outOfPlace("a lifecycle"),
  table: () => outOfPlace("a map"),
  profile: () => outOfPlace("the profile"),
  trigger: () => outOfPlace("the triggering event"),
};

function outOfPlace(what: string): never {
  throw new RangeError(`${what} is named where only the fields of an event are`);
}

/**
 * The tags, lifecycles and maps of a program, compiled when first named. The checker rejects those that need themselves,
 * and a bundle that was not made by it is stopped here instead of running forever.
 */
export function createEnvironment(program: Pick<Program, "tags" | "lifecycles" | "maps">): Environment {
  const { tags, lifecycles, maps } = program;
  const environment: Environment = {
    test: (test) => compileTest(test, environment),
    tag: once("tag", tags, (tag) => compileTest(testOf(tag), environment)),
    tagNum: once("tag", tags, (tag) => compileNum(numOf(tag), environment)),
    tagWhole: once("tag", tags, (tag) => lowerWhole(numOf(tag), environment)),
    tagText: once("tag", tags, (tag) => compileText(textOf(tag), environment)),
    stage: once("lifecycle", lifecycles, (lifecycle) => compileStage(lifecycle, environment)),
    table: once("map", maps, tableOf),
    profile: () => {
      throw new RangeError("a field of the profile is named where only facts are");
    },
    trigger: () => {
      throw new RangeError("a field of the triggering event is named where only facts are");
    },
  };
  return environment;
}

function once<T extends { readonly id: string }, R>(
  kind: string,
  declarations: readonly T[],
  compile: (declaration: T) => R,
): (place: number) => R {
  const compiled = new Map<number, { readonly result: R } | null>();
  return (place) => {
    const known = compiled.get(place);
    if (known) return known.result;
    const declaration = declarations[place];
    if (declaration === undefined) throw new RangeError(`the program has no ${kind} at place ${place}`);
    if (known === null) throw new RangeError(`the ${kind} \`${declaration.id}\` depends on itself`);
    compiled.set(place, null);
    const result = compile(declaration);
    compiled.set(place, { result });
    return result;
  };
}

function testOf({ id, value }: Tag): Extract<Tag["value"], { is: "test" }>["test"] {
  if (value.is !== "test") throw new RangeError(`the tag \`${id}\` is no test`);
  return value.test;
}

function numOf({ id, value }: Tag): Num {
  if (value.is !== "num") throw new RangeError(`the tag \`${id}\` is no number`);
  return value.num;
}

function textOf({ id, value }: Tag): Text {
  if (value.is !== "text") throw new RangeError(`the tag \`${id}\` is no text`);
  return value.text;
}

/** The first stage whose test holds; unknown for whom the lifecycle is not about, and where no test holds. */
function compileStage(lifecycle: Lifecycle, environment: Environment): StageReader {
  const isOf = lifecycle.of && compileTest(lifecycle.of, environment);
  const tests = lifecycle.stages.map((stage) => stage.test && compileTest(stage.test, environment));
  return (frame, row) => {
    if (isOf && !isOf(frame, row)) return Number.NaN;
    for (let place = 0; place < tests.length; place++) {
      const test = tests[place];
      if (!test || test(frame, row)) return place;
    }
    return Number.NaN;
  };
}

function tableOf({ rows, type }: MapTable): Table {
  return { rows: new Map(rows.map(({ key, value }) => [key, value])), per: storedPer(type) };
}
