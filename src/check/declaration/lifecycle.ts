import type { Lifecycle } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Division } from "../catalogue.js";
import type { Checker, Divided } from "../checker.js";
import type { Claim } from "../known.js";
import { coversEverybody } from "../proof/covers.js";
import { warnOfSilence } from "../silence.js";
import { scratch } from "../scratch.js";
import { betterOf, distinctScores, scoresOf } from "./score.js";
import { warnOfManyTiers } from "./tier-count.js";

/** Users divided into parts in order, the first that holds; exhaustive, so that the last one takes the rest. */
export function lifecycle(c: Checker, node: Division): Lifecycle | null {
  const divided = c.division(node.name.text, null);
  warnOfSilences(c, node, divided);
  if (node.is === "value") warnOfManyTiers(c, node);
  const whole = isWhole(c, node, divided);
  const rest = node.is !== "groups" && node.otherwise ? [named(node.otherwise, null)] : [];
  const parts = partsOf(node);
  const sound = parts.flatMap((part, at) => {
    const test = divided.stages[at]?.test;
    return test ? [named(part, test)] : [];
  });
  if (!whole || sound.length < parts.length || divided.of?.test === null) return null;
  const label = node.label?.text ?? null;
  return { is: node.is, id: node.name.text, label, of: divided.of?.test ?? null, stages: [...sound, ...rest] };
}

type Stage = Lifecycle["stages"][number];

function named({ name, label }: Tree.Member, test: Stage["test"]): Stage {
  return { id: name.text, label: label?.text ?? null, test };
}

/** Those with a test of their own. */
function partsOf(node: Division): readonly Tree.Member[] {
  if (node.is === "groups") return node.groups;
  return node.is === "value" ? node.tiers : node.stages;
}

/** Nobody in a part passes the tests of those before it. */
function warnOfSilences(c: Checker, node: Division, { of, stages }: Divided): void {
  const members: readonly Claim[] = of?.whenTrue ?? [];
  if (node.is !== "lifecycle" && node.of) warnOfSilence(c, [node.of], members);
  partsOf(node).forEach((part, at) => {
    const before = stages.slice(0, at).flatMap(({ whenFalse }) => whenFalse);
    const asked = whenOf(part);
    if (asked) warnOfSilence(c, [asked], [...members, ...before, ...(stages[at]?.whenTrue ?? [])]);
  });
}

function whenOf(part: Tree.Member | Tree.Stage | Tree.Tier): Tree.Expr | null {
  if ("when" in part) return part.when;
  return "rule" in part && part.rule.is === "when" ? part.rule.test : null;
}

/** Whether it has all that it needs. */
function isWhole(c: Checker, node: Division, divided: Divided): boolean {
  if (node.is === "lifecycle") return coversAll(c, node, divided);
  const needs = node.scores.length === 0 ? "score" : node.is === "value" ? valueNeeds(node) : groupsNeed(node);
  if (needs) c.report.add("division-needs", node.name.span, { kind: node.is, name: node.name.text, needs });
  const sound = areSound(c, node, divided);
  return !needs && sound && (node.is === "groups" || coversAll(c, node, divided));
}

/** What no tier asks for must be right as well; it is looked at aside, so that nothing is read for it. */
function areSound(c: Checker, node: Tree.Value | Tree.Groups, { of }: Divided): boolean {
  const distinct = distinctScores(c, node.scores);
  const scores = scoresOf(scratch(c), node.scores, of?.whenTrue ?? []);
  const better = node.is === "groups" || node.scores.every((score) => betterOf(c, score) !== null);
  return distinct && scores !== null && better;
}

function valueNeeds({ tiers }: Tree.Value): "tier" | null {
  return tiers.length === 0 ? "tier" : null;
}

function groupsNeed({ groups, salt }: Tree.Groups): "groups" | "salt" | null {
  if (groups.length < 2) return "groups";
  return salt ? null : "salt";
}

/** Without a part for the rest, it must be shown that everybody whom it is about is in one. */
function coversAll(c: Checker, node: Tree.Lifecycle | Tree.Value, { of, stages }: Divided): boolean {
  const tests = stages.flatMap(({ test }) => test ?? []);
  // What is wrong with a test was reported, and nobody can tell what it would cover.
  if (node.otherwise || of?.test === null || tests.length < stages.length) return true;
  const coverage = coversEverybody(c, of?.test ?? null, tests);
  if (coverage.is === "covered") return true;
  const example = coverage.is === "gap" ? coverage.example : null;
  const { span, text } = node.name;
  if (node.is === "lifecycle") c.report.add("lifecycle-needs-otherwise", span, { lifecycle: text, example });
  else c.report.add("value-needs-otherwise", span, { value: text, example });
  return false;
}
