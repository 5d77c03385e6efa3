import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { diagnostic } from "../../src/diagnostic/diagnostic.js";
import { renderPretty } from "../../src/diagnostic/pretty.js";
import { sheet } from "./sheet.js";

const plain = { colour: false } as const;

const lines = (text: string): string[] => text.replace(/\n$/, "").split("\n");

/** The source line and the marks of the first frame, without the gutter. */
function frame(text: string): { source: string; marks: string } {
  const all = lines(text);
  const at = all.findIndex((line) => /^ *\d+ \| /.test(line));
  const gutter = (all[at] as string).indexOf("|") + 2;
  return { source: (all[at] as string).slice(gutter), marks: (all[at + 1] as string).slice(gutter) };
}

/** The lines of the frame of an empty span at an offset, without the message and the fix. */
const pointing = (text: string, offset: number): string[] =>
  lines(
    renderPretty(
      [diagnostic("not-yet", { file: "a.touch", start: offset, end: offset }, { construct: "x" })],
      [{ name: "a.touch", text }],
      "en",
      plain,
    ),
  ).slice(1, 5);

describe("a code frame", () => {
  it("shows message, place, marked line and fix", () => {
    const { source, about } = sheet("nudge.touch", "strategy a {\n  split salt\n}\n");
    expect(lines(renderPretty([about("split")], [source], "en", plain))).toEqual([
      "error[not-yet]: `split` is not supported yet",
      "  --> nudge.touch:2:3",
      "   |",
      " 2 |   split salt",
      "   |   ^^^^^",
      "   |",
      "   = fix: Leave it out for now; the language tour lists what works today.",
    ]);
  });

  it("marks Chinese text by its cells, and everything behind Chinese text in its place", () => {
    const { source, about } = sheet("活动.touch", 'strategy a "连看三天" { who did 浏览商品 where 品类 is 耳机 }\n');
    for (const piece of ["浏览商品", "品类", "耳机", "strategy", "}"]) {
      const { source: text, marks } = frame(renderPretty([about(piece)], [source], "zh", plain));
      const before = text.slice(0, text.indexOf(piece));
      expect(marks).toBe(" ".repeat(stringWidth(before)) + "^".repeat(stringWidth(piece)));
    }
  });

  it("speaks Chinese", () => {
    const { source, about } = sheet("a.touch", "set 双十一 {}\n");
    expect(lines(renderPretty([about("双十一", { severity: "warning" })], [source], "zh", plain))).toEqual([
      "警告[not-yet]：暂不支持 `双十一`",
      "  --> a.touch:1:5",
      "   |",
      " 1 | set 双十一 {}",
      "   |     ^^^^^^",
      "   |",
      "   = 改法：请先去掉这一部分；语言导览列出了目前可用的写法。",
    ]);
  });

  it("shows tabs as blanks and keeps the marks in line", () => {
    const { source, about } = sheet("a.touch", "\twho\t你\tsplit\n");
    const { source: text, marks } = frame(renderPretty([about("split")], [source], "en", plain));
    expect(text).toBe("    who 你  split");
    expect(marks).toBe("            ^^^^^");
  });

  it("cuts a long line around the marked part", () => {
    const text = `${"前".repeat(200)} split ${"x".repeat(400)}`;
    const { source, about } = sheet("a.touch", text);
    const shown = frame(renderPretty([about("split")], [source], "en", { colour: false, width: 60 }));
    expect(stringWidth(shown.source)).toBeLessThanOrEqual(60);
    expect(shown.source.startsWith("…前")).toBe(true);
    expect(shown.source.endsWith("x…")).toBe(true);
    const before = shown.source.slice(0, shown.source.indexOf("split"));
    expect(shown.marks).toBe(`${" ".repeat(stringWidth(before))}^^^^^`);
  });

  it("shows a span over many lines by its first lines and its last", () => {
    const { source, at } = sheet("a.touch", "a {\n  b\n  c\n  d\n  e\n}\nz\n");
    const spanning = diagnostic("not-yet", { ...at("a {"), end: source.text.indexOf("z") }, { construct: "a" });
    expect(lines(renderPretty([spanning], [source], "en", plain)).slice(2, -2)).toEqual([
      "   |",
      " 1 | a {",
      "   | ^^^",
      " 2 |   b",
      "   :",
      " 6 | }",
      "   | ^",
    ]);
  });

  it("shows related places and the mended line", () => {
    const { source, at, about } = sheet("a.touch", "tag fact 甲 = x\ntag fact 甲 = splt y\n");
    const problem = about("splt", { related: [at("甲")], suggestion: { span: at("splt"), text: "split" } });
    expect(lines(renderPretty([problem], [source], "en", { colour: false, folder: "shop/" }))).toEqual([
      "error[not-yet]: `splt` is not supported yet",
      "  --> shop/a.touch:2:14",
      "   |",
      " 2 | tag fact 甲 = splt y",
      "   |               ^^^^",
      "   |",
      "  ::: see also shop/a.touch:1:10",
      "   |",
      " 1 | tag fact 甲 = x",
      "   |          --",
      "   |",
      "   = fix: Leave it out for now; the language tour lists what works today.",
      "   = try:",
      " 2 | tag fact 甲 = split y",
      "   |               +++++",
    ]);
  });

  it("points at the end of a line, of a file, and at an empty file", () => {
    expect(pointing("ab\ncd", 2)).toEqual(["  --> a.touch:1:3", "   |", " 1 | ab", "   |   ^"]);
    expect(pointing("ab\ncd", 5)).toEqual(["  --> a.touch:2:3", "   |", " 2 | cd", "   |   ^"]);
    expect(pointing("", 0)).toEqual(["  --> a.touch:1:1", "   |", " 1 |", "   | ^"]);
  });

  it("names a problem of the whole project without a frame", () => {
    const problem = diagnostic("empty-project", { file: "", start: 0, end: 0 }, {});
    expect(lines(renderPretty([problem], [], "en", plain))[0]).toMatch(/^error\[empty-project\]: /);
    expect(renderPretty([problem], [], "en", plain)).not.toContain("-->");
    expect(lines(renderPretty([problem], [], "en", plain)).map((line) => line.trim())).not.toContain("|");
  });

  it("never passes control or direction characters of the source to the terminal", () => {
    const { source, about } = sheet("a.touch", "who \u202e\u001b[2J split\n");
    const text = renderPretty([about("split"), about("\u202e\u001b[2J")], [source], "en", plain);
    expect(text).toContain("who <U+202E><U+001B>[2J split");
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(frame(text).marks).toBe(`${" ".repeat("who <U+202E><U+001B>[2J ".length)}^^^^^`);
  });

  it("uses colour only when told to", () => {
    const { source, about } = sheet("a.touch", "split\n");
    expect(renderPretty([about("split")], [source], "en", { colour: true })).toContain("\u001b[");
    expect(renderPretty([about("split")], [source], "en", plain)).not.toContain("\u001b");
  });

  it("law: whatever the text and the span, marks stay under the line and no line exceeds the width", () => {
    const unit = fc.constantFrom("a", " ", "\t", "中", "（", "👍🏽", "e\u0301", "\r\n", "\n", "\u202e");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.nat(), fc.nat(20), (text, from, length) => {
        const start = from % (text.length + 1);
        const span = { file: "a", start, end: Math.min(text.length, start + length) };
        const problem = diagnostic("not-yet", span, { construct: "x" });
        const rendered = renderPretty([problem], [{ name: "a", text }], "en", { colour: false, width: 24 });
        const all = lines(rendered);
        const gutter = 5;
        const numbered = all.flatMap((line, index) => (/^ *\d+ \|/.test(line) ? [index] : []));
        const widths = numbered.map((index) => stringWidth(all[index] ?? ""));
        const marks = numbered.map((index) => all[index + 1] ?? "").filter((line) => /^ +\| +\^+$/.test(line));
        expect(Math.max(...widths)).toBeLessThanOrEqual(gutter + 24);
        expect(marks.length).toBeGreaterThan(0);
        expect(Math.max(...marks.map((line) => stringWidth(line)))).toBeLessThanOrEqual(gutter + 25);
      }),
      { numRuns: 300 },
    );
  });
});
