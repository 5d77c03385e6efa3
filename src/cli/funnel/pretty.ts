import pc from "picocolors";
import { formatDate } from "../../calendar/civil.js";
import type { Language } from "../../diagnostic/wording.js";
import type { StepCount } from "../../population/process-funnel.js";
import { visible } from "../../text/visible.js";
import { amountText } from "../amount.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import { loadLines } from "../plan/load.js";
import { type Align, table } from "../table.js";
import { type FunnelWording, funnelWording } from "../wording/funnel.js";
import { loadWording } from "../wording/load.js";
import { breakSentences, breaksOf, divisionName, type FunnelView, segmentName, stepName } from "./view.js";

/** A funnel for people. */
export function renderFunnel(view: FunnelView, language: Language, colour: boolean): string {
  const words = funnelWording[language];
  const paint = pc.createColors(colour);
  const blocks = [
    headLines(view, words),
    loadLines(view.result.load, loadWording[language], language),
    stepLines(view, words, language),
    [words.breaks, ...breakSentences(view, words, percent).map((sentence) => `  ${sentence}`)],
    segmentLines(view, words),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map(([head = "", ...rest]) => [paint.bold(head), ...rest].join("\n")).join("\n\n")}\n`;
}

function headLines(view: FunnelView, words: FunnelWording): string[] {
  const { process, zone, until, days, result, hash } = view;
  const rows = [
    [words.at, `${localTime(zone, until)}, ${zone.name}`],
    [words.window, words.lastDays(days, formatDate(zone.dateAt(until) - days + 1))],
    [words.users, grouped(result.users)],
    [words.program, hash.slice(0, 12)],
  ];
  const name = [process.id, process.label ?? ""].map(visible).join("  ").trimEnd();
  return [words.title(name), ...table(rows, ["left", "left"], "  ")];
}

const align: readonly Align[] = ["left", "right", "right", "right", "right", "right", "left"];

function stepLines(view: FunnelView, words: FunnelWording, language: Language): string[] {
  const titles = ["", words.users, words.ofBefore, words.ofFirst, words.lost, words.wait];
  return [words.steps, ...table([titles, ...stepRows(view, language)], align, "  ")];
}

/** Name, users, their share of the step before and of the first, losses before the next, the wait for it, label. */
export function stepRows({ process, result }: FunnelView, language: Language): string[][] {
  const { steps } = result;
  const first = steps[0]?.users ?? 0;
  return steps.map(({ users, toNext }, place) => {
    const step = process.steps[place];
    const next = steps[place + 1];
    return [
      visible(step?.id ?? ""),
      grouped(users),
      place === 0 ? "" : shareOf(users, steps[place - 1]?.users ?? 0),
      place === 0 ? "" : shareOf(users, first),
      next ? grouped(users - next.users) : "",
      toNext ? amountText(toNext, { is: "span" }, language) : "",
      visible(step?.label ?? ""),
    ];
  });
}

/** Of nobody there is no share. */
function shareOf(part: number, whole: number): string {
  return whole === 0 ? "" : percent(part, whole);
}

function segmentLines(view: FunnelView, words: FunnelWording): string[] {
  if (view.result.segments.length === 0) return [];
  const titles = segmentTitles(view, words);
  const right = titles.slice(1, -1).map((): Align => "right");
  return [divisionName(view, words), ...table([titles, ...segmentRows(view, words)], ["left", ...right, "left"], "  ")];
}

/** The columns of the segments: their size, each step, the rate from the first to the last, and where most are lost. */
export function segmentTitles(view: FunnelView, words: FunnelWording): string[] {
  return ["", words.users, ...view.process.steps.map(({ id }) => visible(id)), words.overall, words.breaksAt];
}

export function segmentRows(view: FunnelView, words: FunnelWording): string[][] {
  const { segments, steps, users } = view.result;
  const row = (name: string, size: number, counts: readonly StepCount[]): string[] => {
    const found = breaksOf(counts);
    return [
      name,
      grouped(size),
      ...counts.map((step) => grouped(step.users)),
      shareOf(counts.at(-1)?.users ?? 0, counts[0]?.users ?? 0),
      found ? words.arrow(stepName(view, found.most.from), stepName(view, found.most.from + 1)) : "",
    ];
  };
  return [
    ...segments.map(({ segment, steps: own }) => row(segmentName(segment, view, words), segment.users, own)),
    row(words.everybody, users, steps),
  ];
}
