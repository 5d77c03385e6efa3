import fc from "fast-check";
import type { Expr } from "../../src/syntax/tree.js";
import { holds } from "../reference/holds.js";
import type { World } from "../reference/world.js";
import { constructsOf, leavesOf } from "./constructs.js";
import { type Person, personOf } from "./contexts.js";
import { type Difference, foundAt, isFound, reportOf, smallest } from "./difference.js";
import { engineJudge, explainingJudge, logicJudge, read, type Read, referenceJudge, type Verdict } from "./judged.js";
import { timesOf } from "./lengths.js";
import { type Audience, audience, textOf } from "./programs.js";

export interface Extent {
  /** Pairs to compare, at least. */
  readonly pairs: number;
  /** The same seed gives the same pairs. */
  readonly seed: number;
  /** Users that each random program meets, and instants at which each of them is judged. */
  readonly users?: number;
  readonly instants?: number;
}

/** One context in so many is looked at more closely: by explanations, and construct by construct. */
const CLOSELY = 6;

/** How often a construct was true and false where it was looked at. */
export interface Truths {
  true: number;
  false: number;
}

export interface Agreement {
  /** Pairs of a program and a context, that is a user's history at an instant. */
  pairs: number;
  programs: number;
  /** Clauses judged, over all pairs; and those of them that JSON Logic was asked about as well. */
  judgements: number;
  logic: number;
  readonly constructs: Map<string, Truths>;
}

/**
 * Law 2 over random programs and contexts: engine and reference agree on every clause of every `who`, and on the one that
 * fails first; so do what explanations are made from, and JSON Logic where it can say it. Throws with a small case when they differ.
 */
export function judgedAlike({ pairs, seed, users = 12, instants = 24 }: Extent): Agreement {
  const agreement: Agreement = { pairs: 0, programs: 0, judgements: 0, logic: 0, constructs: new Map() };
  for (let round = 0; agreement.pairs < pairs; round++) {
    const programs = fc.sample(audience, { seed: seedOf(seed, round, 0), numRuns: BATCH });
    for (const [place, one] of programs.entries()) {
      if (agreement.pairs >= pairs) break;
      compareOne(one, seedOf(seed, round, place + 1), users, instants, agreement);
    }
  }
  return agreement;
}

/** Programs that are made at once; making them one by one takes longer. */
const BATCH = 20;

function seedOf(seed: number, round: number, place: number): number {
  return (Math.imul(seed, 1_000_003) + Math.imul(round, 10_007) + place) | 0;
}

function compareOne(one: Audience, seed: number, users: number, instants: number, agreement: Agreement): void {
  const known = read(textOf(one));
  const people = fc.sample(personOf(one.zone, timesOf(known.file), instants), { seed, numRuns: users });
  const reference = referenceJudge(known, tally(known, agreement.constructs));
  const engine = engineJudge(known);
  const others = [explainingJudge(known), logicJudge(known)];
  for (const person of people) {
    const expected = reference(person, person.instants);
    const few = person.instants.slice(0, Math.ceil(person.instants.length / CLOSELY));
    const told = others.map((judge) => judge(person, few));
    const difference =
      firstDifference(person, expected, engine(person, person.instants)) ??
      told.map((verdicts) => firstDifference(person, expected, verdicts)).find((found) => found !== null);
    if (difference) throw new Error(reportOf(smallest(foundAt(one, difference), isFound)));
    agreement.logic += told.at(-1)?.reduce((sum, { clauses }) => sum + clauses.filter(isSaid).length, 0) ?? 0;
    agreement.pairs += person.instants.length;
    agreement.judgements += person.instants.length * known.clauses.length;
  }
  agreement.programs++;
}

/** The first clause and instant about which two judges say different things, of those that both were asked about. */
function firstDifference(
  { user, events, instants }: Person,
  expected: readonly Verdict[],
  found: readonly Verdict[],
): Difference | null {
  for (const [place, other] of found.entries()) {
    const told = expected[place] as Verdict;
    const clause = other.clauses.findIndex((held, index) => isSaid(held) && held !== told.clauses[index]);
    if (clause >= 0) return { user, events, now: instants[place] as number, clause };
    if (other.failing && other.failing.join() !== told.failing?.join())
      throw new Error(`the clause that fails first is ${other.failing.join()}, not ${told.failing?.join()}`);
  }
  return null;
}

function isSaid(held: boolean | null): held is boolean {
  return held !== null;
}

/** Counts, for some worlds, the smallest tests by construct. */
function tally({ clauses }: Read, into: Map<string, Truths>): (world: World, place: number) => void {
  const leaves = clauses.flatMap(leavesOf).map((leaf): [Expr, Truths[]] => {
    const counts = constructsOf(leaf).map((name) => {
      const known = into.get(name) ?? { true: 0, false: 0 };
      into.set(name, known);
      return known;
    });
    return [leaf, counts];
  });
  return (world, place) => {
    if (place % CLOSELY !== 0) return;
    for (const [leaf, counts] of leaves) {
      const held = holds(leaf, world);
      for (const count of counts) count[`${held}`]++;
    }
  };
}
