import pc from "picocolors";
import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped } from "../number.js";
import { table } from "../table.js";
import { gateWording } from "../wording/gate.js";
import { loadWording } from "../wording/load.js";
import { type PlanWording, planWording } from "../wording/plan.js";
import { benefitLines } from "./benefits.js";
import { capLines } from "./caps.js";
import { summaryLines, touchLines } from "./costs.js";
import { experimentLines } from "./experiments.js";
import { funnelLines } from "./funnel.js";
import { hourLines } from "./hours.js";
import { loadLines } from "./load.js";
import { stageLines } from "./stages.js";
import { dueOf, type PlanView } from "./view.js";

/** A plan for people. */
export function renderPlan(view: PlanView, language: Language, colour: boolean): string {
  const words = planWording[language];
  const paint = pc.createColors(colour);
  const headed = ([head = "", ...rest]: readonly string[]): string[] => [paint.bold(head), ...rest];
  const blocks = [
    headed(headLines(view, words)),
    headed(loadLines(view.result.load, loadWording[language], language)),
    ...view.result.strategies.map((_, at) => headed(strategyLines(view, at, words, language))),
    ...view.result.lifecycles.map((lifecycle) => headed(stageLines(lifecycle, view.result, words))),
    ...[
      hourLines(view.result, words),
      capLines(view.result, words),
      benefitLines(view.result, view.program, words),
      experimentLines(view.result, words),
    ].flatMap((lines) => (lines.length > 0 ? [headed(lines)] : [])),
    // With one strategy the summary would repeat what stands above it.
    ...(view.result.strategies.length > 1 ? [headed(summaryLines(view.result, view.program, words))] : []),
    ...(view.entries === null ? [[words.note]] : []),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headLines(view: PlanView, words: PlanWording): string[] {
  const { program, interval, zone, result } = view;
  const { id, label } = program.project;
  const users =
    view.users.length === 0
      ? grouped(result.users)
      : `${grouped(result.users)} (${view.users.map(visible).join(", ")})`;
  return [
    words.title(visible(label ?? id)),
    ...table(
      [
        [words.interval, words.between(localTime(zone, interval.since), localTime(zone, interval.until), zone.name)],
        [words.users, users],
        [words.program, view.hash.slice(0, 12)],
      ],
      ["left", "left"],
      "  ",
    ),
  ];
}

function strategyLines(view: PlanView, at: number, words: PlanWording, language: Language): string[] {
  const { program, result, width } = view;
  const plan = result.strategies[at];
  const strategy = program.strategies.find(({ id }) => id === plan?.id);
  if (!plan || !strategy) return [];
  const title = [strategy.id, strategy.label ?? ""].map(visible).join("  ").trimEnd();
  if (dueOf(plan) === 0) return [title, `  ${words.nothingDue}`];
  return [
    title,
    ...funnelLines(strategy, plan, program, { plan: words, gate: gateWording[language] }, width),
    ...touchLines(plan, program, words),
  ];
}
