const mask = 0xffff_ffffn;

/** MurmurHash3, 32 bits, seed 0, over the UTF-8 of a text; by whole numbers without limits, after Austin Appleby's description. */
export function murmur3(text: string): number {
  const bytes = new TextEncoder().encode(text);
  let hash = 0n;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    hash = ((turn(hash ^ scrambled(bytes, at, 4), 13n) * 5n) & mask) + 0xe654_6b64n;
    hash &= mask;
  }
  const rest = bytes.length % 4;
  if (rest > 0) hash ^= scrambled(bytes, bytes.length - rest, rest);
  hash ^= BigInt(bytes.length);
  hash ^= hash >> 16n;
  hash = (hash * 0x85eb_ca6bn) & mask;
  hash ^= hash >> 13n;
  hash = (hash * 0xc2b2_ae35n) & mask;
  hash ^= hash >> 16n;
  return Number(hash);
}

function scrambled(bytes: Uint8Array, from: number, length: number): bigint {
  let word = 0n;
  for (let k = length - 1; k >= 0; k--) word = (word << 8n) | BigInt(bytes[from + k] as number);
  return (turn((word * 0xcc9e_2d51n) & mask, 15n) * 0x1b87_3593n) & mask;
}

function turn(word: bigint, by: bigint): bigint {
  return ((word << by) | (word >> (32n - by))) & mask;
}

/** A user's bucket under a salt, 0 to 9,999. */
export function bucketOf(salt: string, user: string): number {
  return murmur3(`${salt}\u001f${user}`) % 10_000;
}
