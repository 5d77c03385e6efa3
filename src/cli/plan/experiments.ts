import type { ExperimentPlan, PlanResult } from "../../population/plan-result.js";
import { visible } from "../../text/visible.js";
import { grouped, percent } from "../number.js";
import { type Align, table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";

/** Below this the sizes of the arms hardly come about by chance. */
export const SUSPICIOUS = 0.001;

const align: readonly Align[] = ["left", "left", "right", "right", "right", "left"];

/** Holdouts and splits: how many users are in each arm, against its share; empty without any. */
export function experimentLines({ experiments }: PlanResult, words: PlanWording): string[] {
  if (experiments.length === 0) return [];
  const rows = experiments.flatMap((experiment) => armRows(experiment, words));
  return [words.experiments, ...table([["", "", words.share, words.users, words.actual], ...rows], align, "  ")];
}

function armRows(experiment: ExperimentPlan, words: PlanWording): string[][] {
  const { arms, p } = experiment;
  const users = arms.reduce((sum, arm) => sum + arm.users, 0);
  return arms.map((arm, place) => [
    place === 0 ? nameOf(experiment, words) : "",
    experiment.is === "holdout" ? words.holdoutArm(arm.ghost !== null) : visible(arm.label ?? arm.id),
    `${arm.share / 100}%`,
    grouped(arm.users),
    percent(arm.users, users),
    place === 0 ? verdict(p, words) : "",
  ]);
}

function nameOf({ of, id, is }: ExperimentPlan, words: PlanWording): string {
  return of === "policy" ? words.experiment.everybody : `${words.experiment[is]} ${visible(id)}`;
}

function verdict(p: number | null, words: PlanWording): string {
  if (p === null) return words.tooFew;
  return words.sampleRatio(p < SUSPICIOUS ? "< 0.001" : `= ${p.toFixed(3)}`, p < SUSPICIOUS);
}
