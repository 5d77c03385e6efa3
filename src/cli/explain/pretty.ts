import pc from "picocolors";
import { parseInstant } from "../../calendar/instant.js";
import { zone } from "../../calendar/zone.js";
import type { Explanation } from "../../decide/explanation.js";
import type { Language } from "../../diagnostic/wording.js";
import type { Strategy } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { type Interval, localTime } from "../instant.js";
import { explainWording } from "../wording/explain.js";
import { gateWording } from "../wording/gate.js";
import { occurrenceLines } from "./occurrence.js";

/** An explanation for people: each occurrence with its gates. */
export function renderExplanation(
  explanation: Explanation,
  strategy: Strategy,
  interval: Interval,
  language: Language,
  colour: boolean,
): string {
  const words = { explain: explainWording[language], gate: gateWording[language] };
  const paint = pc.createColors(colour);
  const local = zone(explanation.zone);
  const time = (instant: number): string => localTime(local, instant);
  const { since, until } = interval;
  const head = [
    paint.bold(words.explain.title(visible(explanation.user), strategy.id, visible(strategy.label ?? ""))),
    words.explain.interval(time(since), time(until), local.name),
  ];
  const blocks = explanation.occurrences.map((occurrence) => {
    const sendAt = occurrence.decision ? parseInstant(occurrence.decision.send_at) : null;
    const lines = occurrenceLines(occurrence, words, sendAt?.is === "instant" ? time(sendAt.ms) : "");
    return [paint.bold(lines[0] ?? ""), ...lines.slice(1)];
  });
  if (blocks.length === 0) blocks.push([words.explain.nothingDue]);
  return `${[head, ...blocks, [words.explain.note]].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
