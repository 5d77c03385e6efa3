import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionKey } from "../../src/decide/key.js";

/** The key by its definition, with Node's own SHA-256. */
function independent(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest("hex");
}

describe("a decision's key", () => {
  it("is SHA-256 over the length-prefixed parts", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, text, (strategy, user, occurrence, step) => {
        expect(decisionKey(strategy, user, occurrence, step)).toBe(independent([strategy, user, occurrence, step]));
      }),
    );
  });

  it("tells apart what only differs in where one part ends", () => {
    expect(decisionKey("a", "bc", "d", "1")).not.toBe(decisionKey("ab", "c", "d", "1"));
    expect(decisionKey("连看三天", "u", "2026-11-10T10:00", "1")).toHaveLength(64);
  });
});
