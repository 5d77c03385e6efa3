import { murmur3 } from "./murmur3.js";

/** Shares are given in 1/10,000, and there is one bucket for each. */
export const BUCKETS = 10_000;

/** Ends the salt, so that no salt and key run together into another salt and key. */
const SEPARATOR = 0x1f;

/** Gives a user, or the key of a decision, its bucket under one salt, from 0. */
export type BucketOf = (key: string) => number;

/** Buckets under a salt: MurmurHash3 over the UTF-8 of salt, byte 0x1F and key, modulo 10,000. Two salts are independent. */
export function bucketing(salt: string): BucketOf {
  const prefix = encoder.encode(salt);
  const from = prefix.length + 1;
  return (key) => {
    // A UTF-16 unit takes at most three bytes.
    reserve(from + 3 * key.length);
    bytes.set(prefix);
    bytes[prefix.length] = SEPARATOR;
    const { written } = encoder.encodeInto(key, bytes.subarray(from));
    return murmur3(bytes, from + written) % BUCKETS;
  };
}

const encoder = new TextEncoder();

/** Memory that is written anew for each key. */
let bytes = new Uint8Array(256);

function reserve(size: number): void {
  if (bytes.length < size) bytes = new Uint8Array(size * 2);
}
