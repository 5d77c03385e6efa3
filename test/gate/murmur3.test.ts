import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketing } from "../../src/gate/bucket.js";
import { murmur3 } from "../../src/gate/murmur3.js";

describe("MurmurHash3, x86, 32 bits", () => {
  it("passes the verification of SMHasher, which hashes the hashes of the keys 0, 0 1, 0 1 2 … under the seeds 256, 255 …", () => {
    const hashes = new DataView(new ArrayBuffer(1024));
    for (let length = 0; length < 256; length++) {
      const key = Uint8Array.from({ length }, (_, byte) => byte);
      hashes.setUint32(length * 4, murmur3(key, length, 256 - length), true);
    }
    expect(murmur3(new Uint8Array(hashes.buffer))).toBe(0xb0f57ee3);
  });

  // Collected from the C++ original by Ian Boyd: https://stackoverflow.com/a/31929528
  it.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffffffff, 0x81f16f39],
    ["ff ff ff ff", 0, 0x76293b50],
    ["21 43 65 87", 0, 0xf55b516b],
    ["21 43 65 87", 0x5082edee, 0x2362f9de],
    ["21 43 65", 0, 0x7e4a8634],
    ["21 43", 0, 0xa0f7b07a],
    ["21", 0, 0x72661cf4],
    ["00 00 00 00", 0, 0x2362f9de],
    ["00 00 00", 0, 0x85f0b427],
    ["00 00", 0, 0x30f4c306],
    ["00", 0, 0x514e28b7],
  ])("of the bytes `%s` under the seed %d is %d", (bytes, seed, hash) => {
    const key = Uint8Array.from(bytes === "" ? [] : bytes.split(" "), (byte) => Number.parseInt(byte, 16));
    expect(murmur3(key, key.length, seed)).toBe(hash);
  });

  it.each([
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["ππππππππ", 0x9747b28c, 0xd58063c1],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
  ])("of the UTF-8 of `%s` under the seed %d is %d", (text, seed, hash) => {
    const key = new TextEncoder().encode(text);
    expect(murmur3(key, key.length, seed)).toBe(hash);
  });
});

describe("a bucket", () => {
  it("is the hash of salt, separator and key in UTF-8, modulo 10,000, whatever was asked before", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary", maxLength: 300 }), (salt, key) => {
        const bytes = Buffer.concat([Buffer.from(salt), Buffer.from([0x1f]), Buffer.from(key)]);
        expect(bucketing(salt)(key)).toBe(murmur3(bytes) % 10_000);
      }),
    );
  });

  it("tells salt and key apart where they would run together", () => {
    expect(bucketing("a")("bc")).not.toBe(bucketing("ab")("c"));
  });
});
