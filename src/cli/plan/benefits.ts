import type { PlanResult } from "../../population/plan-result.js";
import type { Program } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { costText, moneyText } from "../money.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";

const align: readonly Align[] = ["left", "right", "right", "right", "right", "left"];

/** What benefits were promised, what that costs if all are used, and what they can cost at most; empty without benefits. */
export function benefitLines({ benefits }: PlanResult, { project }: Program, words: PlanWording): string[] {
  if (benefits.length === 0) return [];
  const rows = benefits.map(({ id, label, issued, face, cost, points, worst }) => [
    visible(id),
    grouped(issued),
    points > 0 ? words.points(points) : moneyText(face, project),
    costText(cost, project),
    worst === null ? words.unlimited : costText(worst, project),
    visible(label ?? ""),
  ]);
  return [words.benefits, ...table([["", words.issued, words.face, words.ownCost, words.worst], ...rows], align, "  ")];
}
