import type { Program } from "../../program/program.js";
import type { PlanResult, StrategyPlan } from "../../population/plan-result.js";
import { visible } from "../../text/visible.js";
import { costText, moneyText } from "../money.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";
import { dueOf, touchesOf } from "./view.js";

/** What the touches of one strategy go over and cost, and how many were cancelled, in a line each; empty if there are none. */
export function touchLines(strategy: StrategyPlan, program: Program, words: PlanWording): string[] {
  const channels = Object.entries(strategy.channels).filter(([, sends]) => sends > 0);
  const sends = channels.map(([id, n]) => `${visible(id)} ${grouped(n)}`).join(words.comma);
  const costs = [
    sends,
    strategy.channelCost > 0 ? words.sendingCosts(costText(strategy.channelCost, program.project)) : "",
    benefitText(strategy, program, words),
  ];
  const lines = [
    costs.filter((text) => text !== "").join(words.semicolon),
    strategy.cancelled > 0 ? words.cancelled(strategy.cancelled) : "",
  ];
  return lines.filter((text) => text !== "").map((text) => `  ${text}`);
}

function benefitText({ benefitCost, ownCost, points }: StrategyPlan, { project }: Program, words: PlanWording): string {
  const worth = [benefitCost > 0 ? moneyText(benefitCost, project) : "", points > 0 ? words.points(points) : ""].filter(
    (text) => text !== "",
  );
  return worth.length === 0
    ? ""
    : words.benefitWorth(worth.join(" + "), ownCost > 0 ? costText(ownCost, project) : null);
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
