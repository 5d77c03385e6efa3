import { createEnvironment } from "../../evaluate/environment.js";
import type { Frame } from "../../evaluate/frame.js";
import type { RowTest } from "../../evaluate/reader.js";
import { compileTest } from "../../evaluate/test.js";
import { strategiesIn } from "../../host/scenario/file.js";
import type { Scenario } from "../../host/scenario/scenario.js";
import type { Phrase, Program, Strategy, Test } from "../../program/program.js";
import { type Clause, keyOf, namedBy, type Owner, ownersOf } from "./clauses.js";
import { judge } from "./judge.js";
import { engineFor, type Rehearsed } from "./rehearsal.js";

/** Which clauses the cases look into. A clause is covered if it was seen to hold, seen to fail, and is decisive. */
export interface Coverage {
  readonly owners: readonly CoveredOwner[];
  /** What there is to cover: each clause, and each strategy that has none. */
  readonly wanted: number;
  readonly covered: number;
}

export interface CoveredOwner extends Pick<Owner, "is" | "id" | "label" | "phrase"> {
  /** Whether some case speaks of it, or of what names it. A strategy without clauses needs no more to be covered. */
  readonly named: boolean;
  readonly clauses: readonly CoveredClause[];
}

export interface CoveredClause {
  /** From 1. */
  readonly n: number;
  readonly phrase: Phrase | null;
  readonly holds: boolean;
  readonly fails: boolean;
  /** Some case that passes would fail, were the clause turned round. */
  readonly decisive: boolean;
}

export function isCovered({ holds, fails, decisive }: CoveredClause): boolean {
  return holds && fails && decisive;
}

/** Looks at the clauses of all that tests users, over cases that pass. */
export function coverageOf(program: Program, passing: readonly Rehearsed[]): Coverage {
  const owners = ownersOf(program);
  const witness = createWitness(program, owners);
  const speaking = passing.map((rehearsed) => ({ rehearsed, named: ownersIn(program, rehearsed.scenario) }));
  for (const { rehearsed, named } of speaking) witness.watch(rehearsed, named);
  const covered = owners.map((owner): CoveredOwner => {
    const cases = speaking.filter(({ named }) => named.has(keyOf(owner))).map(({ rehearsed }) => rehearsed);
    const clauses = owner.clauses.map((clause, at) => ({
      n: at + 1,
      phrase: clause.phrase,
      ...witness.seen(clause),
      decisive: isDecisive(clause, cases),
    }));
    const { is, id, label, phrase } = owner;
    return { is, id, label, phrase, named: cases.length > 0, clauses };
  });
  const things = covered.flatMap(({ clauses, named }) => (clauses.length === 0 ? [named] : clauses.map(isCovered)));
  return { owners: covered, wanted: things.length, covered: things.filter((each) => each).length };
}

/** What the outcome of a case depends on: the strategies, tags and stages that it speaks of, and what these name. */
function ownersIn(program: Program, { expect }: Scenario): ReadonlySet<string> {
  const strategies = strategiesIn(expect);
  const spoken = program.strategies.filter(({ id }) => strategies.has(id));
  const lifecycles = program.lifecycles.filter(({ id }) => expect.stages.some((stage) => stage.id === id));
  const tags = program.tags.flatMap((tag, place): Test[] =>
    expect.tags.some(({ id }) => id === tag.id) ? [{ is: "tag", tag: place, said: 0 }] : [],
  );
  const stages = lifecycles.map(({ id }) => stageTest(program, id));
  return new Set([
    ...spoken.map(({ id }) => `strategy ${id}`),
    ...namedBy(program, [...spoken.flatMap(testsOf), ...tags, ...stages]),
  ]);
}

function testsOf({ who, when }: Strategy): readonly Test[] {
  return when.is === "state" ? [...who, when.state] : who;
}

/** A test that names a lifecycle, for whoever looks which ones are named. */
function stageTest({ lifecycles }: Program, id: string): Test {
  const lifecycle = lifecycles.findIndex((each) => each.id === id);
  return { is: "knownNum", value: { is: "stage", lifecycle }, type: { is: "integer" }, said: 0 };
}

interface Witness {
  watch(rehearsed: Rehearsed, named: ReadonlySet<string>): void;
  seen(clause: Clause): { readonly holds: boolean; readonly fails: boolean };
}

/** Notes of clauses whether they hold: wherever a strategy that the case speaks of looks at the user, and at the end of the case. */
function createWitness(program: Program, owners: readonly Owner[]): Witness {
  const environment = createEnvironment(program);
  const engine = engineFor(program);
  const seen = new Map<Clause, { holds: boolean; fails: boolean }>();
  const tests = new Map<Clause, RowTest>();
  for (const clause of owners.flatMap(({ clauses }) => clauses)) {
    seen.set(clause, { holds: false, fails: false });
    tests.set(clause, compileTest(clause.test, environment));
  }
  const reached = program.strategies.map((strategy) => {
    const named = namedBy(program, testsOf(strategy));
    return owners.filter((owner) => keyOf(owner) === `strategy ${strategy.id}` || named.has(keyOf(owner)));
  });
  const note = (owner: Owner, frame: Frame, row: number): void => {
    for (const clause of owner.clauses) {
      const noted = seen.get(clause) as { holds: boolean; fails: boolean };
      if ((tests.get(clause) as RowTest)(frame, row)) noted.holds = true;
      else noted.fails = true;
    }
  };
  return {
    watch(rehearsed, named) {
      const { expect } = rehearsed.scenario;
      rehearsed.decide(engine, {
        begins(_, { strategy, frame, row }) {
          const { id } = program.strategies[strategy] as Strategy;
          if (named.has(`strategy ${id}`)) for (const owner of reached[strategy] ?? []) note(owner, frame, row);
        },
        passes: () => {},
      });
      if (expect.tags.length + expect.stages.length === 0) return;
      const ends = ownersIn(program, {
        ...rehearsed.scenario,
        expect: { ...nothing, tags: expect.tags, stages: expect.stages },
      });
      for (const owner of owners) if (ends.has(keyOf(owner))) note(owner, rehearsed.frame, 0);
    },
    seen: (clause) => seen.get(clause) ?? { holds: false, fails: false },
  };
}

const nothing: Scenario["expect"] = {
  decisions: [],
  ghosts: [],
  none: [],
  refused: [],
  cancelled: [],
  tags: [],
  stages: [],
};

/** Whether some case would fail with the clause turned round. */
function isDecisive({ turned }: Clause, cases: readonly Rehearsed[]): boolean {
  if (cases.length === 0) return false;
  const program = turned();
  const engine = engineFor(program);
  return cases.some((rehearsed) => judge(program, rehearsed, rehearsed.decide(engine)).length > 0);
}
