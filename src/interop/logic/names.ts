import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Longer names are cut, and told apart by a hash. */
const LONGEST = 80;

const encoder = new TextEncoder();

/**
 * Names for phrases: their words joined by `_`, with no dot, since a dot in a JSON Logic name goes into an object. The name
 * depends on the phrase alone; only where two phrases have the same words do both get a hash, as one whose signs matter
 * (texts, comparisons) always does.
 */
export function namesOf(phrases: readonly string[]): string[] {
  const plain = phrases.map(plainName);
  const counts = new Map<string, number>();
  // Two facts of one phrase mean the same, and may share a name.
  for (const each of new Set(phrases)) counts.set(plainName(each), (counts.get(plainName(each)) ?? 0) + 1);
  return plain.map((each, index) => {
    const phrase = phrases[index] ?? "";
    return counts.get(each) === 1 && isFaithful(phrase, each) ? each : `${each.slice(0, LONGEST - 9)}_${hash(phrase)}`;
  });
}

const plainName = (phrase: string): string => phrase.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");

const isFaithful = (phrase: string, name: string): boolean =>
  /^[\p{L}\p{N}_ .-]*$/u.test(phrase) && name.length <= LONGEST;

const hash = (phrase: string): string => bytesToHex(sha256(encoder.encode(phrase))).slice(0, 8);
