/**
 * MurmurHash3, x86, 32 bits, over the first `length` bytes, with seed 0 unless given. By Austin Appleby, in the public domain;
 * chosen because its low digits are even for keys that differ little, and because every language has it.
 */
export function murmur3(bytes: Uint8Array, length = bytes.length, seed = 0): number {
  let hash = seed;
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) {
    hash ^= scrambled(
      byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24),
    );
    hash = (Math.imul(rotated(hash, 13), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let at = length - 1; at >= whole; at--) rest = (rest << 8) | byte(bytes, at);
  return finished(hash ^ scrambled(rest) ^ length);
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

function scrambled(block: number): number {
  return Math.imul(rotated(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** Lets every bit reach every other, and reads the word as unsigned. */
function finished(word: number): number {
  let hash = word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
