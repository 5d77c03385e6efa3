import { formatInstant } from "../../calendar/instant.js";
import type {
  ExplainedChannel,
  ExplainedFallback,
  ExplainedGate,
  ExplainedOccurrence,
  ExplainedRelease,
  ExplainedStep,
  Explanation,
} from "../../decide/explanation.js";
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
    occurrences: occurrences.map(occurrenceDocument),
  };
}

function occurrenceDocument(occurrence: ExplainedOccurrence): object {
  return {
    occurrence: occurrence.occurrence,
    ...stepDocument(occurrence),
    later: occurrence.later.map(laterDocument),
  };
}

function stepDocument({ step, at, gates, decision, ghost, walks }: ExplainedStep): object {
  return {
    step,
    at,
    gates: gates.map(gateDocument),
    decision,
    ghost,
    walks: walks.map((walk) => ({ variant: walk.variant, gates: walk.gates.map(gateDocument) })),
  };
}

function laterDocument(later: ExplainedRelease | ExplainedFallback): object {
  if (later.is === "fallback") return { is: later.is, ...stepDocument(later) };
  const { is, step, at, gates, cancellation } = later;
  return { is, step, at, gates: gates.map(gateDocument), cancellation };
}

/** What a gate has nothing to say about is left out: only `targeted` has clauses, only `timely` a timing. */
function gateDocument({ clauses, channels, repeat, ...rest }: ExplainedGate): object {
  return {
    ...rest,
    ...(clauses.length > 0 ? { clauses: clauses.map((clause, at) => ({ n: at + 1, ...clause })) } : {}),
    ...(channels.length > 0 ? { channels: channels.map((channel) => channelDocument(channel, rest.gate)) } : {}),
    ...(repeat ? { repeat } : {}),
  };
}

/** Room is asked at `reachable` only. */
function channelDocument({ caps, quota, evidence, ...rest }: ExplainedChannel, gate: ExplainedGate["gate"]): object {
  return gate === "reachable" ? { ...rest, caps, quota, evidence } : rest;
}
