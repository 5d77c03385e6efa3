import type { Fit, Found, Num, Score, Test } from "../../program/program.js";
import { MILLIONTHS } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { definitionKey } from "../definition-key.js";
import { scratch } from "../scratch.js";
import { type CheckedTest, constant, failed } from "../value.js";
import { fittedAs } from "./fitted.js";
import { scoresOf } from "./score.js";
import { validityOf } from "./validity.js";
import { unfound } from "./value.js";

type GroupsFit = Extract<Fit, { readonly is: "groups" }>;
type Centres = Extract<Found, { readonly is: "groups" }>;

/** One test per group: whether its centroid is the nearest, the first of those as near. None holds until they are found. */
export function groupTests(c: Checker, node: Tree.Groups, of: CheckedTest | null): readonly CheckedTest[] {
  const sought = soughtIn(scratch(c), node, of);
  if (!sought) return node.groups.map(() => failed);
  const centres = centresOf(c, node, sought.definition);
  const scores = centres && scoresOf(c, node.scores, of?.whenTrue ?? []);
  return node.groups.map(({ name }, place): CheckedTest => {
    const said = c.phrases.said(name.span);
    const test = centres && scores ? nearest(scores, centres, place, said) : unfoundGroup(c, node, place, said);
    return { test, whenTrue: [], whenFalse: [] };
  });
}

function unfoundGroup(c: Checker, node: Tree.Groups, place: number, said: number): Test {
  return {
    is: "compare",
    op: "=",
    left: unfound(c, node.name, place + 1),
    right: constant(0),
    type: { is: "number" },
    said,
  };
}

function nearest(scores: readonly Score[], centres: Centres, place: number, said: number): Test {
  const others = centres.centroids.map((_, other) => other).filter((other) => other !== place);
  const parts = others.map((other) => nearer(scores, centres, place, other, said));
  return { is: "and", parts, said };
}

/** |x − c|² against |x − o|², without the square of x: 2 (o − c)·x against |o|² − |c|². The first of two as near counts. */
function nearer(
  scores: readonly Score[],
  { spread, centroids }: Centres,
  place: number,
  other: number,
  said: number,
): Test {
  const c = centroids[place] ?? [];
  const o = centroids[other] ?? [];
  const along = scores.map(({ value, type }, at): Num => {
    // What is stored of a score, in units of its spread, both in millionths.
    const apart = 2 * ((o[at] ?? 0) - (c[at] ?? 0)) * storedPer(type);
    return { is: "times", left: value, right: constant(apart, spread[at] || MILLIONTHS) };
  });
  const squares = scores.map((_, at): Num => {
    const [from, to] = [c[at] ?? 0, o[at] ?? 0];
    return { is: "times", left: constant(to - from, MILLIONTHS), right: constant(to + from, MILLIONTHS) };
  });
  const op = other < place ? "<" : "<=";
  return { is: "compare", op, left: sum(along), right: sum(squares), type: { is: "number" }, said };
}

function sum(parts: readonly Num[]): Num {
  return parts.reduce((left, right): Num => ({ is: "plus", left, right }));
}

/** The centroids that were found for the groups as they are now. */
function centresOf(c: Checker, node: Tree.Groups, definition: string): Centres | null {
  const found = fittedAs(c, node.name.text, definition, "groups")?.found;
  const fits =
    found?.spread.length === node.scores.length &&
    found.centroids.length === node.groups.length &&
    found.centroids.every(({ length }) => length === node.scores.length);
  return found && fits ? found : null;
}

/** What `calibrate` is to find for groups; `null` if something was reported. */
export function groupsFit(c: Checker, node: Tree.Groups, lifecycle: number): GroupsFit | null {
  const { of } = c.division(node.name.text, null);
  const sought = soughtIn(c, node, of);
  const refresh = node.refresh && validityOf(c, node.refresh);
  if (!sought || (node.refresh && !refresh)) return null;
  const { text: id } = node.name;
  const fitted = centresOf(c, node, sought.definition) && fittedAs(c, id, sought.definition, "groups");
  return { is: "groups", id, label: node.label?.text ?? null, lifecycle, ...sought, refresh, fitted };
}

type Sought = Pick<GroupsFit, "scores" | "groups" | "salt" | "definition">;

function soughtIn(c: Checker, node: Tree.Groups, of: CheckedTest | null): Sought | null {
  const scores = scoresOf(c, node.scores, of?.whenTrue ?? []);
  if (!scores || scores.length === 0 || !node.salt || of?.test === null) return null;
  const groups = node.groups.length;
  const salt = node.salt.text;
  const definition = definitionKey(c, { is: "groups", of: of?.test ?? null, scores, groups, salt });
  return { scores, groups, salt, definition };
}
