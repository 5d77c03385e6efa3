import { formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import type { Candidate } from "../gate/candidate.js";
import { expiryOf } from "../gate/expiry.js";
import { channelOf, offerOf } from "../gate/offer.js";
import type { StandingTouch } from "../gate/standing.js";
import { type Benefit, COST_PER_MINOR, type Program, type Strategy } from "../program/program.js";
import { faceText, moneyText, pointsOf } from "./benefit-text.js";
import type { Cancellation, DecidedBenefit, DecidedMaterial, Decision, Ghost, Placed } from "./decision.js";
import type { Costs } from "./fold.js";
import type { GhostPath, Verdict } from "./walk.js";

/** Writes down what became of candidates that passed every gate, and of touches that are not to go out. */
export interface Recorder {
  decision(candidate: Candidate): Decision;
  costs(candidate: Candidate): Costs;
  /** The touch as the gates read it later. */
  touch(candidate: Candidate): StandingTouch;
  ghost(candidate: Candidate, path: GhostPath): Ghost;
  ghostTouch(candidate: Candidate, path: GhostPath): StandingTouch;
  cancellation(user: string, touch: StandingTouch, why: Verdict): Cancellation;
}

/**
 * All that is the same for every decision is prepared here. Parts are joined by `Object.assign`: with so many properties a spread takes
 * fifty times as long.
 */
export function createRecorder(program: Program, hash: string): Recorder {
  const { project, channels, benefits, strategies } = program;
  const costTexts = channels.map(({ cost }) => moneyText(project, cost, project.minor * COST_PER_MINOR));
  const faceTexts = benefits.map((benefit) => faceText(project, benefit));
  const tags = strategies.map(({ sets }) => sets.map((tag) => program.strategyTags[tag]?.id ?? ""));

  function place(candidate: Candidate, { sendAt, sendDate, sendBy }: Pick<Candidate, Sending>): Placed {
    const strategy = strategies[candidate.strategy] as Strategy;
    return {
      key: candidate.key(),
      user: candidate.user,
      strategy: strategy.id,
      set: strategy.set === null ? null : (program.sets[strategy.set]?.id ?? null),
      variant: strategy.variants[candidate.variant]?.id ?? null,
      occurrence: candidate.occurrence,
      step: stepText(candidate.step),
      at: formatInstant(candidate.instant),
      date: formatDate(candidate.date),
      send_at: formatInstant(sendAt),
      send_date: formatDate(sendDate),
      send_by: sendBy,
      limit_key: candidate.limitKey,
      program: hash,
    };
  }

  function plain(benefit: number, { zone, sendAt, givenAt }: Candidate): PlainBenefit {
    const { id, value, valid } = benefits[benefit] as Benefit;
    const expires = valid && formatInstant(expiryOf(valid, zone, givenAt ?? sendAt));
    return { id, kind: value.is, cost: faceTexts[benefit] as string, expires_at: expires };
  }

  function decidedBenefit(candidate: Candidate): DecidedBenefit | null {
    if (candidate.benefit === null) return null;
    const named = benefits[namedBy(program, candidate)];
    const friend = named?.value.is === "referral" ? plain(named.value.friend, candidate) : null;
    return Object.assign(plain(candidate.benefit, candidate), {
      lottery: named?.value.is === "lottery" ? named.id : null,
      referral: friend && { id: named?.id ?? "", friend },
    });
  }

  /** The places of all that a decision gives away: a fallback gives nothing that the first step has not given. */
  function given(candidate: Candidate): readonly number[] {
    if (candidate.benefit === null || candidate.step > 0) return [];
    const value = benefits[namedBy(program, candidate)]?.value;
    return value?.is === "referral" ? [candidate.benefit, value.friend] : [candidate.benefit];
  }

  return {
    decision(candidate) {
      const channel = channelOf(program, candidate);
      return Object.assign(place(candidate, candidate), {
        channel: channels[channel]?.id ?? "",
        channel_cost: costTexts[channel] as string,
        channel_by: candidate.byPreference ? ("preferred" as const) : ("declared" as const),
        benefit: decidedBenefit(candidate),
        material: decidedMaterial(candidate),
        tags: tags[candidate.strategy] as string[],
      });
    },
    costs(candidate) {
      const channel = channelOf(program, candidate);
      const places = given(candidate);
      const sum = (amount: (benefit: Benefit) => number): number =>
        places.reduce((total, benefit) => total + amount(benefits[benefit] as Benefit), 0);
      return {
        strategy: candidate.strategy,
        variant: candidate.variant,
        channel,
        channelCost: channels[channel]?.cost ?? 0,
        benefits: places,
        benefitCost: sum(({ face }) => face),
        ownCost: sum(({ cost }) => cost),
        points: sum(pointsOf),
      };
    },
    touch: (candidate) =>
      Object.assign(standingPart(candidate), {
        ghost: null,
        walked: candidate.variant,
        sendAt: candidate.sendAt,
        sendDate: candidate.sendDate,
        channel: channelOf(program, candidate),
        benefits: candidate.benefit === null ? [] : distinct([namedBy(program, candidate), candidate.benefit]),
      }),
    ghost(candidate, path) {
      const variants = strategies[candidate.strategy]?.variants ?? [];
      return Object.assign(place(candidate, path), {
        reason: candidate.ghost ?? ("control" as const),
        channel: channels[path.channel]?.id ?? "",
        would: path.would.flatMap((variant) => variants[variant]?.id ?? []),
      });
    },
    ghostTouch: (candidate, { walked, sendAt, sendDate, channel }) =>
      Object.assign(standingPart(candidate), {
        ghost: candidate.ghost,
        walked,
        sendAt,
        sendDate,
        channel,
        benefits: [],
      }),
    cancellation: (user, { key, strategy, sendAt }, { gate, code }) => ({
      key,
      user,
      strategy: strategies[strategy]?.id ?? "",
      at: formatInstant(sendAt),
      gate,
      code,
    }),
  };
}

type Sending = "sendAt" | "sendDate" | "sendBy";

type PlainBenefit = Omit<DecidedBenefit, "lottery" | "referral">;

function standingPart({ key, strategy, variant, step, occurrence, instant, date, limitKey }: Candidate) {
  return { kind: "touch" as const, at: instant, key: key(), strategy, variant, step, occurrence, date, limitKey };
}

/** The benefit that the strategy names: that which was drawn or shared stands behind it. */
function namedBy(program: Program, candidate: Candidate): number {
  return offerOf(program, candidate)?.benefit ?? (candidate.benefit as number);
}

function distinct([named, given]: readonly [number, number]): readonly number[] {
  return named === given ? [named] : [named, given];
}

function decidedMaterial({ message }: Candidate): DecidedMaterial | null {
  if (message === null) return null;
  const { material, locale, template, parts } = message;
  // `Object.fromEntries` defines own properties, so a slot may have any name.
  return { id: material, locale, template, parts: Object.fromEntries(parts) };
}

/** Texts are made once, and shared. */
const steps: string[] = [];

/** The step of an offer, from 0, as keys and decisions name it: `1`, `2` …. */
export function stepText(step: number): string {
  for (let next = steps.length; next <= step; next++) steps.push(`${next + 1}`);
  return steps[step] as string;
}
