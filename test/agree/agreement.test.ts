import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readTheme } from "../conformance/cases.js";
import { spokenOf } from "../conformance/compare.js";
import { engineOf } from "../conformance/engine.js";
import { referenceAnswer } from "../conformance/reference.js";
import { DAY, HOUR, MINUTE } from "../reference/clock.js";
import { agreed } from "./agreed.js";
import { type Found, isFound, reportOf, smallest } from "./difference.js";
import { read } from "./judged.js";
import { schema, textOf } from "./programs.js";

describe("law 2: the engine and the reference agree, clause by clause", () => {
  it("over random programs and contexts", () => {
    const { pairs, logic } = agreed({ pairs: 4_000, seed: 7, users: 4, instants: 10 }, 0);
    expect(pairs).toBeGreaterThanOrEqual(4_000);
    expect(logic).toBeGreaterThan(1_000);
  });

  it("and agree in vain where something never holds", () => {
    expect(() => agreed({ pairs: 20, seed: 7, users: 2, instants: 10 }, 1_000)).toThrow("to deeply equal");
  });
});

describe("a difference that was found", () => {
  const now = 20_000 * DAY + 10 * HOUR;
  const found: Found = {
    zone: "Asia/Kathmandu",
    weekStarts: "Monday",
    declarations: [schema, "tag fact first_tag = did pay ever"],
    clauses: ["did visit today", "(did view ever or not (did pay today and count of pay this week >= 1))"],
    user: { id: "u1", plan: "gold", vip: true, age: 3 },
    events: ["visit", "pay", "visit"].map((event, place) => ({
      event,
      id: `e${place}`,
      occurred_at: now - place * MINUTE,
      ...(event === "pay" ? { amount: 1, items: 1, gift: false, tip: 2 } : { page: "a" }),
    })),
    now,
  };
  const compiles = (one: Found): boolean => {
    try {
      return read(textOf(one)).clauses.length > 0;
    } catch {
      return false;
    }
  };

  it("shrinks to what it needs", () => {
    const needs = (one: Found) => compiles(one) && textOf(one).includes("did pay today") && one.events.length >= 1;
    const { declarations, clauses, events, user } = smallest(found, needs);
    expect({ declarations, clauses }).toEqual({ declarations: [schema], clauses: ["did pay today"] });
    expect(events).toEqual([expect.objectContaining({ event: "visit", page: null })]);
    expect(user["age"]).toBeNull();
  });

  it("is told as a case that the conformance tests can run, with the outcome of the reference", () => {
    const report = reportOf(found);
    const theme = readTheme("found.yaml", parse(report.slice(report.indexOf("theme:"))));
    const [one] = theme.cases;
    if (!one) throw new Error("no case");
    expect(spokenOf(one.expect, referenceAnswer(one))).toEqual(one.expect);
    expect(spokenOf(one.expect, engineOf(one).decide(one))).toEqual(one.expect);
    expect(one.expect.refused).toEqual([{ gate: "targeted", code: "clause_2" }]);
  });

  it("is none where all agree, or where nothing compiles", () => {
    expect(isFound(found)).toBe(false);
    expect(isFound({ ...found, clauses: ["did"] })).toBe(false);
  });
});
