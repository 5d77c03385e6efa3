import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { caseFiles, documentOf, readTheme, themes } from "./cases.js";
import { spokenOf } from "./compare.js";

z.config({ jitless: true });

describe("the conformance cases", () => {
  const byHand = themes();
  const all = [...byHand, ...themes("generated")];
  const text = readFileSync(new URL("./cases.schema.json", import.meta.url), "utf8");
  const schema = z.fromJSONSchema(JSON.parse(text));

  it("by hand are many", () => {
    expect(byHand.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(2_000);
  });

  it.each([
    ...caseFiles().map((file) => ({ file, origin: "by hand" as const })),
    ...caseFiles("generated").map((file) => ({ file, origin: "generated" as const })),
  ])("have the form that the schema describes: $file, $origin", ({ file, origin }) => {
    expect(schema.safeParse(documentOf(file, origin)).error?.issues).toBeUndefined();
  });

  it.each(all)("of $file lie in a file that is named for their theme", ({ file, theme }) => {
    expect(file).toBe(`${theme}.yaml`);
  });

  it.each(all)("of $file have names of their own", ({ cases }) => {
    const names = cases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  const broken = (change: object) => ({
    theme: "x",
    about: "x",
    program: "x",
    defaults: { since: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z" },
    cases: [{ name: "x", ...change }],
  });

  it.each([
    ["no outcome", {}],
    ["two outcomes", { holds: true, fails_at: 1 }],
    ["a word that is not one", { holds: true, evnets: [] }],
    ["an expectation without refusals", { expect: { decisions: [] } }],
  ])("are refused with %s", (_, change) => {
    expect(() => readTheme("x.yaml", broken(change))).toThrow(/x\.yaml/);
  });

  it.each([
    ["an instant without a zone", { holds: true, since: "2026-01-01T00:00:00" }],
    ["an outcome that is neither true nor false", { holds: "yes" }],
    ["an event without an instant", { holds: true, events: [{ event: "pay" }] }],
  ])("are refused by the schema with %s", (_, change) => {
    expect(schema.safeParse(broken(change)).success).toBe(false);
  });
});

describe("a comparison", () => {
  const nothing = { decisions: [], ghosts: [], cancellations: [], refused: [] };
  const decided = { ...nothing, decisions: [{ strategy: "s", channel: "push", benefit: { id: "b", cost: "1 CNY" } }] };

  it("leaves out what is not written", () => {
    const expected = { ...nothing, decisions: [{ benefit: { id: "b" } }] };
    expect(spokenOf(expected, decided)).toEqual(expected);
  });

  it("sees a field that differs, one that is missing, and anything too many or too few", () => {
    for (const expected of [
      { ...nothing, decisions: [{ channel: "sms" }] },
      { ...nothing, decisions: [{ material: null }] },
      { ...nothing, decisions: [{ benefit: { id: "c" } }] },
      { ...nothing, decisions: [{ benefit: null }] },
      { ...nothing, decisions: [{}], refused: [{}] },
      { ...nothing, decisions: [{}], ghosts: [{}] },
      { ...nothing, decisions: [{}], cancellations: [{}] },
      { ...nothing, decisions: [{}, {}] },
      nothing,
    ])
      expect(spokenOf(expected, decided)).not.toEqual(expected);
    const one = { ...nothing, decisions: [{}] };
    expect(spokenOf(one, nothing)).not.toEqual(one);
    expect(spokenOf(nothing, { ...nothing, ghosts: [{}] })).not.toEqual(nothing);
  });
});
