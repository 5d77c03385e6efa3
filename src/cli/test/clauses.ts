import type { Num, Phrase, Program, Test, Text } from "../../program/program.js";

/** Something that tests users: the `who` of a strategy, a tag, a stage, or whom a lifecycle is about. */
export interface Owner {
  readonly is: "strategy" | "tag" | "stage" | "of";
  /** Of a stage its lifecycle's and its own: `buyer.mature`. */
  readonly id: string;
  readonly label: string | null;
  /** Where a strategy is declared; `null` for all others. */
  readonly phrase: Phrase | null;
  readonly clauses: readonly Clause[];
}

/** A top-level clause: the parts of an `and` are one each. */
export interface Clause {
  readonly test: Test;
  readonly phrase: Phrase | null;
  /** The program with this clause turned round. */
  readonly turned: () => Program;
}

/** All that tests users by name, in the program's order. What is fitted by groups has no clauses that anybody wrote. */
export function ownersOf(program: Program): Owner[] {
  return [
    ...program.strategies.map((_, place) => strategyOwner(program, place)),
    ...program.tags.flatMap((_, place) => tagOwner(program, place)),
    ...program.lifecycles.flatMap((_, place) => lifecycleOwners(program, place)),
  ];
}

function strategyOwner(program: Program, place: number): Owner {
  const strategy = program.strategies[place] as Program["strategies"][number];
  const { id, label, who } = strategy;
  const withWho = (tests: readonly Test[]): Program => ({
    ...program,
    strategies: program.strategies.with(place, { ...strategy, who: tests }),
  });
  const clauses = who.map((test, at) => clauseOf(program, test, (turned) => withWho(who.with(at, turned))));
  return { is: "strategy", id, label, phrase: program.phrases[strategy.said] ?? null, clauses };
}

function tagOwner(program: Program, place: number): Owner[] {
  const tag = program.tags[place] as Program["tags"][number];
  const { id, label, value } = tag;
  if (value.is !== "test") return [];
  const put = (test: Test): Program => ({
    ...program,
    tags: program.tags.with(place, { ...tag, value: { ...value, test } }),
  });
  return [{ is: "tag", id, label, phrase: null, clauses: clausesOf(program, value.test, put) }];
}

function lifecycleOwners(program: Program, place: number): Owner[] {
  const lifecycle = program.lifecycles[place] as Program["lifecycles"][number];
  const { is, id, label, of, stages } = lifecycle;
  const put = (changed: Partial<typeof lifecycle>): Program => ({
    ...program,
    lifecycles: program.lifecycles.with(place, { ...lifecycle, ...changed }),
  });
  const whole = of === null ? [] : clausesOf(program, of, (turned) => put({ of: turned }));
  const about: Owner[] = of === null ? [] : [{ is: "of", id, label, phrase: null, clauses: whole }];
  if (is === "groups") return about;
  const owners = stages.flatMap((stage, at): Owner[] => {
    if (stage.test === null) return [];
    const clauses = clausesOf(program, stage.test, (test) => put({ stages: stages.with(at, { ...stage, test }) }));
    return [{ is: "stage", id: `${id}.${stage.id}`, label: stage.label, phrase: null, clauses }];
  });
  return [...about, ...owners];
}

function clausesOf(program: Program, test: Test, put: (test: Test) => Program): Clause[] {
  if (test.is !== "and") return [clauseOf(program, test, put)];
  const { parts } = test;
  return parts.map((part, at) => clauseOf(program, part, (turned) => put({ ...test, parts: parts.with(at, turned) })));
}

function clauseOf(program: Program, test: Test, put: (test: Test) => Program): Clause {
  const { said } = test;
  return { test, phrase: program.phrases[said] ?? null, turned: () => put({ is: "not", part: test, said }) };
}

/** The ids of the tags and stages (all of a lifecycle, which are tried one after the other) that tests name, by way of others too. */
export function namedBy(program: Program, tests: readonly Test[]): ReadonlySet<string> {
  const named = new Set<string>();
  const visitTag = (place: number): void => {
    const tag = program.tags[place];
    if (!tag || named.has(`tag ${tag.id}`)) return;
    named.add(`tag ${tag.id}`);
    if (tag.value.is === "test") visit(tag.value.test);
    else visit(tag.value.is === "num" ? tag.value.num : tag.value.text);
  };
  const visitLifecycle = (place: number): void => {
    const lifecycle = program.lifecycles[place];
    if (!lifecycle || named.has(`of ${lifecycle.id}`)) return;
    named.add(`of ${lifecycle.id}`);
    for (const stage of lifecycle.stages) named.add(`stage ${lifecycle.id}.${stage.id}`);
    for (const test of [lifecycle.of, ...lifecycle.stages.map((stage) => stage.test)]) if (test) visit(test);
  };
  const visit = (node: Test | Num | Text): void => {
    if (node.is === "tag") visitTag(node.tag);
    else if (node.is === "stage") visitLifecycle(node.lifecycle);
    else for (const part of partsOf(node)) visit(part);
  };
  for (const test of tests) visit(test);
  return named;
}

/** The key of an owner among those that are named. */
export function keyOf({ is, id }: Pick<Owner, "is" | "id">): string {
  return `${is} ${id}`;
}

function partsOf(node: Test | Num | Text): readonly (Test | Num | Text)[] {
  switch (node.is) {
    case "and":
    case "or":
      return node.parts;
    case "not":
      return [node.part];
    case "compare":
    case "sameText":
    case "plus":
    case "minus":
    case "times":
    case "over":
      return [node.left, node.right];
    case "contains":
      return [node.text, node.part];
    case "oneOfNum":
    case "oneOfText":
    case "knownNum":
    case "knownText":
      return [node.value];
    case "ifUnknown":
      return [node.value, node.otherwise];
    case "when":
      return [node.test, node.value];
    case "lookup":
      return [node.key.is === "text" ? node.key.text : node.key.value];
    case "zodiac":
    case "shiftMonths":
      return [node.date];
    default:
      return [];
  }
}
