import type { ExplainedTest } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { clip } from "../../text/width.js";
import type { ExplainWording } from "../wording/explain.js";

export const HOLDS = "✓";
export const FAILS = "✗";
export const OPEN = "-";

/** A row of the table of one occurrence: what was asked, the value seen, the value needed, where it stands. */
export type Row = readonly [asked: string, seen: string, needed: string, source: string];

/** Phrases longer than this many cells are cut. */
const PHRASE_CELLS = 72;

/** A test and its parts, each a row, the parts indented. `number` goes before a clause of `who`. */
export function testRows(test: ExplainedTest, words: ExplainWording, indent: string, number: string): Row[] {
  const mark = test.holds ? HOLDS : FAILS;
  const asked = `${indent}${mark} ${number}${clip(visible(test.text), PHRASE_CELLS)}`;
  const source = test.file === "" ? "" : `${visible(test.file)}:${test.line}`;
  const inner = `${indent}  ${" ".repeat(number.length)}`;
  const single = test.parts.length === 1 ? test.parts[0] : undefined;
  // A `not`, or a tag that stands for one test, would repeat itself on two lines if its only part says the same words.
  if (single && single.text === test.text && single.parts.length === 0) {
    const needed = neededText(single, words);
    return [[asked, seenText(single, words), test.op === "not" && needed !== "" ? words.not(needed) : needed, source]];
  }
  return [
    [asked, seenText(test, words), neededText(test, words), source],
    ...test.parts.flatMap((part) => testRows(part, words, inner, "")),
  ];
}

function seenText({ seen }: ExplainedTest, words: ExplainWording): string {
  if (seen === null) return "";
  if (seen === "unknown") return words.unknown;
  if (seen === "known") return words.known;
  return clip(visible(seen), 40);
}

function neededText({ op, needed }: ExplainedTest, words: ExplainWording): string {
  if (needed === null || op === "and" || op === "or" || op === "not" || op === "tag") return "";
  const value = needed.startsWith(`${op} `) ? needed.slice(op.length + 1) : needed;
  return words.needs[op](clip(visible(value), 60));
}
