import type { Zone } from "../../calendar/zone.js";
import type { FunnelOptions, FunnelResult, StepCount } from "../../population/process-funnel.js";
import type { Segment } from "../../population/segments.js";
import type { Process, Program } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import type { FunnelWording } from "../wording/funnel.js";

/** A funnel with all that is shown about it. */
export interface FunnelView {
  readonly dir: string;
  readonly program: Program;
  readonly process: Process;
  readonly hash: string;
  /** The project's. */
  readonly zone: Zone;
  readonly until: number;
  readonly days: number;
  readonly by: FunnelOptions["by"];
  readonly result: FunnelResult;
}

/** Between one step and the next. */
export interface Gap {
  /** The place of the step before. */
  readonly from: number;
  readonly of: number;
  readonly lost: number;
}

/**
 * Where a process breaks: between which steps most users are lost, and between which the smallest share goes on; the first of equals.
 * `null` where nobody began, or nobody is lost.
 */
export function breaksOf(steps: readonly StepCount[]): { readonly most: Gap; readonly lowest: Gap } | null {
  const gaps = steps.slice(1).flatMap(({ users }, from) => {
    const of = steps[from]?.users ?? 0;
    return of === 0 ? [] : [{ from, of, lost: of - users }];
  });
  const [first] = gaps;
  if (!first || gaps.every(({ lost }) => lost === 0)) return null;
  return {
    most: gaps.reduce((best, gap) => (gap.lost > best.lost ? gap : best), first),
    lowest: gaps.reduce((best, gap) => (gap.lost * best.of > best.lost * gap.of ? gap : best), first),
  };
}

/** What a step is called: its label, else its name. */
export function stepName({ process }: FunnelView, place: number): string {
  const step = process.steps[place];
  return visible(step?.label ?? step?.id ?? "");
}

export function segmentName({ is, id, label }: Segment, { by }: FunnelView, words: FunnelWording): string {
  if (is === "others") return words.others;
  if (is === "unknown") return by === "source" ? words.noSource : words.noStage;
  return visible(label ?? id);
}

/** The heading above segments. */
export function divisionName({ by, program }: FunnelView, words: FunnelWording): string {
  if (by === null || by === "source") return words.bySource;
  const lifecycle = program.lifecycles[by.lifecycle];
  return words.byStage(visible(lifecycle?.label ?? lifecycle?.id ?? ""));
}

/** Where it breaks, in sentences. */
export function breakSentences(
  view: FunnelView,
  words: FunnelWording,
  share: (n: number, of: number) => string,
): string[] {
  const { steps } = view.result;
  if ((steps[0]?.users ?? 0) === 0) return [words.nobody];
  const found = breaksOf(steps);
  if (!found) return [words.noLoss];
  const { most, lowest } = found;
  const between = ({ from }: Gap): [string, string] => [stepName(view, from), stepName(view, from + 1)];
  const lost: [number, number, string] = [most.lost, most.of, share(most.lost, most.of)];
  const rate = share(lowest.of - lowest.lost, lowest.of);
  if (most.from === lowest.from) return [words.mostAndLowest(...between(most), ...lost, rate)];
  return [words.mostLost(...between(most), ...lost), words.lowest(...between(lowest), rate)];
}
