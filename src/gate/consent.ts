import type { RowTest } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type { Purpose } from "../program/program.js";
import type { Candidate } from "./candidate.js";
import type { GateSources } from "./sources.js";

/** Whether a user may be touched over a channel for what the strategy is for. */
export interface Consent {
  permits(candidate: Candidate, channel: number): boolean;
  detail(candidate: Candidate, channel: number): ConsentDetail;
}

export interface ConsentDetail {
  readonly optedOut: boolean;
  /** The rules of the policy that speak of this channel and purpose, by their places; all must hold. */
  readonly rules: readonly { readonly place: number; readonly holds: boolean }[];
}

/** No opt-out covers the channel and the purpose, and every rule of the policy that speaks of both holds. */
export function compileConsent({ program, environment }: Pick<GateSources, "program" | "environment">): Consent {
  const tests = program.policy.consents.map(({ test }) => compileTest(test, environment));
  const about = (purpose: Purpose) => program.channels.map((_, channel) => rulesAbout(channel, purpose));
  const rules = { marketing: about("marketing"), service: about("service") };

  function rulesAbout(channel: number, purpose: Purpose): readonly number[] {
    return program.policy.consents.flatMap((rule, place) => {
      const isAbout =
        (rule.channel === null || rule.channel === channel) && (rule.purpose === null || rule.purpose === purpose);
      return isAbout ? [place] : [];
    });
  }

  function purposeOf({ strategy }: Candidate): Purpose {
    return program.strategies[strategy]?.purpose ?? "marketing";
  }

  return {
    permits(candidate, channel) {
      const purpose = purposeOf(candidate);
      if (candidate.standing.isOptedOut(channel, purpose)) return false;
      for (const place of rules[purpose][channel] ?? [])
        if (!(tests[place] as RowTest)(candidate.frame, candidate.row)) return false;
      return true;
    },
    detail(candidate, channel) {
      const purpose = purposeOf(candidate);
      return {
        optedOut: candidate.standing.isOptedOut(channel, purpose),
        rules: (rules[purpose][channel] ?? []).map((place) => ({
          place,
          holds: (tests[place] as RowTest)(candidate.frame, candidate.row),
        })),
      };
    },
  };
}
