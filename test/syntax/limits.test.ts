import { describe, expect, it } from "vitest";
import { countNodes, utf8Length } from "../../src/syntax/limits.js";
import { everyNode, read } from "./read.js";

const codes = (text: string): string[] => read(text).diagnostics.map(({ code }) => code);

/** What a limit says one below, at, and one above it. */
const around = (limit: number, make: (size: number) => string): string[][] =>
  [limit - 1, limit, limit + 1].map((size) => codes(make(size)));

describe("limits", () => {
  it("a file has at most 256 KiB of UTF-8", () => {
    const frame = "event e { } //".length;
    const latin = (bytes: number) => `event e { } //${"x".repeat(bytes - frame)}`;
    expect(around(262_144, latin)).toEqual([[], [], ["file-too-large"]]);
    const han = (bytes: number) =>
      `event e { } //${"x".repeat((bytes - frame) % 3)}${"汉".repeat((bytes - frame) / 3)}`;
    expect(around(262_144, han)).toEqual([[], [], ["file-too-large"]]);
  });

  it("the length in UTF-8 is what an encoder makes of it", () => {
    for (const text of ["", "a", "é", "汉", "𠮷😀", "a\uD800b", "\uDC00"]) {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }
  });

  it("brackets lie at most 64 deep, the block counted", () => {
    expect(
      around(64, (depth) => `strategy s { who ${"(".repeat(depth - 1)}did pay ever${")".repeat(depth - 1)} }`),
    ).toEqual([[], [], ["nesting-too-deep"]]);
  });

  it("blocks of later constructs lie at most 64 deep", () => {
    expect(around(64, (depth) => `journey s ${"{".repeat(depth)}${"}".repeat(depth)}`)).toEqual([
      ["not-yet"],
      ["not-yet"],
      ["nesting-too-deep"],
    ]);
  });

  it("brackets in a hole lie at most 64 deep", () => {
    expect(
      around(64, (depth) => `material m for push { en body "{${"(".repeat(depth)}a${")".repeat(depth)}}" }`),
    ).toEqual([[], [], ["nesting-too-deep"]]);
  });

  it.each([
    ["operators", (n: number) => `strategy s { who a${" + a".repeat(n)} > 1 }`],
    ["`not`s", (n: number) => `strategy s { who ${"not ".repeat(n)}a is 1 }`],
    ["dots", (n: number) => `strategy s { who a${".a".repeat(n - 1)} is 1 }`],
  ])("a row has at most 64 %s", (_, make) => {
    expect(around(64, make)).toEqual([[], [], ["nesting-too-deep"]]);
  });

  it("`where`s lie at most 64 deep, without brackets", () => {
    expect(around(64, (depth) => `tag fact t = ${"count of a where b > ".repeat(depth)}c`)).toEqual([
      [],
      [],
      ["nesting-too-deep"],
    ]);
    expect(codes(`tag fact t = ${"count of a where b > ".repeat(10_000)}c`)).toEqual(["nesting-too-deep"]);
  });

  it("a row has at most 64 `of`s", () => {
    expect(around(64, (n) => `tag fact t = a${" of a".repeat(n)} is 1`)).toEqual([[], [], ["nesting-too-deep"]]);
    expect(codes(`tag fact t = a${" of a".repeat(10_000)} is 1`)).toEqual(["nesting-too-deep"]);
    expect(codes(`tag fact t = ${"zodiac of ".repeat(10_000)}a is 1`)).toEqual(["nesting-too-deep"]);
  });

  it("a sequence and a process have at most 10 steps", () => {
    expect(around(10, (n) => `tag fact t = did sequence ever { a${" then a".repeat(n - 1)} }`)).toEqual([
      [],
      [],
      ["too-many-steps"],
    ]);
    expect(around(10, (n) => `process p { a${" then a".repeat(n - 1)} }`)).toEqual([[], [], ["too-many-steps"]]);
    expect(read(`process p { a${" then a".repeat(20)} }`).file.declarations[0]).toMatchObject({
      steps: { length: 9 },
    });
  });

  it("a name has at most 128 letters, quoted or not", () => {
    expect(around(128, (n) => `event ${"a".repeat(n)} { }`)).toEqual([[], [], ["name-too-long"]]);
    expect(around(128, (n) => `event \`${"汉".repeat(n)}\` { }`)).toEqual([[], [], ["name-too-long"]]);
  });

  it("a list has at most 10,000 items", () => {
    expect(around(10_000, (n) => `event e { k: one of (${"a,".repeat(n - 1)}a) }`)).toEqual([
      [],
      [],
      ["list-too-long"],
    ]);
    expect(around(10_000, (n) => `strategy s { material ${"a,".repeat(n - 1)}a }`)).toEqual([
      [],
      [],
      ["list-too-long"],
    ]);
  });

  it("a declaration has at most 10,000 nodes", () => {
    // The strategy, its `or`, and for each of 3,332 parts an equality of a path and a number: 9,998.
    const with9998 = `strategy s { who ${"a is 1 or ".repeat(3331)}a is 1 }`;
    expect(countNodes(read(with9998).file.declarations[0] as object)).toBe(9998);
    // A `not` is one more node, a sum two.
    const last = ["not a is 1", "a + 1 is 1", "not a + 1 is 1"];
    expect(last.map((test) => codes(with9998.replace("a is 1 }", `${test} }`)))).toEqual([
      [],
      [],
      ["declaration-too-large"],
    ]);
  });

  it("nodes are counted like tagged objects", () => {
    const { file } = read("strategy s { who a is 1 and not b > 2 }");
    const tagged = everyNode(file).filter((node) => "is" in node);
    expect(countNodes(file)).toBe(tagged.length);
  });

  it("200,000 brackets give one message, whatever they are", () => {
    const units = [")", "}", "()", "{}", "({", "["];
    const counts = units.map((unit) => codes(unit.repeat(200_000 / unit.length)).length);
    expect(counts.filter((count) => count > 100)).toEqual([]);
    for (const text of ["(".repeat(200_000), "{".repeat(200_000)]) {
      expect(codes(text)).toEqual(["nesting-too-deep"]);
      expect(codes(`strategy s {\n  who ${text}`)).toEqual(["nesting-too-deep"]);
    }
  });
});

describe("letters", () => {
  it("bidirectional controls are refused everywhere: in names, texts, comments and between", () => {
    const bidi = [
      "\u061C",
      "\u200E",
      "\u200F",
      "\u202A",
      "\u202B",
      "\u202C",
      "\u202D",
      "\u202E",
      "\u2066",
      "\u2067",
      "\u2068",
      "\u2069",
    ];
    for (const sign of bidi) {
      for (const text of [
        `event a${sign} { }`,
        `event a "${sign}" { }`,
        `event a { } // ${sign}`,
        `event ${sign} a { }`,
      ]) {
        expect(codes(text)).toEqual(["bidi-control"]);
      }
    }
  });

  it("a name may mix Latin letters and Chinese characters, and nothing else", () => {
    expect(codes("event vip用户_2 { }\nevent 領券 { }\nevent 𠮷野 { }")).toEqual([]);
    expect(codes("event p\u0430y { }")).toEqual(["mixed-scripts"]);
    expect(codes("event 用户ア { }")).toEqual(["mixed-scripts"]);
    for (const name of ["платёж", "ア", "한국", "größe", "αβ"]) expect(codes(`event ${name} { }`)).toHaveLength(1);
  });
});
