import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderPretty } from "../../src/diagnostic/pretty.js";
import { MAX_FILE_BYTES, readStrategyFiles } from "../../src/host/strategy-files.js";
import { folder } from "./folder.js";

describe("reading strategy files", () => {
  it("finds every .touch file, sorted, outside hidden folders and node_modules", () => {
    const root = folder({
      "z.touch": "z",
      "Z.touch": "Z",
      "b/a.touch": "ba",
      "活动/双十一.touch": "d11",
      "node_modules/x/n.touch": "no",
      ".git/h.touch": "no",
      "notes.md": "no",
    });
    const { sources, diagnostics } = readStrategyFiles(root);
    expect(sources.map((source) => source.name)).toEqual(["Z.touch", "b/a.touch", "z.touch", "活动/双十一.touch"]);
    expect(sources.map((source) => source.text)).toEqual(["Z", "ba", "z", "d11"]);
    expect(diagnostics).toEqual([]);
  });

  it("drops a byte order mark", () => {
    const root = folder({ "a.touch": "\ufeffproject a" });
    expect(readStrategyFiles(root).sources[0]?.text).toBe("project a");
  });

  it("reads a file of exactly the limit and refuses one byte more", () => {
    const root = folder({ "fits.touch": " ".repeat(MAX_FILE_BYTES), "over.touch": " ".repeat(MAX_FILE_BYTES + 1) });
    const { sources, diagnostics } = readStrategyFiles(root);
    expect(sources.map((source) => source.name)).toEqual(["fits.touch"]);
    expect(diagnostics.map(({ code, span }) => [code, span.file])).toEqual([["file-too-large", "over.touch"]]);
  });

  it("shows where a file stops being UTF-8", () => {
    const good = Buffer.from("\ufeff// 好 \ufffd\nstrategy a ");
    const root = folder({ "gbk.touch": Buffer.concat([good, Buffer.from([0xc1, 0xac]), Buffer.from(" {}\n")]) });
    const { sources, damaged, diagnostics } = readStrategyFiles(root);
    expect(sources).toEqual([]);
    const text = renderPretty(diagnostics, damaged, "en", { colour: false });
    expect(text).toContain("--> gbk.touch:2:12\n");
    expect(text).toContain("`gbk.touch` is not UTF-8");
  });

  it("says so when there is nothing to read", () => {
    const root = folder({ "readme.md": "" });
    expect(readStrategyFiles(root).diagnostics.map(({ code }) => code)).toEqual(["no-strategy-files"]);
  });

  it("throws a file problem for a folder that is missing or is a file", () => {
    const root = folder({ "a.touch": "" });
    expect(() => readStrategyFiles(join(root, "none"))).toThrow(expect.objectContaining({ code: "no-folder" }));
    expect(() => readStrategyFiles(join(root, "a.touch"))).toThrow(expect.objectContaining({ code: "not-a-folder" }));
  });
});
