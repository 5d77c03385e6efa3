import fc from "fast-check";
import jsonLogic from "json-logic-js";
import { describe, expect, it } from "vitest";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { compileTest } from "../../src/evaluate/test.js";
import { exportLogic } from "../../src/interop/logic/export.js";
import { FactNames } from "../../src/interop/logic/fact-names.js";
import { phraseOf } from "../../src/interop/logic/saying.js";
import type { Fact, Program } from "../../src/program/program.js";
import { program as randomProgram } from "../agree/programs.js";
import { frameOf, programOf, projectOf } from "./logic.js";

describe("the `who` of a program as JSON Logic", () => {
  it("says over named facts what the engine finds, for random programs and random facts", () => {
    let clauses = 0;
    const kinds = new Set<string>();
    const compared = fc.property(randomProgram, fc.infiniteStream(fc.nat()), ({ text }, numbers) => {
      const program = programOf(text);
      for (const { is } of program.facts) kinds.add(is);
      clauses += agrees(program, frameOf(program, 40, numbers));
    });
    fc.assert(compared, { numRuns: 60 });
    expect(clauses).toBeGreaterThan(2500);
    expect([...kinds]).toEqual(expect.arrayContaining(["count", "sum", "profile", "today", "pointDate", "sequence"]));
  });

  it("names each fact by a phrase of the language that asks for that fact and no other", () => {
    let phrases = 0;
    const law = fc.property(randomProgram, ({ text }) => {
      const program = programOf(text);
      const sayable = new FactNames(program).all.flatMap(({ saying, fact, type, optional }) => {
        // How many values are known, the language asks for in another way.
        const isPhrase = saying?.is === "value" || saying?.is === "test";
        if (!isPhrase || program.facts[fact.column]?.is === "countKnown") return [];
        const phrase = phraseOf(saying);
        // A phrase may read a field of the profile that the test around it has found known.
        const first = program.user.fields.filter((each) => each.optional && phrase.includes(`user.${each.id}`));
        const test =
          saying.is === "test"
            ? phrase
            : optional
              ? `${phrase} is known`
              : type.is === "boolean"
                ? `${phrase} is true`
                : `${phrase} is ${phrase}`;
        return [[...first.map(({ id }) => `user.${id} is known`), test].join(" and ")];
      });
      phrases += sayable.length;
      const more = programOf(`${text}\n${sayable.map((each, n) => `tag fact law_${n} = ${each}`).join("\n")}`);
      const known = new Set(program.facts.map(formOf));
      const other = more.facts.filter((fact) => fact.is !== "profile" && !known.has(formOf(fact)));
      expect({ other, sayable: other.length === 0 ? [] : sayable }).toEqual({ other: [], sayable: [] });
    });
    fc.assert(law, { numRuns: 40 });
    expect(phrases).toBeGreaterThan(200);
  });

  it("has names without dots, each its own, which do not depend on what else the project asks", () => {
    const alone = exportLogic(projectOf("count of pay ever >= 1")).facts.map(({ name }) => name);
    const among = exportLogic(projectOf('user.city is known and user.city is "x" and count of pay ever >= 1'));
    expect(alone).toEqual(["count_of_pay_ever"]);
    expect(among.facts.map(({ name }) => name)).toEqual(["count_of_pay_ever", "user_city"]);
    const texts = ['"a"', '"b"', '"a b"', '"a.b"', '"a_b"'].map((each) => `did view where page is ${each} ever`);
    const names = exportLogic(projectOf(texts.join(" and "))).facts.map(({ name }) => name);
    expect(new Set(names).size).toBe(5);
    expect(names.filter((name) => !/^[\p{L}\p{N}_]+$/u.test(name))).toEqual([]);
  });

  it.each([
    ["user.city is known", [{ "!==": [{ var: "user_city" }, null] }]],
    [
      "user.age if unknown 0 >= 18",
      [{ ">=": [{ if: [{ "!==": [{ var: "user_age" }, null] }, { var: "user_age" }, 0] }, 18] }],
    ],
    ["sum of pay.amount ever >= 99.90 CNY", [{ ">=": [{ var: "sum_of_pay_amount_ever" }, 9990] }]],
    [
      "average of pay.amount ever if unknown 0 CNY >= 10 CNY",
      [
        {
          ">=": [
            { if: [{ "!==": [{ var: "count_of_pay_ever" }, 0] }, { var: "sum_of_pay_amount_ever" }, 0] },
            { "*": [{ if: [{ "!==": [{ var: "count_of_pay_ever" }, 0] }, { var: "count_of_pay_ever" }, 1] }, 1000] },
          ],
        },
      ],
    ],
    ["user.plan is one of (gold, silver)", [{ in: [{ var: "user_plan" }, ["gold", "silver"]] }]],
    ["user.vip is false", [{ "===": [{ var: "user_vip" }, false] }]],
  ])("writes `%s` with its guards", (who, rules) => {
    expect(exportLogic(projectOf(who)).strategies[0]?.who.map(({ rule }) => rule)).toEqual(rules);
  });

  it("tells apart what JSON Logic takes for the same: unknown, 0, an empty text, false", () => {
    const holds = (who: string, data: object): boolean[] =>
      exportLogic(projectOf(who)).strategies[0]?.who.map(({ rule }) => jsonLogic.apply(rule as never, data)) ?? [];
    const known = "user.city is known and user.age is known";
    expect(holds(known, { user_city: "", user_age: 0 })).toEqual([true, true]);
    expect(holds(known, { user_city: null, user_age: null })).toEqual([false, false]);
    expect(holds(known, {})).toEqual([false, false]);
    const least = "user.age is known and user.age <= 5";
    expect(holds(least, { user_age: null })).toEqual([false, false]);
    expect(holds(least, { user_age: 0 })).toEqual([true, true]);
    const text = 'user.city is known and user.city contains "" and user.city is "0"';
    expect(holds(text, { user_city: "" })).toEqual([true, true, false]);
    expect(holds(text, { user_city: "0" })).toEqual([true, true, true]);
    expect(holds(text, { user_city: 0 })).toEqual([true, true, false]);
    expect(holds("user.plan is not gold", { user_plan: "free" })).toEqual([true]);
  });

  it("stays exact for the largest numbers, by saying up to where it is and refusing data beyond", () => {
    const edge = Number.MAX_SAFE_INTEGER;
    const average = projectOf("average of pay.amount ever if unknown 0 CNY >= 3 CNY");
    const whole = exportLogic(average);
    expect(whole.facts.map(({ limit }) => limit)).toEqual([null, null]);
    const columns = average.facts.map(({ is }) =>
      Float64Array.of(edge, edge - 1, edge, edge - 300, is === "sum" ? edge : 3e13),
    );
    expect(agrees(average, { columns, rows: 5 })).toBe(5);
    const ratio = projectOf("sum of pay.amount for 7 days / sum of pay.amount for 8 days if unknown 0% > 33.3%");
    const { facts, data } = exportLogic(ratio);
    const limits = facts.flatMap(({ limit }) => (limit === null ? [] : [limit]));
    expect(limits).toHaveLength(2);
    const [limit = 0] = limits;
    const at = (n: number, d: number): Frame => ({ columns: [Float64Array.of(n), Float64Array.of(d)], rows: 1 });
    expect(agrees(ratio, at(limit, limit - 1))).toBe(1);
    expect(agrees(ratio, at(-limit, -limit))).toBe(1);
    expect(() => data(at(limit + 1, 1), 0)).toThrow(
      /`sum_of_pay_amount_for_7_days` is \d+, and the rules are exact up to/,
    );
  });

  it("compares versions as the engine does", () => {
    const program = programOf(`
project p { time zone UTC  currency CNY }
user { id: text  app: version? }
channel push { cost 0 CNY }
material m for push { en title "x" }
strategy s {
  when every day at 10:00
  who user.app is known and user.app >= "8.10" and user.app is one of ("8.10", "99999.99999.99999")
  repeat always  channel push  benefit none  material m
}`);
    const column = program.facts.findIndex(({ is }) => is === "profile");
    const apps = Float64Array.of(Number.NaN, 0, 80_000_900_000, 80_001_000_000, 80_001_000_001, 999_999_999_999_999);
    const columns = program.facts.map((_, place) => (place === column ? apps : apps.map(() => 0)));
    expect(agrees(program, { columns, rows: apps.length })).toBe(3 * apps.length);
    const [fact] = exportLogic(program).facts;
    expect(fact?.limit).toBeNull();
  });

  it("refuses what reads the triggering event, or what decisions write, by its phrase", () => {
    const program = programOf(`
project p { time zone UTC  currency CNY }
user { id: text  app: version? }
event pay { order_id: text }
event view { order_id: text }
tag strategy touched valid 30 days
channel push { cost 0 CNY }
material m for push { en title "x" }
strategy s {
  when pay happens
  who event.order_id is "a" and did view where order_id is event.order_id ever and not has touched and did view ever
  channel push  benefit none  material m
}`);
    const { strategies, refused } = exportLogic(program);
    expect(strategies).toEqual([]);
    expect(refused.map(({ phrase, why }) => [phrase, why])).toEqual([
      ['event.order_id is "a"', { is: "elsewhere", what: "trigger" }],
      ["did view where order_id is event.order_id ever", { is: "elsewhere", what: "trigger" }],
      ["not has touched", { is: "elsewhere", what: "touches" }],
    ]);
  });

  it("refuses a clause that doubles cannot decide, and exports the other strategies", () => {
    const product = ["7", "8", "9"].map((days) => `sum of view.weight for ${days} days`).join(" * ");
    const { strategies, refused } = exportLogic(projectOf(`did pay ever and ${product} > 1.5`));
    expect(strategies).toEqual([]);
    expect(refused).toMatchObject([{ strategy: "s", clause: 2, phrase: `${product} > 1.5`, why: { is: "inexact" } }]);
  });
});

/** Equal for facts that mean the same, wherever they were said; `since` a date has two forms. */
const formOf = (fact: Fact): string =>
  JSON.stringify(fact, (key, value: unknown) => (key === "said" ? undefined : value)).replace(
    /\{"is":"dates","from":(-?\d+),"to":null\}/g,
    '{"is":"since","moment":{"is":"date","date":$1}}',
  );

/** Compares every clause with the engine on every row; returns how many it compared. */
function agrees(program: Program, frame: Frame): number {
  const environment = createEnvironment(program);
  const exported = exportLogic(program);
  let count = 0;
  for (const { id, who: clauses } of exported.strategies) {
    const who = program.strategies.find((each) => each.id === id)?.who ?? [];
    const tests = who.map((test) => compileTest(test, environment));
    for (let row = 0; row < frame.rows; row++) {
      const data = exported.data(frame, row);
      clauses.forEach(({ rule, phrase }, place) => {
        const found = jsonLogic.apply(rule as never, data);
        expect({ phrase, rule, data, found }).toEqual({ phrase, rule, data, found: tests[place]?.(frame, row) });
        count++;
      });
    }
  }
  return count;
}
