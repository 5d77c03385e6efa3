import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { cells, cellWidth, clip, pad } from "../../src/text/width.js";

describe("cell widths", () => {
  it("agree with an independent measure on everything that operators write", () => {
    const blocks: readonly (readonly [number, number])[] = [
      [0x20, 0x7e],
      [0xa0, 0x24f],
      [0x370, 0x52f],
      [0x3000, 0x3029],
      [0x3041, 0x3096],
      [0x30a1, 0x30ff],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
      [0xff01, 0xffe6],
      [0x1f300, 0x1f64f],
      [0x20000, 0x200ff],
    ];
    const different: string[] = [];
    for (const [first, last] of blocks)
      for (let point = first; point <= last; point++) {
        const text = String.fromCodePoint(point);
        if (/^\p{Assigned}$/u.test(text) && cellWidth(text) !== stringWidth(text)) different.push(point.toString(16));
      }
    expect(different).toEqual([]);
  });

  it.each([
    ["", 0],
    ["abc", 3],
    ["双十一", 6],
    ["（ABC）", 7],
    ["ＡＢ", 4],
    ["e\u0301", 1],
    ["👍🏽", 2],
    ["👨‍👩‍👧", 2],
    ["🇨🇳", 2],
    ["☀️", 2],
    ["한글", 4],
  ])("count %j as %i", (text, width) => {
    expect(cellWidth(text)).toBe(width);
  });

  it("law: the cells of a text joined give the text, and their widths add up", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const parts = cells(text);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        expect(parts.reduce((sum, part) => sum + part.width, 0)).toBe(cellWidth(text));
        for (const part of parts) expect(text.startsWith(part.text, part.start)).toBe(true);
      }),
    );
  });

  it("law: padding fills to the width, clipping never exceeds it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const fits = cellWidth(text) <= width;
        expect(cellWidth(clip(text, width))).toBeLessThanOrEqual(width);
        expect(clip(text, width) === text).toBe(fits);
        expect(cellWidth(pad(text, width))).toBe(Math.max(width, cellWidth(text)));
      }),
    );
  });
});
