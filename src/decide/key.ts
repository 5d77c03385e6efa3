import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/**
 * The identity of a decision: SHA-256, in hex, over the strategy id, the user id, the occurrence key and the step, each as
 * UTF-8 after its length in bytes (four bytes, the highest first), so that no two different lists run together.
 */
export function decisionKey(strategy: string, user: string, occurrence: string, step: string): string {
  const parts = [strategy, user, occurrence, step].map((part) => encoder.encode(part));
  const bytes = new Uint8Array(parts.reduce((size, part) => size + 4 + part.length, 0));
  const lengths = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    lengths.setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytesToHex(sha256(bytes));
}
