import { visible } from "../../text/visible.js";
import type { LifecyclePlan, PlanResult } from "../../population/plan-result.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";
import { touchesOf } from "./view.js";

/** The lifecycle × strategy table: users in each stage, and how many touches each strategy makes there. */
export function stageLines(lifecycle: LifecyclePlan, plan: PlanResult, words: PlanWording): string[] {
  const { stages } = lifecycle;
  const rows = [
    ["", ...stages.map((stage) => visible(stage.label ?? stage.id)), words.total],
    [words.users, ...stages.map((stage) => grouped(stage.users)), grouped(plan.users)],
    ...plan.strategies.map((strategy) => [
      visible(strategy.id),
      ...stages.map((stage) =>
        count(Object.hasOwn(stage.decisions, strategy.id) ? (stage.decisions[strategy.id] ?? 0) : 0),
      ),
      count(touchesOf(strategy)),
    ]),
  ];
  const align: Align[] = ["left", ...stages.map((): Align => "right"), "right"];
  return [words.perStage(visible(lifecycle.label ?? lifecycle.id)), ...table(rows, align, "  ")];
}

function count(n: number): string {
  return n === 0 ? "-" : grouped(n);
}
