import { loadDocument } from "./load-document.js";
import { formatInstant } from "../../calendar/instant.js";
import type { BenefitPlan, ExperimentPlan, StrategyPlan } from "../../population/plan-result.js";
import type { Program } from "../../program/program.js";
import { costText, moneyText } from "../money.js";
import { type PlanView, touchesOf } from "./view.js";

/** A plan for machines. `format_version` grows when a reader of the old form would misread the new one. */
export function planDocument(view: PlanView): object {
  const { program, interval, result } = view;
  return {
    format_version: 1,
    project: program.project.id,
    program: view.hash,
    since: formatInstant(interval.since),
    until: formatInstant(interval.until),
    users: result.users,
    load: loadDocument(result.load),
    strategies: result.strategies.map((strategy) => strategyDocument(strategy, view)),
    lifecycles: result.lifecycles,
    caps: result.caps,
    benefits: result.benefits.map((benefit) => benefitDocument(benefit, program)),
    experiments: result.experiments.map(experimentDocument),
    entries: view.entries,
    out: view.out,
    timings: result.timings.map(({ stage, ms }) => ({ stage, ms: Math.round(ms * 1000) / 1000 })),
  };
}

function strategyDocument(strategy: StrategyPlan, { program }: PlanView): object {
  const { id, label, funnel, ghosts, cancelled, channels, hours, channelCost, benefitCost, ownCost, points } = strategy;
  return {
    id,
    label,
    funnel: funnel.map(({ gate, passed, refused }) => ({ gate, passed, refused })),
    touches: touchesOf(strategy),
    ghosts,
    cancelled,
    channels,
    /** Touches by the hour of the users' local clocks, 0 to 23. */
    hours,
    channel_cost: plainAmount(costText(channelCost, program.project)),
    benefit_cost: plainAmount(moneyText(benefitCost, program.project)),
    own_cost: plainAmount(costText(ownCost, program.project)),
    points,
  };
}

function benefitDocument({ id, label, issued, face, cost, points, worst }: BenefitPlan, { project }: Program): object {
  return {
    id,
    label,
    issued,
    face: plainAmount(moneyText(face, project)),
    cost: plainAmount(costText(cost, project)),
    points,
    worst: worst === null ? null : plainAmount(costText(worst, project)),
  };
}

/** Shares as parts of 1, like all others in the document. */
function experimentDocument({ of, id, is, arms, p }: ExperimentPlan): object {
  return { of, id, is, arms: arms.map((arm) => ({ ...arm, share: arm.share / 10_000 })), p };
}

/** Without the commas between thousands, as in decisions. */
function plainAmount(text: string): string {
  return text.replaceAll(",", "");
}
