import { expect } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import type { Declaration } from "../../src/syntax/tree.js";
import { type Answer, decide } from "../reference/decide.js";
import type { ConformanceCase } from "./cases.js";

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

/** What the reference makes of a case. */
export function referenceAnswer(each: ConformanceCase): Answer {
  return decide(declarationsOf(each.program), each);
}
