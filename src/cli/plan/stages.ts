import { visible } from "../../text/visible.js";
import type { LifecyclePlan, PlanResult } from "../../population/plan-result.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";
import { touchesOf } from "./view.js";

/** The lifecycle × strategy table: users in each stage and outside of all, and how many touches each strategy makes there. */
export function stageLines(lifecycle: LifecyclePlan, plan: PlanResult, words: PlanWording): string[] {
  const { stages, outside } = lifecycle;
  const columns = [...stages, ...(outside ? [outside] : [])];
  const heads = [...stages.map((stage) => visible(stage.label ?? stage.id)), ...(outside ? [words.outside] : [])];
  const rows = [
    ["", ...heads, words.total],
    [words.users, ...columns.map((stage) => grouped(stage.users)), grouped(plan.users)],
    ...plan.strategies.map((strategy) => [
      visible(strategy.id),
      ...columns.map((stage) =>
        count(Object.hasOwn(stage.decisions, strategy.id) ? (stage.decisions[strategy.id] ?? 0) : 0),
      ),
      count(touchesOf(strategy)),
    ]),
  ];
  const align: Align[] = ["left", ...columns.map((): Align => "right"), "right"];
  return [words.perStage(visible(lifecycle.label ?? lifecycle.id), lifecycle.is), ...table(rows, align, "  ")];
}

function count(n: number): string {
  return n === 0 ? "-" : grouped(n);
}
