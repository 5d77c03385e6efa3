import type { ExplainedGate, ExplainedStep, ExplainedWalk } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { type Align, table } from "../table.js";
import { gateRows } from "./gate.js";
import { type Telling, variantName } from "./telling.js";
import { FAILS, HOLDS, OPEN, type Row } from "./tests.js";

const align: readonly Align[] = ["left", "left", "left", "left"];

/** What became of an occurrence, or of a later step of it, in a line; empty if it was decided in an earlier interval. */
export function outcomeText({ gates, decision, ghost }: ExplainedStep, telling: Telling): string {
  const { words, time } = telling;
  if (decision) {
    const { channel, send_at, variant, benefit } = decision;
    const more = [
      ...(variant === null ? [] : [words.variant(variantName(telling, variant))]),
      ...(benefit === null ? [] : [words.benefit(visible(benefit.id), visible(benefit.cost))]),
    ];
    return words.touched(visible(channel), time(send_at), more);
  }
  if (ghost) return words.heldBack(telling.details.ghost[ghost.reason], visible(ghost.channel), time(ghost.send_at));
  const refusing = refusalOf(gates, telling);
  return refusing === null ? words.decidedBefore : words.refused(...refusing);
}

/** The gate that refused, and why. */
export function refusalOf(gates: readonly ExplainedGate[], { gates: names, code }: Telling): [string, string] | null {
  const refusing = gates.find((gate) => gate.outcome === "refused");
  return refusing ? [names[refusing.gate], code(refusing.code ?? "")] : null;
}

/** Gate by gate, then the variants that a ghost walked, then what was not reached. */
export function stepLines(
  step: Pick<ExplainedStep, "gates" | "decision" | "ghost" | "walks">,
  telling: Telling,
): string[] {
  const { words, gates: names, width } = telling;
  const header: Row = ["", words.seen, words.needed, words.source];
  const rows = step.gates.flatMap((gate) => gateRows(gate, step.decision, telling));
  const wide = rows.some(([, seen]) => seen !== "");
  const open = step.gates.filter(({ outcome }) => outcome === "not_reached").map(({ gate }) => names[gate]);
  return [
    ...table(wide ? [header, ...rows] : rows, align, "  ", { width, column: 0 }),
    ...step.walks.map((walk) => `  ${walkText(walk, telling)}`),
    ...(open.length === 0 ? [] : [`  ${OPEN} ${step.ghost ? words.skipped(open) : words.notReached(open)}`]),
  ];
}

function walkText({ variant, gates }: ExplainedWalk, telling: Telling): string {
  const { words } = telling;
  const refusal = refusalOf(gates, telling);
  const outcome = refusal === null ? words.wouldPass : words.refused(...refusal);
  return `${refusal === null ? HOLDS : FAILS} ${words.variant(variantName(telling, variant ?? ""))}  ${outcome}`;
}
