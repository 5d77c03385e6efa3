import type { Fit } from "../../program/program.js";
import { MILLIONTHS } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { definitionKey } from "../definition-key.js";
import { isCutTest } from "../expression/cut.js";
import { partsOf } from "../parts.js";
import { scratch } from "../scratch.js";
import type { CheckedTest } from "../value.js";
import { fittedAs } from "./fitted.js";
import { scoreNamed, scoresOf } from "./score.js";
import { shareOf, WHOLE_SHARE } from "./share.js";
import { validityOf } from "./validity.js";

type ValueFit = Extract<Fit, { readonly is: "value" }>;

/** The limits that were found, in stored units: where `high` begins by score, and where each tier by share does. */
export interface Cuts {
  high(score: string): number | undefined;
  tier(tier: string): number | undefined;
}

/** `null` while nothing was found for the value as it is now. */
export function cutsOf(c: Checker, node: Tree.Value, of: CheckedTest | null): Cuts | null {
  const sought = soughtIn(scratch(c), node, of);
  const found = sought && fittedAs(c, node.name.text, sought.definition, "value")?.found;
  return found ? { high: (score) => own(found.cuts, score), tier: (tier) => own(found.tiers, tier) } : null;
}

function own(numbers: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(numbers, name) ? numbers[name] : undefined;
}

/** What `calibrate` is to find for a value; `null` if its tiers ask for nothing, or something was reported. */
export function valueFit(c: Checker, node: Tree.Value, lifecycle: number): ValueFit | null {
  const { of } = c.division(node.name.text, null);
  const sought = soughtIn(c, node, of);
  const refresh = node.refresh && validityOf(c, node.refresh);
  if (!sought || (node.refresh && !refresh)) return null;
  const { text: id } = node.name;
  const fitted = fittedAs(c, id, sought.definition, "value");
  return { is: "value", id, label: node.label?.text ?? null, lifecycle, ...sought, refresh, fitted };
}

type Sought = Pick<ValueFit, "scores" | "split" | "quantiles" | "definition">;

function soughtIn(c: Checker, node: Tree.Value, of: CheckedTest | null): Sought | null {
  const split = splitOf(c, node);
  const quantiles = quantilesOf(c, node);
  if (!quantiles || (!split && quantiles.length === 0)) return null;
  const scores = scoresOf(c, node.scores, of?.whenTrue ?? []);
  if (!scores || of?.test === null) return null;
  const tiers = quantiles.map(({ stage, score, share }) => [node.tiers[stage]?.name.text, scores[score]?.id, share]);
  const definition = definitionKey(c, { is: "value", of: of?.test ?? null, scores, split, tiers });
  return { scores, split, quantiles, definition };
}

/** Where `high` begins, if a tier asks for that. */
function splitOf(c: Checker, node: Tree.Value): ValueFit["split"] {
  const [asked] = node.tiers.flatMap(({ rule }) => (rule.is === "when" ? cutTestsIn(rule.test, node) : []));
  if (!asked) return null;
  const { split } = node;
  if (split?.text === "average" || split?.text === "median") return split.text;
  const args = { value: node.name.text, text: c.phrases.textOf(asked.span) };
  return c.report.addOnce("value-needs-split", asked.span, args);
}

function cutTestsIn(expr: Tree.Expr, node: Tree.Value): readonly Tree.Expr[] {
  if (isCutTest(expr, (name) => scoreNamed(node.scores, name) !== undefined)) return [expr];
  return partsOf(expr).flatMap((part) => cutTestsIn(part, node));
}

/** The tiers by share, each with the share of the members down to its end, counted from the best. */
function quantilesOf(c: Checker, node: Tree.Value): ValueFit["quantiles"] | null {
  const made: { stage: number; score: number; share: number }[] = [];
  let sound = true;
  node.tiers.forEach((tier, stage) => {
    if (tier.rule.is === "when") return;
    const by = tier.rule.by.text;
    const score = node.scores.findIndex(({ name }) => name.text === by);
    const before = made.findLast((each) => each.score === score);
    const share = score < 0 ? null : shareUpTo(c, tier, tier.rule, before?.share);
    if (share === null) sound = false;
    else made.push({ stage, score, share });
  });
  return sound ? made : null;
}

type Quantile = Extract<Tree.Tier["rule"], { readonly is: "top" | "next" }>;

function shareUpTo(c: Checker, tier: Tree.Tier, rule: Quantile, before: number | undefined): number | null {
  const share = shareOf(c, rule.share);
  if (share === null) return null;
  const text = c.phrases.textOf(rule.share.span);
  if (rule.is === "next" && before === undefined) {
    return c.report.add("next-without-top", tier.span, { tier: tier.name.text, text, by: rule.by.text });
  }
  const sum = share * (MILLIONTHS / WHOLE_SHARE) + (rule.is === "next" ? (before ?? 0) : 0);
  if (sum <= MILLIONTHS) return sum;
  return c.report.add("tiers-over-all", rule.share.span, { text, sum: `${sum / (MILLIONTHS / 100)}%` });
}
