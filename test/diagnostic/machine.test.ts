import { describe, expect, it } from "vitest";
import { diagnostic } from "../../src/diagnostic/diagnostic.js";
import { escapeData, escapeProperty, renderGithub } from "../../src/diagnostic/github.js";
import { renderJson } from "../../src/diagnostic/json.js";
import { sheet } from "./sheet.js";

describe("the JSON form", () => {
  it("gives code, place, words, fix, related places and the edit", () => {
    const { source, at, about } = sheet("a/b.touch", "tag 甲\ntag splt y\n");
    const problem = about("splt", { related: [at("甲")], suggestion: { span: at("splt"), text: "split" } });
    expect(JSON.parse(renderJson([problem], [source], "en"))).toEqual({
      format_version: 1,
      diagnostics: [
        {
          code: "not-yet",
          severity: "error",
          file: "a/b.touch",
          line: 2,
          column: 5,
          end_line: 2,
          end_column: 9,
          message: "`splt` is not supported yet",
          fix: "Leave it out for now; the language tour lists what works today.",
          related: [{ file: "a/b.touch", line: 1, column: 5 }],
          suggestion: { file: "a/b.touch", line: 2, column: 5, end_line: 2, end_column: 9, text: "split" },
        },
      ],
    });
  });

  it("gives no place where there is none", () => {
    const problem = diagnostic("file-too-large", { file: "big.touch", start: 0, end: 0 }, { limit: 262144 });
    const [record] = JSON.parse(renderJson([problem], [], "zh")).diagnostics;
    expect(record).toMatchObject({ file: "big.touch", line: null, column: null, end_line: null, end_column: null });
    expect(record.message).toContain("256 KiB");
  });
});

describe("workflow commands", () => {
  it("name file, lines, columns and code, with the fix below the message", () => {
    const { source, about } = sheet("a.touch", "x\n  split y\n");
    expect(renderGithub([about("split")], [source], "en", "strategies/")).toBe(
      "::error file=strategies/a.touch,line=2,endLine=2,col=3,endColumn=7,title=not-yet::" +
        "`split` is not supported yet%0ALeave it out for now; the language tour lists what works today.\n",
    );
  });

  it("leave out the end column of a span over several lines", () => {
    const { source, about } = sheet("a.touch", "split {\n}\n");
    expect(renderGithub([about("split {\n}")], [source], "en")).toMatch(
      /^::error file=a\.touch,line=1,endLine=2,col=1,title=not-yet::/,
    );
  });

  it("escape what would end a property or start a new command", () => {
    expect(escapeData("50%\r\n::error::x")).toBe("50%25%0D%0A::error::x");
    expect(escapeProperty("a,b:c%\n")).toBe("a%2Cb%3Ac%25%0A");
    const { source, about } = sheet("a,b:c%.touch", "spl%it\n");
    const text = renderGithub([about("spl%it", { severity: "warning" })], [source], "en");
    expect(text).toMatch(/^::warning file=a%2Cb%3Ac%25\.touch,/);
    expect(text).toContain("`spl%25it`");
    expect(text.trimEnd().split("\n")).toHaveLength(1);
  });

  it("stay one line each, whatever the author's text holds", () => {
    const name = "a.touch";
    const nasty = "x\n::set-output name=a::b\r::error::";
    const problem = diagnostic("not-yet", { file: name, start: 0, end: 1 }, { construct: nasty });
    const text = renderGithub([problem], [{ name, text: "x" }], "en");
    expect(text.split(/\r|\n/).filter((line) => line !== "")).toHaveLength(1);
  });
});
