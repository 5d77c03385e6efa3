import type { Holdout, Quantity, Variant } from "../../src/syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { Reason } from "./entries.js";
import { type Member, variantsOf } from "./members.js";

/** Which variant a user walks, and why they are a ghost, if they are one. */
export interface Assignment {
  readonly variant: Variant | null;
  readonly ghost: Reason | null;
}

/** The global holdout, then that of the set or the strategy, then the split. */
export function assign(member: Member, user: string, catalogue: Catalogue): Assignment {
  const variant = variantOf(member, user);
  const rules = catalogue.policy?.rules ?? [];
  const all = rules.flatMap((rule) => (rule.is === "holdout" ? rule.holdout : []));
  if (all.some((holdout) => isHeldOut(holdout, user))) return { variant, ghost: "global_holdout" };
  const own = member.set?.holdout ?? member.clauses.holdout;
  if (own !== null && isHeldOut(own, user)) return { variant, ghost: "holdout" };
  return { variant, ghost: variant?.none ? "control" : null };
}

function isHeldOut({ salt, share }: Holdout, user: string): boolean {
  return bucketOf(salt.text, user) < parts(share);
}

function variantOf(member: Member, user: string): Variant | null {
  const { split } = member.clauses;
  if (split === null) return null;
  return allot(split.variants)[bucketOf(split.salt.text, user)] ?? null;
}

/** A share in 1/10,000. */
export function parts(share: Quantity): number {
  return Math.round(Number(share.amount) * 100);
}

/**
 * The variant of each of the 10,000 buckets. At first every variant has a stretch of its own, in order. At each change of the shares,
 * those that shrink give up their highest buckets, and those that grow take them, in ascending order.
 */
export function allot(variants: readonly Variant[]): readonly Variant[] {
  const known = allotted.get(variants) ?? allotAnew(variants);
  allotted.set(variants, known);
  return known;
}

/** Ten thousand buckets are not worked out again for every candidate. */
const allotted = new WeakMap<readonly Variant[], readonly Variant[]>();

function allotAnew(variants: readonly Variant[]): readonly Variant[] {
  const columns = (variants[0]?.was.length ?? 0) + 1;
  const share = (variant: Variant, column: number) => parts(variant.was[column] ?? variant.share);
  let buckets = variants.flatMap((variant) => Array.from({ length: share(variant, 0) }, () => variant));
  for (let column = 1; column < columns; column++) {
    const seen = new Map<Variant, number>();
    const kept = buckets.map((variant) => {
      const rank = seen.get(variant) ?? 0;
      seen.set(variant, rank + 1);
      return rank < share(variant, column) ? variant : null;
    });
    const takers = variants.flatMap((variant) => {
      const grown = share(variant, column) - share(variant, column - 1);
      return Array.from({ length: Math.max(0, grown) }, () => variant);
    });
    let next = 0;
    buckets = kept.flatMap((variant) => variant ?? takers[next++] ?? []);
  }
  return buckets;
}

/** Those variants that are touched, in their order. */
export function treated(member: Member): readonly (Variant | null)[] {
  return variantsOf(member).filter((variant) => !variant?.none);
}

export function bucketOf(salt: string, rest: string): number {
  return murmur(Buffer.concat([Buffer.from(salt, "utf8"), Buffer.from([0x1f]), Buffer.from(rest, "utf8")])) % 10_000;
}

const WORD = 1n << 32n;
const rotated = (word: bigint, by: bigint) => ((word << by) | (word >> (32n - by))) % WORD;
const scrambled = (word: bigint) => (rotated((word * 0xcc9e2d51n) % WORD, 15n) * 0x1b873593n) % WORD;

/** MurmurHash3, 32 bits, seed 0, as Austin Appleby published it; in big integers, so that nothing overflows unseen. */
export function murmur(bytes: Uint8Array): number {
  const word = (at: number, size: number) =>
    Array.from({ length: size }, (_, place) => BigInt(bytes[at + place] ?? 0) << BigInt(8 * place)).reduce(
      (a, b) => a + b,
      0n,
    );
  const whole = bytes.length - (bytes.length % 4);
  let hash = 0n;
  for (let at = 0; at < whole; at += 4) hash = (rotated(hash ^ scrambled(word(at, 4)), 13n) * 5n + 0xe6546b64n) % WORD;
  hash ^= scrambled(word(whole, bytes.length - whole));
  hash ^= BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) % WORD;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) % WORD;
  return Number(hash ^ (hash >> 16n));
}
