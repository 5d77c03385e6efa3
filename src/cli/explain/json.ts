import { formatInstant } from "../../calendar/instant.js";
import type { ExplainedGate, ExplainedTest, Explanation } from "../../decide/explanation.js";
import type { Interval } from "../instant.js";

/** An explanation for machines. `format_version` grows when a reader of the old form would misread the new one. */
export function explainDocument(explanation: Explanation, interval: Interval, hash: string): object {
  const { user, strategy, zone, occurrences } = explanation;
  return {
    format_version: 1,
    program: hash,
    user,
    strategy,
    zone,
    since: formatInstant(interval.since),
    until: formatInstant(interval.until),
    occurrences: occurrences.map(({ occurrence, at, gates, decision }) => ({
      occurrence,
      at,
      gates: gates.map(gateDocument),
      decision,
    })),
  };
}

/** Only `targeted` has clauses, only `allowed` and `reachable` channels, only `fresh` an earlier touch. */
function gateDocument({ gate, outcome, code, clauses, channels, repeat }: ExplainedGate): object {
  return {
    gate,
    outcome,
    code,
    ...(clauses.length > 0 ? { clauses: clauses.map((clause, at) => ({ n: at + 1, ...testDocument(clause) })) } : {}),
    ...(channels.length > 0
      ? { channels: channels.map((channel) => ({ ...channel, reach: channel.reach && testDocument(channel.reach) })) }
      : {}),
    ...(repeat ? { repeat } : {}),
  };
}

function testDocument({ text, file, line, column, holds, op, seen, needed, parts }: ExplainedTest): object {
  return { text, file, line, column, holds, op, seen, needed, parts: parts.map(testDocument) };
}
