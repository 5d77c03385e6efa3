import type { ExplainedFallback, ExplainedOccurrence, ExplainedRelease } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { outcomeText, refusalOf, stepLines } from "./step.js";
import type { Telling } from "./telling.js";

/** One occurrence in full: what became of it, then gate by gate, then what came of it later. */
export function occurrenceLines(occurrence: ExplainedOccurrence, telling: Telling): string[] {
  return [
    `${nameOf(occurrence, telling)}  ${outcomeText(occurrence, telling)}`,
    ...stepLines(occurrence, telling),
    ...occurrence.later.flatMap((later) => laterLines(later, telling)),
  ];
}

/** A key that is a date, or the id of an event, says too little of when. */
function nameOf({ occurrence, at }: ExplainedOccurrence, { time }: Telling): string {
  const key = visible(occurrence);
  if (/^\d{4}-\d\d-\d\dT/.test(occurrence)) return key;
  const when = time(at);
  return when.startsWith(`${key} `) ? when : `${key} (${when})`;
}

function laterLines(later: ExplainedRelease | ExplainedFallback, telling: Telling): string[] {
  const { words, time } = telling;
  if (later.is === "fallback") {
    const lines = stepLines(later, telling).map((line) => `  ${line}`);
    return [`  ${words.fallback(time(later.at), later.step, outcomeText(later, telling))}`, ...lines];
  }
  const refusal = later.cancellation && refusalOf(later.gates, telling);
  const head = `  ${words.release(time(later.at), later.step, refusal && words.cancelled(...refusal))}`;
  if (!refusal) return [head];
  const refusing = later.gates.filter(({ outcome }) => outcome === "refused");
  return [
    head,
    ...stepLines({ gates: refusing, decision: null, ghost: null, walks: [] }, telling).map((line) => `  ${line}`),
  ];
}
