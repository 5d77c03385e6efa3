import type { Holdout, Program, Strategy } from "../program/program.js";
import { allot } from "./allot.js";
import { type BucketOf, bucketing } from "./bucket.js";
import type { Candidate, Gate } from "./candidate.js";
import type { GhostReason } from "./ghost.js";

/** What assigned a user: their bucket under each salt that was asked, and what follows. */
export interface AssignedDetail {
  readonly globalHoldout: HeldOut | null;
  /** Of the strategy's set, or its own. */
  readonly holdout: HeldOut | null;
  /** `null` without a split. */
  readonly split: { readonly bucket: number; readonly variant: number } | null;
  readonly ghost: GhostReason | null;
}

/** A user is held out if their bucket lies below the share; both in 1/10,000. */
export interface HeldOut {
  readonly bucket: number;
  readonly share: number;
}

/** Never refuses: writes which variant the user is in, and whether they are a ghost, unless it is known. */
export function assigned(program: Program): Gate {
  const assign = assigner(program);
  return (candidate) => {
    assign(candidate);
    return null;
  };
}

/** Writes `variant` and `ghost`, once: whoever has a variant keeps it. */
export function assigner(program: Program): (candidate: Candidate) => void {
  const assignments = createAssignments(program);
  return (candidate) => {
    if (candidate.variant >= 0) return;
    const { variantOf, ghostOf } = assignments[candidate.strategy] as Assignment;
    candidate.variant = variantOf(candidate.user);
    candidate.ghost = ghostOf(candidate.user, candidate.variant);
  };
}

/** How a strategy assigns users. Pure: nothing but the text of the program and the user's id decides. */
export interface Assignment {
  variantOf(user: string): number;
  /** The global holdout comes before that of the set, and both before what the variant says. */
  ghostOf(user: string, variant: number): GhostReason | null;
  detail(user: string): AssignedDetail;
}

/** One per strategy of the program. */
export function createAssignments(program: Program): readonly Assignment[] {
  const everybody = heldOut(program.policy.holdout);
  const sets = program.sets.map((set) => heldOut(set.holdout));
  return program.strategies.map((strategy) => {
    const own = strategy.set === null ? heldOut(strategy.holdout) : (sets[strategy.set] ?? null);
    return assignment(strategy, everybody, own);
  });
}

/** A holdout, ready to ask. */
interface Asked {
  readonly share: number;
  readonly bucketOf: BucketOf;
}

function heldOut(holdout: Holdout | null): Asked | null {
  return holdout && { share: holdout.share, bucketOf: bucketing(holdout.salt) };
}

function assignment({ split, variants }: Strategy, everybody: Asked | null, own: Asked | null): Assignment {
  const bucketOf = split && bucketing(split.salt);
  const table = split && allot(variants.map(({ shares }) => shares));
  const variantOf = (user: string): number => (bucketOf && table ? (table[bucketOf(user)] as number) : 0);
  const ghostOf = (user: string, variant: number): GhostReason | null => {
    if (holds(everybody, user)) return "global_holdout";
    if (holds(own, user)) return "holdout";
    return variants[variant]?.offer === null ? "control" : null;
  };
  return {
    variantOf,
    ghostOf,
    detail: (user) => ({
      globalHoldout: everybody && { bucket: everybody.bucketOf(user), share: everybody.share },
      holdout: own && { bucket: own.bucketOf(user), share: own.share },
      split: bucketOf && { bucket: bucketOf(user), variant: variantOf(user) },
      ghost: ghostOf(user, variantOf(user)),
    }),
  };
}

function holds(asked: Asked | null, user: string): boolean {
  return asked !== null && asked.bucketOf(user) < asked.share;
}
