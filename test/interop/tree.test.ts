import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportTree, importTree } from "../../src/interop/tree/document.js";
import { format } from "../../src/syntax/format.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import type { File } from "../../src/syntax/tree.js";
import { program } from "../agree/programs.js";
import { bare } from "../syntax/read.js";
import { declaration, fileOf } from "../syntax/trees.js";

const root = new URL("../../strategies/", import.meta.url);
const strategies = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".touch"))
  .map((path): [string, string] => [path, readFileSync(new URL(path, root), "utf8")]);

/** Through text, as a file between two programs. */
const through = (files: readonly File[]) => importTree(JSON.parse(JSON.stringify(exportTree(files))));

function readOf(name: string, text: string): File {
  const { file, diagnostics } = parse({ name, text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return file;
}

/** The law: what comes back is the text in the one layout of the language, but for its comments and blank lines. */
function expectSame(name: string, text: string): void {
  const plain = print(readOf(name, text));
  expect(through([readOf(name, text)])).toEqual({ files: [{ file: name, text: plain }], problems: [] });
  expect(through([readOf(name, plain)]).files[0]?.text).toBe(format({ name, text: plain }).text);
}

describe("print ∘ import ∘ export ∘ parse is fmt, but for comments and blank lines", () => {
  it.each(strategies)("on %s", (name, text) => expectSame(name, text));

  it("on random programs", () => {
    fc.assert(
      fc.property(program, ({ text }) => expectSame("a.touch", text)),
      { numRuns: 40 },
    );
  });

  it("on random trees, where it is the identity on trees", () => {
    fc.assert(
      fc.property(fc.array(declaration, { maxLength: 4 }), (declarations) => {
        const { files, problems } = through([fileOf(declarations)]);
        expect(problems).toEqual([]);
        expect(bare(readOf("a.touch", files[0]?.text ?? "").declarations)).toEqual(bare(declarations));
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the order in which clauses were written", () => {
    const text = "channel sms {\n  cost 0.05 CNY\n  reach if user.phone is known\n}\n";
    expect(through([readOf("a.touch", text)]).files[0]?.text).toBe(text);
    const turned = "channel sms {\n  reach if user.phone is known\n  cost 0.05 CNY\n}\n";
    expect(through([readOf("a.touch", turned)]).files[0]?.text).toBe(turned);
  });
});
