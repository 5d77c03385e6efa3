import type { ExplainedChannel, ExplainedGate, ExplainedOccurrence } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { type Align, table } from "../table.js";
import type { ExplainWording } from "../wording/explain.js";
import { codeText, type GateWording } from "../wording/gate.js";
import { FAILS, HOLDS, OPEN, type Row, testRows } from "./tests.js";

export interface OccurrenceWords {
  readonly explain: ExplainWording;
  readonly gate: GateWording;
}

const align: readonly Align[] = ["left", "left", "left", "left"];

/** One occurrence in full: what became of it, then gate by gate. */
export function occurrenceLines(
  occurrence: ExplainedOccurrence,
  words: OccurrenceWords,
  localSendAt: string,
): string[] {
  const header: Row = ["", words.explain.seen, words.explain.needed, words.explain.source];
  const rows = occurrence.gates.flatMap((gate) => gateRows(gate, occurrence, words));
  const open = occurrence.gates
    .filter(({ outcome }) => outcome === "not_reached")
    .map(({ gate }) => words.gate.gates[gate]);
  const wide = rows.some(([, seen]) => seen !== "");
  return [
    `${occurrence.occurrence}  ${outcomeText(occurrence, words, localSendAt)}`,
    ...table(wide ? [header, ...rows] : rows, align, "  "),
    ...(open.length === 0 ? [] : [`  ${OPEN} ${words.explain.notReached(open)}`]),
  ];
}

function outcomeText({ gates, decision }: ExplainedOccurrence, words: OccurrenceWords, localSendAt: string): string {
  if (decision) return words.explain.touched(decision.channel, localSendAt);
  const refusing = gates.find((gate) => gate.outcome === "refused");
  if (!refusing) return "";
  return words.explain.refused(words.gate.gates[refusing.gate], codeText(words.gate, refusing.code ?? ""));
}

function gateRows(gate: ExplainedGate, occurrence: ExplainedOccurrence, words: OccurrenceWords): Row[] {
  if (gate.outcome === "not_reached") return [];
  const name = words.gate.gates[gate.gate];
  const mark = gate.outcome === "passed" ? HOLDS : FAILS;
  const code = gate.code === null ? "" : `  ${codeText(words.gate, gate.code)}`;
  const head: Row = [`${mark} ${name}${code}`, "", "", ""];
  if (gate.gate === "targeted")
    return [head, ...gate.clauses.flatMap((clause, at) => testRows(clause, words.explain, "    ", `${at + 1}  `))];
  if (gate.gate === "allowed" && gate.code === null) return [head];
  if (gate.gate === "allowed" || gate.gate === "reachable")
    return [head, ...gate.channels.flatMap((channel) => channelRows(channel, occurrence, words.explain))];
  return gate.repeat === null ? [head] : [[`${head[0]}  ${repeatText(gate.repeat, words.explain)}`, "", "", ""]];
}

function channelRows(channel: ExplainedChannel, { decision }: ExplainedOccurrence, words: ExplainWording): Row[] {
  const usable = channel.reaches && !channel.opted_out;
  const chosen = decision?.channel === channel.channel ? `${words.comma}${words.chosen}` : "";
  const why = channel.opted_out
    ? words.optedOut
    : !channel.reaches
      ? words.noReach
      : channel.reach === null
        ? words.everybody
        : words.reaches;
  const head: Row = [`    ${usable ? HOLDS : FAILS} ${visible(channel.channel)}  ${why}${chosen}`, "", "", ""];
  return channel.reach === null ? [head] : [head, ...testRows(channel.reach, words, "      ", "")];
}

function repeatText({ last, again_from }: NonNullable<ExplainedGate["repeat"]>, words: ExplainWording): string {
  return `${words.lastTouch(last)}${words.comma}${again_from === null ? words.never : words.againFrom(again_from)}`;
}
