import type { ReachableChannel } from "../gate/reachable.js";
import { stepOf } from "../gate/offer.js";
import type { EncodedEntry } from "../gate/standing.js";
import type { Program, Purpose } from "../program/program.js";
import { explainCap } from "./explain-cap.js";
import { explainQuota } from "./explain-claims.js";
import { explainAt, type Scene } from "./explain-scene.js";
import type { ExplainedChannel } from "./explanation.js";

/** The channels of the candidate's step, in order: who allows them, and whom they reach. */
export function explainChannels(program: Program, scene: Scene): ExplainedChannel[] {
  return (stepOf(program, scene.candidate)?.channels ?? []).map((channel) => explainChannel(program, scene, channel));
}

/** A channel, also by what it holds back. */
export function explainRoom(program: Program, scene: Scene, found: ReachableChannel): ExplainedChannel {
  return {
    ...explainChannel(program, scene, found.channel),
    caps: found.caps.map((use) => explainCap(program, scene.candidate, use)),
    quota: found.quota && explainQuota(scene.candidate.grants, found.quota.resource),
    evidence: found.evidence,
  };
}

export function explainChannel(program: Program, scene: Scene, place: number): ExplainedChannel {
  const purpose = program.strategies[scene.candidate.strategy]?.purpose ?? "marketing";
  const channel = program.channels[place];
  const reach = channel?.reach ? explainAt(program, scene, channel.reach) : null;
  return {
    channel: channel?.id ?? "",
    opted_out: isOptedOut(scene.entries, place, purpose, scene.ask.until),
    consents: program.policy.consents
      .filter((rule) => includes(rule.channel, place) && includes(rule.purpose, purpose))
      .map(({ test }) => explainAt(program, scene, test)),
    reaches: reach === null || reach.holds,
    reach,
    caps: [],
    quota: null,
    evidence: null,
  };
}

/** Whether nobody objects to a channel. */
export function isAllowed({ opted_out, consents }: ExplainedChannel): boolean {
  return !opted_out && consents.every(({ holds }) => holds);
}

/** An opt-out holds if no opt-in that takes it back came later. */
function isOptedOut(entries: readonly EncodedEntry[], channel: number, purpose: Purpose, now: number): boolean {
  return entries.some(
    (out) =>
      out.kind === "opt_out" &&
      out.at <= now &&
      includes(out.channel, channel) &&
      includes(out.purpose, purpose) &&
      !entries.some(
        (back) =>
          back.kind === "opt_in" &&
          back.at <= now &&
          back.at > out.at &&
          includes(back.channel, out.channel) &&
          includes(back.purpose, out.purpose),
      ),
  );
}

/** Whether all of something, or one of it, includes another. */
function includes<T>(whole: T | null, part: T | null): boolean {
  return whole === null || whole === part;
}
