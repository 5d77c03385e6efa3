import type { Score } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { isSure } from "../expression/missing.js";
import { daysSince } from "../expression/since.js";
import type { Claim } from "../known.js";
import { isQuantity, shownOf } from "../type.js";
import type { NumValue } from "../value.js";

/** The value of a score, known for everybody that it is about; `known` is what is said of them. `null`: something was reported. */
export function scoreValue(c: Checker, node: Tree.Score, known: readonly Claim[]): NumValue | null {
  const scope = { ...userScope, known };
  const value = c.value(node.value, scope);
  if (!value || !isSure(c, value, scope)) return null;
  if (value.is === "since") {
    const { span } = node.value;
    return daysSince(c, value) ?? c.report.add("score-days", span, { text: c.phrases.textOf(span) });
  }
  if (value.is === "num" && (isQuantity(value.type) || value.type.is === "period")) return value;
  const args = { score: node.name.text, text: c.phrases.textOf(node.value.span), type: shownOf(value) };
  return c.report.add("score-type", node.value.span, args);
}

/** Which way a score of a value is better. */
export function betterOf(c: Checker, { name, better, span }: Tree.Score): NonNullable<Tree.Score["better"]> | null {
  return better ?? c.report.addOnce("score-needs-better", span, { score: name.text });
}

/** The scores as a fit lists them; `null` when something in one was reported. */
export function scoresOf(c: Checker, nodes: readonly Tree.Score[], known: readonly Claim[]): Score[] | null {
  const scores = nodes.flatMap((node): Score[] => {
    const value = scoreValue(c, node, known);
    if (!value) return [];
    const { name, label, better } = node;
    return [{ id: name.text, label: label?.text ?? null, value: value.num, type: value.type, better }];
  });
  return scores.length < nodes.length ? null : scores;
}

/** The score of a name. */
export function scoreNamed(nodes: readonly Tree.Score[], name: string): Tree.Score | undefined {
  return nodes.find((score) => score.name.text === name);
}

/** Says which score is declared twice. */
export function distinctScores(c: Checker, nodes: readonly Tree.Score[]): boolean {
  const first = new Map<string, Tree.Name>();
  let sound = true;
  for (const { name } of nodes) {
    const earlier = first.get(name.text);
    if (!earlier) first.set(name.text, name);
    else {
      c.report.add("duplicate-name", name.span, { kind: "score", name: name.text }, { related: [earlier.span] });
      sound = false;
    }
  }
  return sound;
}
