import jsonLogic from "json-logic-js";
import { builtInCalendars } from "../../src/calendar/china.js";
import { check } from "../../src/check/check.js";
import { wordingOf } from "../../src/compile.js";
import { createDoor } from "../../src/decide/door.js";
import type { EventInput } from "../../src/decide/input.js";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { interpret } from "../../src/evaluate/interpret.js";
import { askAt } from "../../src/facts/ask.js";
import { compileFacts } from "../../src/facts/plan.js";
import { exportLogic } from "../../src/interop/logic/export.js";
import { compileMatchers } from "../../src/match/matchers.js";
import type { Program } from "../../src/program/program.js";
import { parse } from "../../src/syntax/parse.js";
import type { Expr, File } from "../../src/syntax/tree.js";
import type { Row } from "../conformance/engine.js";
import { catalogueOf } from "../reference/catalogue.js";
import { holds } from "../reference/holds.js";
import { membersOf, partsOf } from "../reference/members.js";
import { personOf, worldAt } from "../reference/person.js";
import type { World } from "../reference/world.js";

/** A program, read and checked. */
export interface Read {
  readonly file: File;
  readonly program: Program;
  /** The parts of every `who`, one strategy after the other. */
  readonly clauses: readonly Expr[];
}

/** Reads a program; one that is not correct is an error. */
export function read(text: string): Read {
  const source = { name: "case.touch", text };
  const { file, diagnostics } = parse(source);
  const { program, diagnostics: found } = check([file], [source], {
    calendars: builtInCalendars,
    prove: false,
  });
  const wrong = [...diagnostics, ...found].filter(({ severity }) => severity === "error");
  if (program === null || wrong.length > 0) {
    const complaints = wrong.map((each) => {
      const near = text.slice(Math.max(0, each.span.start - 120), each.span.end + 40);
      return `${each.code}: ${wordingOf(each, "en").message} (in: ${near})`;
    });
    throw new Error(`does not compile: ${complaints.join("\n")}`);
  }
  const strategies = file.declarations.filter((each) => each.is === "strategy");
  return { file, program, clauses: strategies.flatMap(({ who }) => partsOf(who)) };
}

/** Who is asked about. */
export interface Asked {
  readonly user: Row;
  readonly events: readonly Row[];
}

/** What is found at one instant. */
export interface Verdict {
  /** Whether each clause holds; `null` where this judge cannot say. */
  readonly clauses: readonly (boolean | null)[];
  /** By strategy: the place of the first part of `who` that fails, or −1; `null` from a judge of clauses alone. */
  readonly failing: readonly number[] | null;
}

/** Says of a user what holds at each of some instants. */
export type Judge = (asked: Asked, instants: readonly number[]) => readonly Verdict[];

/** The engine as services use it: the door, facts from an ordered history, matchers. */
export function engineJudge({ program }: Read): Judge {
  const frameOf = framer(program);
  const environment = createEnvironment(program);
  const whole = compileMatchers(program, environment);
  const each = compileMatchers({ ...program, strategies: apart(program) }, environment);
  return (asked, instants) => {
    const frame = frameOf(asked, instants);
    return instants.map((_, row) => ({
      clauses: each.map((matcher) => matcher(frame, row) < 0),
      failing: whole.map((matcher) => matcher(frame, row)),
    }));
  };
}

/** What explanations are made from: each test as it stands in the program. */
export function explainingJudge({ program }: Read): Judge {
  const frameOf = framer(program);
  return (asked, instants) => {
    const frame = frameOf(asked, instants);
    return instants.map((_, row) => {
      const found = program.strategies.map(({ who }) => who.map((test) => interpret(test, program, frame, row).holds));
      return { clauses: found.flat(), failing: found.map((parts) => parts.indexOf(false)) };
    });
  };
}

/** The rules that clauses are exported to, over facts by the engine. It is silent about those that JSON Logic cannot say. */
export function logicJudge({ program }: Read): Judge {
  const frameOf = framer(program);
  const { strategies, data } = exportLogic({ ...program, strategies: apart(program) });
  const rules = new Map(strategies.map(({ id, who }) => [id, who.map(({ rule }) => rule as jsonLogic.RulesLogic)]));
  const clauses = apart(program).map(({ id }) => rules.get(id) ?? null);
  return (asked, instants) => {
    const frame = frameOf(asked, instants);
    return instants.map((_, row) => {
      const known = withinLimits(() => data(frame, row));
      const found = clauses.map((rule) => known && rule && rule.every((each) => jsonLogic.apply(each, known) === true));
      return { clauses: found, failing: null };
    });
  };
}

/** `null` where a fact is larger than JSON Logic counts exactly. */
function withinLimits<T>(data: () => T): T | null {
  try {
    return data();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A user's facts, from the history that passed the door. */
function framer(program: Program): (asked: Asked, instants: readonly number[]) => Frame {
  const door = createDoor(program);
  const facts = compileFacts(program);
  return (asked, instants) => {
    const { zone, profile, events } = door(inputOf(asked), "strategies");
    return facts.compute({ zone, profile, events, asks: instants.map(askAt) });
  };
}

/** One strategy for each clause. */
function apart({ strategies }: Program): Program["strategies"] {
  return strategies.flatMap((strategy) =>
    strategy.who.map((test, place) => ({ ...strategy, id: `${strategy.id} ${place}`, who: [test] })),
  );
}

function inputOf({ user, events }: Asked): Parameters<ReturnType<typeof createDoor>>[0] {
  return { user, events: events.filter(isEvent), since: 0, until: 1 };
}

function isEvent(row: Row): row is Row & EventInput {
  return "event" in row;
}

/** The reference interpreter. `watch` sees every world that is judged. */
export function referenceJudge({ file }: Read, watch: (world: World, place: number) => void = () => {}): Judge {
  const catalogue = catalogueOf(file.declarations);
  const parts = membersOf(catalogue).map(({ who }) => who);
  return (asked, instants) => {
    const person = personOf(catalogue, asked);
    return instants.map((now, place) => {
      const world = worldAt(person, now);
      const found = parts.map((clauses) => clauses.map((clause) => holds(clause, world)));
      watch(world, place);
      return { clauses: found.flat(), failing: found.map((list) => list.indexOf(false)) };
    });
  };
}
