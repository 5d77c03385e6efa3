import type { StrategyPlan } from "../../population/plan-result.js";
import type { Phrase, Program, Strategy } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { clip } from "../../text/width.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import { clauseNumber, codeText, type GateWording } from "../wording/gate.js";
import type { PlanWording } from "../wording/plan.js";

const align: readonly Align[] = ["left", "right", "right", "left", "left"];

/** Phrases longer than this many cells are cut; the place that follows them has the rest. */
const PHRASE_CELLS = 64;

export interface FunnelWords {
  readonly plan: Pick<PlanWording, "touched" | "ghosts">;
  readonly gate: GateWording;
}

/**
 * One strategy's way through the gates: who was due, then for each gate that stopped somebody how many it let pass and
 * why and how many it stopped, then who is touched, and who is held back. `width`: of the terminal, `null` without one.
 */
export function funnelLines(
  strategy: Strategy,
  { funnel, decided, ghosts }: StrategyPlan,
  program: Program,
  words: FunnelWords,
  width: number | null,
): string[] {
  const rows: string[][] = [];
  for (const count of funnel) {
    const refusals = Object.entries(count.refused).sort(byClauseThenCount);
    if (refusals.length === 0 && count.gate !== "due") continue;
    const reasons = refusals.map(([code, n]) => [`-${grouped(n)}`, ...reason(code, strategy, program, words.gate)]);
    const [first = [], ...rest] = reasons;
    rows.push([words.gate.gates[count.gate], grouped(count.passed), ...first]);
    for (const more of rest) rows.push(["", "", ...more]);
  }
  const heldBack = ghosts === 0 ? [] : [`-${grouped(ghosts)}`, words.plan.ghosts];
  rows.push([words.plan.touched, grouped(decided), ...heldBack]);
  return table(rows, align, "  ", { width, column: 3 });
}

function byClauseThenCount([a, n]: [string, number], [b, m]: [string, number]): number {
  const left = clauseNumber(a);
  const right = clauseNumber(b);
  return left !== null && right !== null ? left - right : m - n;
}

/** What a code means; for a clause of `who`, its phrase and where it stands. */
function reason(code: string, strategy: Strategy, program: Program, words: GateWording): string[] {
  const text = visible(codeText(words, code));
  const phrase = clausePhrase(code, strategy, program);
  if (!phrase) return [text];
  return [`${text}  ${clip(visible(phrase.text), PHRASE_CELLS)}`, placeOf(phrase)];
}

/** The phrase of the clause that a code names. */
export function clausePhrase(code: string, strategy: Strategy, program: Program): Phrase | null {
  const clause = clauseNumber(code);
  const test = clause === null ? undefined : strategy.who[clause - 1];
  return test ? (program.phrases[test.said] ?? null) : null;
}

/** `strategies.touch:12`. */
export function placeOf(phrase: Phrase): string {
  return `${visible(phrase.file)}:${phrase.line}`;
}
