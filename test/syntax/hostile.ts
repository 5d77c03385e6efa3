import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect } from "vitest";
import { words } from "../../grammar/words.js";
import { wordingOf } from "../../src/diagnostic/catalogue.js";
import { parse } from "../../src/syntax/parse.js";
import { everyNode } from "./read.js";

export const sample = readFileSync(new URL("./sample.touch", import.meta.url), "utf8");
/** Pieces of the sample that are programs by themselves: a mutation then reaches every rule soon. */
const declarations = sample.split(/\n(?=[a-z])/);

/** Whatever the text is: no exception, diagnostics that lie in the text and can be said, spans that lie in each other's file. */
export function readsSafely(text: string): void {
  const { file, diagnostics } = parse({ name: "a.touch", text });
  for (const diagnostic of diagnostics) {
    const { start, end } = diagnostic.span;
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
    for (const language of ["en", "zh"] as const) {
      const { message, fix } = wordingOf(diagnostic, language);
      expect(message).not.toMatch(/undefined|\[object/);
      expect(fix).not.toBe("");
    }
  }
  for (const node of everyNode(file)) {
    if (!("start" in node && "end" in node)) continue;
    const [start, end] = [Number(node.start), Number(node.end)];
    if (!(0 <= start && start <= end && end <= text.length))
      throw new Error(`a span beyond the text: ${start} to ${end}`);
  }
}

const signs =
  "{ } ( ) , : . ? % + - * / = == != <= >= => && || ! ; [ ] \" ' ` “ ” ‘ ’ （ ） ， ： ７ ％ \u202E \u200B \\ // # /* \n".split(
    " ",
  );
const literals = [
  "7",
  "7 days",
  "20 CNY",
  "30%",
  "2026-11-10",
  "10:00",
  "25:99",
  "2nd",
  '"a {b} c"',
  "'x'",
  "用户",
  "a.b",
  "`in`",
];
const token = fc.constantFrom(...words, ...signs, ...literals, "\n", "strategy s {\n", "event e {\n", "}\n");
const soup = fc.array(token, { maxLength: 60 }).map((list) => list.join(" "));

export const mutation = fc.record({
  program: fc.constantFrom(...declarations),
  cuts: fc.array(
    fc.record({ at: fc.nat(), gone: fc.nat(12), put: fc.oneof(fc.constant(""), token, fc.string({ maxLength: 4 })) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

export function mutate(program: string, cuts: readonly { at: number; gone: number; put: string }[]): string {
  return cuts.reduce((text, { at, gone, put }) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + gone);
  }, program);
}

/**
 * Reads `texts` hostile texts: soups of words and signs, soups inside of a strategy, mutated programs, random characters.
 * The same seed gives the same ones. Returns how many it read.
 */
export function readsHostileTexts(texts: number, seed?: number): number {
  const kinds: readonly (readonly [share: number, text: fc.Arbitrary<string>])[] = [
    [0.3, soup],
    [0.2, soup.map((inside) => `strategy s {\n  who ${inside}\n}\nevent e { }`)],
    [0.35, mutation.map(({ program, cuts }) => mutate(program, cuts))],
    [0.1, fc.string({ unit: "binary", maxLength: 200 })],
    [0.05, fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes))],
  ];
  return kinds.reduce((read, [share, text]) => {
    const numRuns = Math.ceil(texts * share);
    fc.assert(fc.property(text, readsSafely), { numRuns, ...(seed === undefined ? {} : { seed }) });
    return read + numRuns;
  }, 0);
}
