import { compileTest } from "../evaluate/test.js";
import { assigner } from "./assigned.js";
import type { Candidate, Gate } from "./candidate.js";
import { compileConsent, type ConsentDetail } from "./consent.js";
import type { GateSources } from "./sources.js";
import { stepOf } from "./offer.js";

/** What the policy and the user allow. Places of tests are those in the policy. */
export interface AllowedDetail {
  /** The place of the first rule that puts the user on the stop list, or `null`. */
  readonly stop: number | null;
  /** Whether a personal strategy may look at the user; `null` if nobody asks, or the strategy is not personal. */
  readonly personal: boolean | null;
  /** The channels of the step, in order. */
  readonly channels: readonly ({ readonly channel: number } & ConsentDetail)[];
}

/**
 * Refuses with `stop_listed` whom nobody may touch; with `not_personal` whom a personal strategy may not; and with `opted_out` who
 * does not want to hear over any channel of the step, or lacks a consent for each. A variant without an offer has no channels: then
 * those are asked with which it is compared.
 */
export function allowed(sources: GateSources): Gate {
  const { program } = sources;
  const assign = assigner(program);
  const { stop, mayLook } = compileRules(sources);
  const { permits } = compileConsent(sources);
  return (candidate) => {
    if (stop(candidate) !== null) return "stop_listed";
    if (mayLook(candidate) === false) return "not_personal";
    assign(candidate);
    const step = stepOf(program, candidate);
    if (step === null) return null;
    for (const channel of step.channels) if (permits(candidate, channel)) return null;
    return "opted_out";
  };
}

export function allowedDetail(sources: GateSources): (candidate: Candidate) => AllowedDetail {
  const { stop, mayLook } = compileRules(sources);
  const consent = compileConsent(sources);
  return (candidate) => ({
    stop: stop(candidate),
    personal: mayLook(candidate),
    channels: (stepOf(sources.program, candidate)?.channels ?? []).map((channel) => ({
      channel,
      ...consent.detail(candidate, channel),
    })),
  });
}

interface Rules {
  stop(candidate: Candidate): number | null;
  mayLook(candidate: Candidate): boolean | null;
}

function compileRules({ program, environment }: GateSources): Rules {
  const { policy, strategies } = program;
  const stops = policy.stops.map((test) => compileTest(test, environment));
  const personal = policy.personal && compileTest(policy.personal, environment);
  return {
    stop({ frame, row }) {
      const place = stops.findIndex((test) => test(frame, row));
      return place < 0 ? null : place;
    },
    mayLook: ({ strategy, frame, row }) => (personal && strategies[strategy]?.personal ? personal(frame, row) : null),
  };
}
