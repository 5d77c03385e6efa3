import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/syntax/tree.js";
import { bare, only, read } from "./read.js";

const material = (text: string): string => `material m for push {\n  zh-CN title ${text}\n}`;

const pieces = (text: string): readonly Piece[] => only(material(text), "material").lines[0]?.pieces ?? [];

const codes = (text: string): string[] => read(material(text)).diagnostics.map(({ code }) => code);

describe("the text of a material", () => {
  it("is words and holes", () => {
    expect(bare(pieces(`"{user.nickname if unknown '朋友'}，立减 {benefit.amount}！"`))).toMatchObject([
      {
        is: "hole",
        value: {
          is: "ifUnknown",
          operand: { is: "path", names: [{ text: "user" }, { text: "nickname" }] },
          fallback: { is: "text", text: "朋友" },
        },
      },
      { is: "words", text: "，立减 " },
      { is: "hole", value: { is: "path", names: [{ text: "benefit" }, { text: "amount" }] } },
      { is: "words", text: "！" },
    ]);
  });

  it("doubled braces are the braces themselves", () => {
    expect(bare(pieces('"a{{b}}c"'))).toEqual([{ is: "words", text: "a{b}c" }]);
    expect(bare(pieces('"{{{a}}}"'))).toMatchObject([{ text: "{" }, { is: "hole" }, { text: "}" }]);
  });

  it("a brace in a text inside a hole does not close it", () => {
    expect(bare(pieces(`"{a if unknown '}'}"`))).toMatchObject([{ is: "hole", value: { fallback: { text: "}" } } }]);
  });

  it("every piece points at exactly its own text in the file", () => {
    const text = material(`"你好 {user.nickname if unknown '朋友'}，{{x}} {a}"`);
    const line = only(text, "material").lines[0];
    expect(line?.pieces.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      "你好 ",
      "{user.nickname if unknown '朋友'}",
      "，{{x}} ",
      "{a}",
    ]);
    const hole = line?.pieces[1];
    if (hole?.is !== "hole" || hole.value.is !== "ifUnknown") throw new Error("no hole");
    expect(text.slice(hole.value.span.start, hole.value.span.end)).toBe("user.nickname if unknown '朋友'");
    expect(text.slice(hole.value.fallback.span.start, hole.value.fallback.span.end)).toBe("'朋友'");
  });

  it("locales are names of several parts", () => {
    const lines = only(`material m for push { zh-Hans-CN title "a"  en body "b"  es-419 body "c" }`, "material").lines;
    expect(lines.map(({ locale, part }) => `${locale.text} ${part.text}`)).toEqual([
      "zh-Hans-CN title",
      "en body",
      "es-419 body",
    ]);
  });

  it.each([
    ['"{}"', ["hole-empty"]],
    ['"{ }"', ["hole-empty"]],
    ['"{user.nickname"', ["hole-unclosed"]],
    ['"a } b"', ["brace-alone"]],
    ['"{user.}"', ["expected"]],
    ['"{a b}"', ["unexpected"]],
    ['"{a is 1 and b is 2 or c is 3}"', ["mixed-and-or"]],
    ['"｛a｝"', ["hole-full-width"]],
    ['"{a;}"', ["semicolon"]],
  ])("%s says %j", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("labels have no holes", () => {
    expect(read('event e "a {b} }" { }').said).toEqual([]);
  });
});
