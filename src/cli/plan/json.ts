import { formatInstant } from "../../calendar/instant.js";
import type { LoadReport, SourceReport } from "../../population/load-report.js";
import type { StrategyPlan } from "../../population/plan-result.js";
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
    out: view.out,
    timings: result.timings.map(({ stage, ms }) => ({ stage, ms: Math.round(ms * 1000) / 1000 })),
  };
}

function strategyDocument(strategy: StrategyPlan, { program }: PlanView): object {
  const { id, label, funnel, channels, channelCost, benefitCost, points } = strategy;
  return {
    id,
    label,
    funnel: funnel.map(({ gate, passed, refused }) => ({ gate, passed, refused })),
    touches: touchesOf(strategy),
    channels,
    channel_cost: plainAmount(costText(channelCost, program.project)),
    benefit_cost: plainAmount(moneyText(benefitCost, program.project)),
    points,
  };
}

/** Without the commas between thousands, as in decisions. */
function plainAmount(text: string): string {
  return text.replaceAll(",", "");
}

function loadDocument({ maxRejected, sources }: LoadReport): object {
  return { max_rejected: maxRejected / 1_000_000, sources: sources.map(sourceDocument) };
}

function sourceDocument(source: SourceReport): object {
  const { kind, name, records, read, rejected, duplicates, used } = source;
  return {
    kind,
    name,
    records,
    read,
    rejected_records: source.rejectedRecords,
    rejected,
    duplicates,
    not_yet_visible: source.notYetVisible,
    without_profile: source.withoutProfile,
    used,
  };
}
