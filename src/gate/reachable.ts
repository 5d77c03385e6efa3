import { compileTest } from "../evaluate/test.js";
import type { Cap, Program } from "../program/program.js";
import { type CapUse, capUse, isFull, ownCaps } from "./cap-use.js";
import type { Candidate, Gate } from "./candidate.js";
import { compileConsent } from "./consent.js";
import type { GateSources } from "./sources.js";
import { stepOf } from "./offer.js";
import { type ChannelEvidence, preferenceOf } from "./preference.js";
import { compileQuota } from "./quota.js";
import type { RefusalCode } from "./refusal-code.js";
import { compileSend } from "./timely.js";

/** The channels of a step, as they were tried. */
export interface ReachableDetail {
  readonly byPreference: boolean;
  /** How many receipts each channel needs before what the user opens counts; `null` if the strategy does not ask. */
  readonly least: number | null;
  readonly channels: readonly ReachableChannel[];
}

export interface ReachableChannel {
  readonly channel: number;
  readonly evidence: ChannelEvidence | null;
  /** Neither opted out, nor without a consent that it needs. */
  readonly permitted: boolean;
  readonly reaches: boolean;
  /** The channel's own caps; none where nothing may be sent at any instant. */
  readonly caps: readonly CapUse[];
  /** Its quota, and whether one send is free. */
  readonly quota: { readonly resource: string; readonly free: boolean } | null;
}

/**
 * Chooses the first channel of the step that the user allows, that reaches them, and whose own caps and quota have room at the
 * instant of sending. Refuses with `unreachable`, or, where some would reach but for that, with what the first of them lacks.
 */
export function reachable(sources: GateSources): Gate {
  const { program } = sources;
  const { permits } = compileConsent(sources);
  const reaches = compileReach(sources);
  const plan = compileSend(program);
  const lacks = compileRoom(program);
  return (candidate) => {
    const step = stepOf(program, candidate);
    if (step === null) return "unreachable";
    const { order, byPreference } = preferenceOf(step, candidate);
    let planned = false;
    let code: RefusalCode | null = null;
    for (const place of order) {
      const channel = step.channels[place] as number;
      if (!permits(candidate, channel) || !reaches(candidate, channel)) continue;
      if (!planned) plan(candidate);
      planned = true;
      const lack = lacks(candidate, channel);
      if (lack === null) {
        candidate.chosen = place;
        candidate.byPreference = byPreference;
        return null;
      }
      code ??= lack;
    }
    return code ?? "unreachable";
  };
}

/**
 * Before a touch goes out: whether its channel is still allowed and still reaches; one that the offer no longer has does not. Caps and
 * quota are not asked again.
 */
export function stillReachable(sources: GateSources): Gate {
  const { permits } = compileConsent(sources);
  const reaches = compileReach(sources);
  return (candidate) => {
    const channel = stepOf(sources.program, candidate)?.channels[candidate.chosen];
    if (channel === undefined) return "unreachable";
    return permits(candidate, channel) && reaches(candidate, channel) ? null : "unreachable";
  };
}

export function reachableDetail(sources: GateSources): (candidate: Candidate) => ReachableDetail {
  const { program } = sources;
  const { permits } = compileConsent(sources);
  const reaches = compileReach(sources);
  const plan = compileSend(program);
  const quota = compileQuota(program);
  return (candidate) => {
    const step = stepOf(program, candidate);
    if (step === null) return { byPreference: false, least: null, channels: [] };
    const { order, byPreference, evidence } = preferenceOf(step, candidate);
    plan(candidate);
    const isPlanned = !Number.isNaN(candidate.sendAt);
    const channels = order.map((place): ReachableChannel => {
      const channel = step.channels[place] as number;
      const want = isPlanned ? quota(channel, candidate.sendAt) : null;
      return {
        channel,
        evidence: evidence[place] ?? null,
        permitted: permits(candidate, channel),
        reaches: reaches(candidate, channel),
        caps: isPlanned ? ownCaps(program, channel).map((cap) => capUse(program, cap, candidate)) : [],
        quota: want && { resource: want.resource, free: candidate.grants.has(want) },
      };
    });
    return { byPreference, least: step.preferred?.least ?? null, channels };
  };
}

type AskChannel<T> = (candidate: Candidate, channel: number) => T;

function compileReach({ program, environment }: GateSources): AskChannel<boolean> {
  const tests = program.channels.map(({ reach }) => reach && compileTest(reach, environment));
  return ({ frame, row }, channel) => tests[channel]?.(frame, row) ?? true;
}

/** What a channel lacks at the instant of sending: room under its own caps, or its quota. Where there is no such instant, nothing. */
function compileRoom(program: Program): AskChannel<RefusalCode | null> {
  const own = program.channels.map((_, channel) => ownCaps(program, channel));
  const quota = compileQuota(program);
  return (candidate, channel) => {
    if (Number.isNaN(candidate.sendAt)) return null;
    for (const place of own[channel] ?? []) {
      const cap = program.policy.caps[place] as Cap;
      if (isFull(cap, candidate, program.project.weekStarts)) return `capped ${cap.name}`;
    }
    const want = quota(channel, candidate.sendAt);
    return want && !candidate.grants.has(want) ? `quota ${program.channels[channel]?.id ?? ""}` : null;
  };
}
