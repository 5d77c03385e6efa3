import type { Program, Strategy, Test } from "../../program/program.js";
import { begunGoals } from "./begun.js";
import type { Cube } from "./cube.js";
import type { Atom, Goal } from "./goal.js";
import { whereGround } from "./implies.js";
import { Search } from "./search.js";
import { nearZero } from "./sketch.js";
import { type Users, users } from "./user-ground.js";
import { leastOf, mostOf, type Texts, these, theseTexts, type Values } from "./values.js";
import { programWorld } from "./world.js";

/** One value for every fact that a `who` asks for; `null` is unknown. */
export interface Example {
  readonly facts: Users;
  readonly values: ReadonlyMap<number, number | string | null>;
}

/** An instant, and the local date of it. */
export interface Moment {
  readonly now: number;
  readonly today: number;
}

/**
 * One user of those whom a strategy may reach at a moment, as values of facts; `null` where there is none, or none was found.
 * The values agree with each other as far as proofs see, so whether a history can have them must be tried.
 */
export function exampleOf(program: Program, strategy: Strategy, { now, today }: Moment): Example | null {
  const all = users(programWorld(program));
  const { terms } = all.search;
  const clock: Goal[] = [
    { is: "atom", atom: terms.column(all.column({ is: "now" })), values: these([now]) },
    { is: "atom", atom: terms.column(all.column({ is: "today" })), values: these([today]) },
  ];
  const who = strategy.who.map((test): Goal => ({ is: "test", test, want: true }));
  const goals = [...clock, ...startGoals(all, strategy), ...who, ...reachGoals(program, strategy)];
  const found = all.search.solve(goals);
  const cube = found.is === "open" ? settled(all.search, found.cube) : null;
  if (!cube) return null;
  const numbers = [...cube.values].flatMap(([{ column }, values]) =>
    column === null || leastOf(values) < -Number.MAX_SAFE_INTEGER ? [] : [[column, leastKnown(values)] as const],
  );
  const texts = [...cube.texts].flatMap(([{ column }, { only }]) =>
    column === null ? [] : [[column, [...(only ?? [])][0] ?? null] as const],
  );
  return { facts: all, values: new Map<number, number | string | null>([...numbers, ...texts]) };
}

/** Who is to leave a state is in it: as time goes by, and they do nothing, they may leave it. */
function startGoals(all: Users, { when }: Strategy): readonly Goal[] {
  if (when.is === "state" && when.change === "leaves") return [{ is: "test", test: when.state, want: true }];
  return begunGoals(all, when);
}

function leastKnown(values: Values): number | null {
  return values.ranges.length === 0 ? null : leastOf(values);
}

/** Some channel of the first variant that sends something reaches the user. */
function reachGoals(program: Program, { variants }: Strategy): readonly Goal[] {
  const offer = variants.find((variant) => variant.offer)?.offer;
  const reaches = offer?.steps[0]?.channels.map((channel) => program.channels[channel]?.reach ?? null) ?? [];
  const asked = reaches.filter((reach): reach is Test => reach !== null);
  if (asked.length === 0 || asked.length < reaches.length) return [];
  return [{ is: "test", test: { is: "or", parts: asked, said: -1 }, want: true }];
}

/** Decides for one value after the other, each as the others then allow. */
function settled(search: Search, from: Cube): Cube | null {
  let cube = from;
  for (const atom of from.values.keys()) {
    const next = first(valuesToTry(cube.of(atom)), (values) => search.solve([{ is: "atom", atom, values }], cube));
    if (!next) return null;
    cube = next;
  }
  for (const atom of from.texts.keys()) {
    const next = first([textToTry(cube.textsOf(atom))], (each) =>
      search.solve([{ is: "text", atom, texts: each }], cube),
    );
    if (!next) return null;
    cube = next;
  }
  return cube;
}

function first<T>(tries: readonly T[], solve: (one: T) => ReturnType<Search["solve"]>): Cube | null {
  for (const one of tries) {
    const found = solve(one);
    if (found.is === "open") return found.cube;
  }
  return null;
}

function valuesToTry(values: Values): readonly Values[] {
  const known = [nearZero(values), leastOf(values), mostOf(values)].filter((value) => Number.isSafeInteger(value));
  const unknown = values.unknown ? [these([], true)] : [];
  return [...known.map((value) => these([value])), ...unknown];
}

function textToTry({ only, not, unknown }: Texts): Texts {
  if (only?.size === 0 && unknown) return theseTexts([], true);
  let text = [...(only ?? [])][0] ?? "a";
  if (!only) while (not.has(text)) text += "a";
  return theseTexts([text]);
}

/** Values for the fields of an event that passes a test; a field that it does not ask for is left out. */
export function fieldsOf(
  { world }: Users,
  event: number,
  where: Test | null,
): ReadonlyMap<number, number | string | null> {
  const search = new Search(whereGround(world, event));
  const found = search.solve(where ? [{ is: "test", test: where, want: true }] : []);
  const cube = found.is === "open" ? settled(search, found.cube) : null;
  const place = ({ key }: Pick<Atom, "key">): number => Number(key.slice("column ".length));
  const numbers = [...(cube?.values ?? [])].flatMap(([atom, values]) =>
    atom.column === null ? [] : [[place(atom), leastKnown(values)] as const],
  );
  const texts = [...(cube?.texts ?? [])].flatMap(([{ column }, { only }]) =>
    column === null ? [] : [[column, [...(only ?? [])][0] ?? null] as const],
  );
  return new Map<number, number | string | null>([...numbers, ...texts]);
}
