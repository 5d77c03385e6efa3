import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.js";
import type { Program } from "./program.js";

const encoder = new TextEncoder();

/** What identifies a program: SHA-256, in hex, of its canonical JSON in UTF-8. */
export function programHash(program: Program): string {
  return bytesToHex(sha256(encoder.encode(canonicalJson(program))));
}
