import type { Program } from "../../program/program.js";
import type { PlanResult, StrategyPlan } from "../../population/plan-result.js";
import { visible } from "../../text/visible.js";
import { costText, moneyText } from "../money.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";
import { dueOf, touchesOf } from "./view.js";

/** What the touches of one strategy go over and cost, in one line; empty if there are none. */
export function touchLine(strategy: StrategyPlan, program: Program, words: PlanWording): string {
  if (touchesOf(strategy) === 0) return "";
  const channels = Object.entries(strategy.channels).filter(([, sends]) => sends > 0);
  const sends = channels.map(([id, n]) => `${visible(id)} ${grouped(n)}`).join(words.comma);
  const costs = [
    strategy.channelCost > 0 ? words.sendingCosts(costText(strategy.channelCost, program.project)) : "",
    ...benefitTexts(strategy, program, words),
  ].filter((text) => text !== "");
  return `  ${[sends, ...costs].join(words.semicolon)}`;
}

function benefitTexts(strategy: StrategyPlan, program: Program, words: PlanWording): string[] {
  const place = program.strategies.find(({ id }) => id === strategy.id)?.benefit ?? null;
  const benefit = place === null ? undefined : program.benefits[place];
  if (!benefit) return [];
  const each = benefit.is === "coupon" ? moneyText(benefit.amount, program.project) : words.points(benefit.amount);
  const all =
    benefit.is === "coupon" ? moneyText(strategy.benefitCost, program.project) : words.points(strategy.points);
  return [words.benefit(visible(benefit.id), touchesOf(strategy), each, all)];
}

/** All strategies side by side, and their sums. */
export function summaryLines(plan: PlanResult, program: Program, words: PlanWording): string[] {
  const benefit = (cost: number, points: number): string =>
    [cost > 0 ? moneyText(cost, program.project) : "", points > 0 ? words.points(points) : ""]
      .filter((text) => text !== "")
      .join(" + ") || "-";
  const row = (name: string, label: string, of: readonly StrategyPlan[]): string[] => {
    const sum = (value: (strategy: StrategyPlan) => number): number =>
      of.reduce((total, each) => total + value(each), 0);
    const cost = sum(({ channelCost }) => channelCost);
    return [
      name,
      grouped(sum(dueOf)),
      grouped(sum(touchesOf)),
      cost === 0 ? "-" : costText(cost, program.project),
      benefit(
        sum(({ benefitCost }) => benefitCost),
        sum(({ points }) => points),
      ),
      label,
    ];
  };
  const align: readonly Align[] = ["left", "right", "right", "right", "right", "left"];
  const strategies = plan.strategies.map((each) => row(visible(each.id), visible(each.label ?? ""), [each]));
  const rows = [
    ["", words.due, words.touched, words.channelCost, words.benefitCost],
    ...strategies,
    row(words.total, "", plan.strategies),
  ];
  return [words.summary, ...table(rows, align, "  ")];
}
