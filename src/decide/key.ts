import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/**
 * The identity of a decision: SHA-256, in hex, over the strategy id, the user id, the occurrence key and the step, each as
 * UTF-8 after its length in bytes (four bytes, the highest first), so that no two different lists run together.
 */
export function decisionKey(strategy: string, user: string, occurrence: string, step: string): string {
  const parts = [strategy, user, occurrence, step];
  // A UTF-16 unit takes at most three bytes.
  reserve(parts.reduce((size, part) => size + 4 + 3 * part.length, 0));
  let at = 0;
  for (const part of parts) {
    const { written } = encoder.encodeInto(part, bytes.subarray(at + 4));
    lengths.setUint32(at, written);
    at += 4 + written;
  }
  return bytesToHex(sha256(bytes.subarray(0, at)));
}

/** Memory that is written anew for each key. */
let bytes = new Uint8Array(256);
let lengths = new DataView(bytes.buffer);

function reserve(size: number): void {
  if (bytes.length >= size) return;
  bytes = new Uint8Array(size * 2);
  lengths = new DataView(bytes.buffer);
}
