import type { Candidate } from "../gate/candidate.js";
import type { FundedDetail } from "../gate/funded.js";
import type { Grants, Resource } from "../gate/grants.js";
import type { Program } from "../program/program.js";
import type { ExplainedClaim } from "./explanation.js";

/** What a touch takes, with what is left of it now. */
export function explainClaims(program: Program, { grants }: Candidate, { claims }: FundedDetail): ExplainedClaim[] {
  return claims.map(({ claim }): ExplainedClaim => {
    if (claim.is === "want") return explainWant(grants, claim.want.resource, claim.want.amount);
    const id = program.benefits[claim.benefit]?.id ?? "";
    return { resource: `user:${id}`, amount: 1, left: Math.max(0, claim.limit - claim.had) };
  });
}

export function explainQuota(grants: Grants, resource: Resource): ExplainedClaim {
  return explainWant(grants, resource, 1);
}

function explainWant(grants: Grants, resource: Resource, amount: number): ExplainedClaim {
  return { resource, amount, left: grants.left?.(resource) ?? null };
}

/** Tells what is free without asking whoever gives it out, for whom every question may be one too many. */
export function peekInto({ left }: Grants): Grants {
  const grants: Grants = {
    has: ({ resource, amount }) => left === undefined || amount <= left(resource),
    reserve: () => null,
    release: () => {},
  };
  return left === undefined ? grants : { ...grants, left };
}
