import type { BenefitValue } from "../program/program.js";
import { bucketing } from "./bucket.js";

type Lottery = Extract<BenefitValue, { is: "lottery" }>;

/**
 * Draws for decisions, by their keys: the bucket of the key under the lottery's salt, and the place in the program of the prize on
 * whose share it falls. Shares lie side by side, in order, and fill all buckets, so each prize has exactly its share of them.
 */
export function compileDraw({ salt, prizes }: Lottery): (key: string) => { bucket: number; benefit: number } {
  const bucketOf = bucketing(salt);
  return (key) => {
    const bucket = bucketOf(key);
    return { bucket, benefit: prizeAt(prizes, bucket) };
  };
}

/** The benefit on whose share a bucket falls. */
export function prizeAt(prizes: Lottery["prizes"], bucket: number): number {
  let from = 0;
  for (const { share, benefit } of prizes) {
    from += share;
    if (bucket < from) return benefit;
  }
  throw new RangeError(`no prize has bucket ${bucket}`);
}
