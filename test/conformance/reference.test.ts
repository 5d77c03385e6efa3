import { describe, expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import type { Declaration } from "../../src/syntax/tree.js";
import { decide } from "../reference/decide.js";
import { themes } from "./cases.js";
import { lookAt, spokenOf } from "./compare.js";

const parsed = new Map<string, readonly Declaration[]>();

/** Cases share programs; each is read once, and must be read without complaint. */
function declarationsOf(program: string): readonly Declaration[] {
  const known = parsed.get(program);
  if (known) return known;
  const { file, diagnostics } = parse({ name: "case.touch", text: program });
  expect(diagnostics).toEqual([]);
  parsed.set(program, file.declarations);
  return file.declarations;
}

describe.each(themes())("the reference, on $theme", ({ cases }) => {
  it.each(cases)("$name", (each) => {
    const { decisions, refused } = decide(declarationsOf(each.program), each);
    const outcome = { decisions: lookAt(decisions, each.strategies), refused: lookAt(refused, each.strategies) };
    expect(spokenOf(each.expect, outcome)).toEqual(each.expect);
  });
});
