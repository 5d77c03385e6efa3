import type { Program } from "../program/program.js";
import type { Candidate, Gate } from "./candidate.js";
import { type Claim, compileClaims } from "./claims.js";
import type { Want } from "./grants.js";
import { offerOf } from "./offer.js";

/** What a touch gives, and what it needs for that. */
export interface FundedDetail {
  /** The place of what the user would get. */
  readonly benefit: number | null;
  /** The bucket that was drawn, from 0; `null` without a lottery. */
  readonly drawn: number | null;
  /** In the order in which refusals name them; `free`: whether it is to be had now. */
  readonly claims: readonly { readonly claim: Claim; readonly free: boolean }[];
}

/**
 * Reserves what the touch gives, costs and takes of its channel's quota: everything, or nothing. Refuses with `out_of_stock`,
 * `per_user` or `over_budget` and what lacks, the first in order, unless the strategy says that it then goes out without benefit; and
 * with `quota <channel>`. A fallback keeps the benefit of its first step and takes of the quota alone.
 */
export function funded(program: Program): Gate {
  const claimsOf = compileClaims(program);
  return (candidate) => {
    if (candidate.step > 0) return take(candidate, claimsOf.fallback(candidate))?.code ?? null;
    const { benefit, claims } = claimsOf.touch(candidate);
    const lack = take(candidate, claims);
    candidate.benefit = lack === null ? benefit : null;
    if (lack === null) return null;
    const isQuota = lack.is === "want" && lack.quota;
    if (isQuota || !goesWithout(program, candidate)) return lack.code;
    return take(candidate, claimsOf.without(candidate).claims)?.code ?? null;
  };
}

export function fundedDetail(program: Program): (candidate: Candidate) => FundedDetail {
  const claimsOf = compileClaims(program);
  return (candidate) => {
    const { benefit, drawn, claims } =
      candidate.step > 0
        ? { benefit: candidate.benefit, drawn: null, claims: claimsOf.fallback(candidate) }
        : claimsOf.touch(candidate);
    return { benefit, drawn, claims: claims.map((claim) => ({ claim, free: isFree(candidate, claim) })) };
  };
}

function goesWithout(program: Program, candidate: Candidate): boolean {
  const offer = offerOf(program, candidate);
  return offer?.unfunded === "without" && offer.benefit !== null;
}

/** Takes everything, or nothing and returns the first claim that is not to be had. */
function take(candidate: Candidate, claims: readonly Claim[]): Claim | null {
  const refusedUser = claims.findIndex((claim) => claim.is === "perUser" && !isFree(candidate, claim));
  if (refusedUser >= 0)
    return claims.find((claim, place) => place === refusedUser || !isFree(candidate, claim)) ?? null;
  const wants = merged(claims.flatMap((claim) => (claim.is === "want" ? [claim.want] : [])));
  if (wants.length === 0) return null;
  const lack = candidate.grants.reserve(candidate.key(), wants);
  return lack && (claims.find((claim) => claim.is === "want" && claim.want.resource === lack.resource) ?? null);
}

function isFree({ grants }: Candidate, claim: Claim): boolean {
  return claim.is === "want" ? grants.has(claim.want) : claim.had < claim.limit;
}

/** One want for each resource: who brings a friend may get the same benefit as they do. */
function merged(wants: readonly Want[]): readonly Want[] {
  const amounts = new Map<string, number>();
  for (const { resource, amount } of wants) amounts.set(resource, (amounts.get(resource) ?? 0) + amount);
  return [...amounts].map(([resource, amount]) => ({ resource, amount }));
}
