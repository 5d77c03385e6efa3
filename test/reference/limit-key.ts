import { dateText, instantText } from "./clock.js";
import type { Candidate } from "./course.js";
import { decimalText } from "./rational.js";
import type { Value } from "./value.js";

/** What `limit n per event.x` counts by, as text; `null` where the strategy does not say so, or it is unknown. */
export function limitKeyOf({ member, trigger, before }: Candidate): string | null {
  if (before !== null) return before.limitKey;
  const field = member.clauses.limit?.key.names[1]?.text;
  const value = field === undefined ? null : (trigger?.fields.get(field) ?? null);
  return value === null ? null : textOf(value);
}

function textOf(value: Value): string {
  switch (value.is) {
    case "text":
      return value.text;
    case "word":
      return value.word;
    case "boolean":
      return String(value.boolean);
    case "number":
      return decimalText(value.number);
    case "date":
      return dateText(value.date);
    case "instant":
      return instantText(value.instant);
    default:
      throw new Error(`nothing is counted by a ${value.is}`);
  }
}
