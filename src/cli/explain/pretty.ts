import pc from "picocolors";
import { zone } from "../../calendar/zone.js";
import type { Explanation } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { type Interval, localTime } from "../instant.js";
import { occurrenceLines } from "./occurrence.js";
import type { Telling } from "./telling.js";

/** An explanation for people: each occurrence with its gates. `recorded`: whether earlier touches and opt-outs are known. */
export function renderExplanation(
  explanation: Explanation,
  interval: Interval,
  recorded: boolean,
  telling: Telling,
  colour: boolean,
): string {
  const { words, strategy } = telling;
  const paint = pc.createColors(colour);
  const local = zone(explanation.zone);
  const time = (instant: number): string => localTime(local, instant);
  const { since, until } = interval;
  const head = [
    paint.bold(words.title(visible(explanation.user), strategy.id, visible(strategy.label ?? ""))),
    words.interval(time(since), time(until), local.name),
  ];
  const blocks = explanation.occurrences.map((occurrence) => {
    const [first = "", ...rest] = occurrenceLines(occurrence, telling);
    return [paint.bold(first), ...rest];
  });
  if (blocks.length === 0) blocks.push([words.nothingDue]);
  const note = recorded ? [] : [[words.note]];
  return `${[head, ...blocks, ...note].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
