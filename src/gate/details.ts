import { type AllowedDetail, allowedDetail } from "./allowed.js";
import { type AssignedDetail, createAssignments } from "./assigned.js";
import type { Candidate } from "./candidate.js";
import { type ComposedDetail, composedDetail } from "./composed.js";
import { type ExclusiveDetail, exclusiveDetail } from "./exclusive.js";
import { type FreshDetail, freshDetail } from "./fresh.js";
import { type FundedDetail, fundedDetail } from "./funded.js";
import type { GateSources } from "./sources.js";
import { type ReachableDetail, reachableDetail } from "./reachable.js";
import { type TimelyDetail, timelyDetail } from "./timely.js";

/**
 * What each gate sees of a candidate, as plain data, for explanations: everything by place, instants in milliseconds. To be asked
 * right after the gate; none takes anything. What `funded` took for a candidate that it let pass no longer counts as free.
 */
export interface Details {
  allowed(candidate: Candidate): AllowedDetail;
  assigned(candidate: Candidate): AssignedDetail;
  reachable(candidate: Candidate): ReachableDetail;
  timely(candidate: Candidate): TimelyDetail;
  /** `null` if the candidate loses to nobody. */
  exclusive(candidate: Candidate): ExclusiveDetail | null;
  fresh(candidate: Candidate): FreshDetail;
  funded(candidate: Candidate): FundedDetail;
  /** `null` if the channel carries no text, or a hole has no value. */
  composed(candidate: Candidate): ComposedDetail | null;
}

export function createDetails(sources: GateSources): Details {
  const { program } = sources;
  const assignments = createAssignments(program);
  return {
    allowed: allowedDetail(sources),
    assigned: ({ strategy, user }) => (assignments[strategy] as (typeof assignments)[number]).detail(user),
    reachable: reachableDetail(sources),
    timely: timelyDetail(program),
    exclusive: exclusiveDetail(program),
    fresh: freshDetail(program),
    funded: fundedDetail(program),
    composed: composedDetail(sources),
  };
}
