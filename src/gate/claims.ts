import type { Benefit, Program } from "../program/program.js";
import type { Candidate } from "./candidate.js";
import type { Want } from "./grants.js";
import { compileDraw } from "./lottery.js";
import { channelOf, offerOf } from "./offer.js";
import { compileQuota } from "./quota.js";
import type { RefusalCode } from "./refusal-code.js";

/** Something that a touch needs, and the code of the refusal where it is not to be had. */
export type Claim =
  /** Of what is shared by all users. `quota`: the channel's, which no touch goes without. */
  | { readonly is: "want"; readonly want: Want; readonly code: RefusalCode; readonly quota: boolean }
  /** Of what one user may get: how many they had, and may have. */
  | {
      readonly is: "perUser";
      readonly benefit: number;
      readonly had: number;
      readonly limit: number;
      readonly code: RefusalCode;
    };

/** What a touch would give and take. */
export interface Claims {
  /** The place of what the user gets: of a lottery what is drawn, of a referral what the giver gets; `null` if nothing. */
  readonly benefit: number | null;
  /** The bucket that was drawn; `null` without a lottery. */
  readonly drawn: number | null;
  /** In the order in which refusals name them. */
  readonly claims: readonly Claim[];
}

export interface ClaimsOf {
  /** Of a first step. */
  touch(candidate: Candidate): Claims;
  /** Of a first step that goes out without its benefit. */
  without(candidate: Candidate): Claims;
  /** Of a fallback, whose first step has taken all else. */
  fallback(candidate: Candidate): readonly Claim[];
}

/** What a benefit is made of: itself, and the parts that go with it. Those for somebody else do not count for this user. */
interface Given {
  readonly benefit: number | null;
  readonly drawn: number | null;
  readonly parts: readonly { readonly place: number; readonly own: boolean }[];
}

export function compileClaims(program: Program): ClaimsOf {
  const give = compileGiving(program);
  const quota = compileQuota(program);

  function ofQuota(candidate: Candidate): readonly Claim[] {
    const channel = channelOf(program, candidate);
    const want = quota(channel, candidate.sendAt);
    return want ? [{ is: "want", want, code: `quota ${program.channels[channel]?.id ?? ""}`, quota: true }] : [];
  }

  function ofSet(candidate: Candidate, benefitCost: number): readonly Claim[] {
    const place = program.strategies[candidate.strategy]?.set ?? null;
    const set = place === null ? undefined : program.sets[place];
    if (!set || set.budget === null) return [];
    const amount = benefitCost + (program.channels[channelOf(program, candidate)]?.cost ?? 0);
    return ofMoney(`money:set:${set.id}`, amount, set.id);
  }

  function claimsFor(candidate: Candidate, { benefit, drawn, parts }: Given): Claims {
    const costs = parts.map(({ place }) => program.benefits[place]?.cost ?? 0);
    const cost = costs.reduce((sum, each) => sum + each, 0);
    const claims = parts.flatMap(({ place, own }, index) =>
      // What is named costs what its parts cost, too: a lottery's budget pays for what is drawn.
      ofBenefit(program, candidate, place, own, index === 0 ? cost : (costs[index] as number)),
    );
    return { benefit, drawn, claims: [...claims, ...ofSet(candidate, cost), ...ofQuota(candidate)] };
  }

  return {
    touch: (candidate) => claimsFor(candidate, give(candidate)),
    without: (candidate) => claimsFor(candidate, nothing),
    fallback: ofQuota,
  };
}

const nothing: Given = { benefit: null, drawn: null, parts: [] };

/** What the offer of a candidate gives. */
function compileGiving(program: Program): (candidate: Candidate) => Given {
  const draws = program.benefits.map(({ value }) => (value.is === "lottery" ? compileDraw(value) : null));
  return (candidate) => {
    const place = offerOf(program, candidate)?.benefit ?? null;
    const value = place === null ? undefined : program.benefits[place]?.value;
    if (place === null || value === undefined) return nothing;
    const named = { place, own: true };
    const draw = draws[place];
    if (draw) {
      const { bucket, benefit } = draw(candidate.key());
      return { benefit, drawn: bucket, parts: [named, { place: benefit, own: true }] };
    }
    if (value.is !== "referral") return { benefit: place, drawn: null, parts: [named] };
    const { giver, friend } = value;
    return { benefit: giver, drawn: null, parts: [named, { place: giver, own: true }, { place: friend, own: false }] };
  };
}

function ofBenefit(
  program: Program,
  candidate: Candidate,
  place: number,
  own: boolean,
  cost: number,
): readonly Claim[] {
  const benefit = program.benefits[place] as Benefit;
  const { id, quantity, perUser, budget } = benefit;
  const claims: Claim[] = [];
  const piece = (resource: string): void => {
    claims.push({ is: "want", want: { resource, amount: 1 }, code: `out_of_stock ${id}`, quota: false });
  };
  const channel = channelOf(program, candidate);
  if (quantity !== null) piece(`benefit:${id}`);
  if (benefit.byChannel.some((limit) => limit.channel === channel))
    piece(`benefit:${id}@${program.channels[channel]?.id ?? ""}`);
  if (own && perUser !== null)
    claims.push({
      is: "perUser",
      benefit: place,
      had: hadBefore(candidate, place),
      limit: perUser,
      code: `per_user ${id}`,
    });
  return budget === null ? claims : [...claims, ...ofMoney(`money:benefit:${id}`, cost, id)];
}

function ofMoney(resource: string, amount: number, id: string): readonly Claim[] {
  return amount === 0 ? [] : [{ is: "want", want: { resource, amount }, code: `over_budget ${id}`, quota: false }];
}

/** How many the user got with live touches; a fallback only tells of what its first step gave. */
function hadBefore({ standing, strategy }: Candidate, benefit: number): number {
  return standing
    .touches(strategy, null)
    .filter((touch) => touch.ghost === null && touch.step === 0 && touch.benefits.includes(benefit)).length;
}
