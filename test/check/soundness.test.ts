import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type Source } from "../../src/compile.js";
import type { Program } from "../../src/program/program.js";
import { guards, schema, uses } from "./phrasings.js";
import { factsOf, type Happening, holds, type World } from "./world.js";

const whos = [...guards, ...uses];
const atom = fc.constantFrom(...whos);
const { who } = fc.letrec<{ who: string; joined: string }>((tie) => ({
  who: fc.oneof({ maxDepth: 3, withCrossShrink: true }, atom, tie("joined"), tie("joined")),
  joined: fc
    .tuple(fc.constantFrom("and", "or", "not"), fc.array(tie("who"), { minLength: 2, maxLength: 4 }))
    .map(([op, parts]) => (op === "not" ? `not (${parts[0]})` : parts.map((part) => `(${part})`).join(` ${op} `))),
}));

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 20, 10);
const unknownOr = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const small = fc.integer({ min: 0, max: 5 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    event: fc.constant(0),
    // Often in the last days, so that streaks occur.
    at: fc
      .oneof(fc.integer({ min: 0, max: 40 * 24 }), fc.integer({ min: 0, max: 72 }))
      .map((hours) => NOW - (hours * DAY) / 24),
    fields: fc.tuple(
      small.map((each) => each * 100),
      unknownOr(small),
      fc.constantFrom(0, 1),
    ),
  }),
  fc.record({
    event: fc.constant(1),
    at: fc.constant(NOW - DAY),
    fields: fc.tuple(unknownOr(fc.constantFrom("", "s"))),
  }),
);
const world: fc.Arbitrary<World> = fc.record({
  now: fc.constant(NOW),
  profile: fc.tuple(
    fc.constant("u1"),
    unknownOr(small),
    unknownOr(small.map((each) => each * 100)),
    unknownOr(fc.constantFrom("abc", "b", "")),
    unknownOr(fc.integer({ min: 20_400, max: 20_500 })),
    unknownOr(fc.constantFrom(0, 1)),
    small,
    unknownOr(fc.integer({ min: 0, max: 30 * 24 }).map((hours) => NOW - (hours * DAY) / 24)),
    fc.integer({ min: -24, max: 60 * 24 }).map((hours) => NOW - (hours * DAY) / 24),
  ),
  instants: fc.constant([7, 8]),
  events: fc.array(happening, { maxLength: 6 }),
});

function strategy(text: string, at: number): Source {
  const clauses = "repeat always  channel push  benefit none  material hi";
  return { name: `${at + 1}.touch`, text: `strategy s${at} { when every day at 10:00  who ${text}  ${clauses} }` };
}

/** The program of those texts that are accepted. */
function accepted(texts: readonly string[]): Program {
  const sources = texts.map(strategy);
  const errors = compile([schema, ...sources], { prove: false }).diagnostics.filter(
    ({ severity }) => severity === "error",
  );
  const refused = new Set(errors.map(({ span }) => span.file));
  expect(refused.has(schema.name)).toBe(false);
  const { program, diagnostics } = compile([schema, ...sources.filter(({ name }) => !refused.has(name))], {
    prove: false,
  });
  if (!program) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  return program;
}

describe("what is accepted never fails", () => {
  const texts = fc.sample(who, { seed: 20260120, numRuns: 1_800 });
  const program = accepted(texts);

  it("is put to the test by many different programs", () => {
    expect(program.strategies.length).toBeGreaterThan(300);
    expect(program.strategies.length).toBeLessThan(2_200);
  });

  it("no comparison ever meets an unknown value, whatever the user and their history", () => {
    fc.assert(
      fc.property(world, (each) => {
        const columns = factsOf(program, each);
        for (const { who: clauses } of program.strategies) clauses.every((test) => holds(program, test, columns));
      }),
      { numRuns: 300 },
    );
  });

  it("the world of this test does refuse: a program whose guard is taken away is caught", () => {
    const guarded = accepted(["user.a is known and user.a >= 3"]);
    const [, use] = guarded.strategies[0]?.who ?? [];
    const columns = factsOf(guarded, {
      now: NOW,
      profile: ["u1", null, null, null, null, null, 0, null, NOW],
      events: [],
    });
    expect(() => use && holds(guarded, use, columns)).toThrow("unknown");
  });
});

describe("two ways to say one thing mean one thing", () => {
  const pairs = [
    ["last e was in the last 7 days", "did e in the last 7 days"],
    ["last e was in the last 1 month", "did e in the last 1 month"],
    ["last e was in the last 30 hours", "did e in the last 30 hours"],
    ["last e was in the previous 7 days", "did e in the previous 7 days and did not e in the last 1 day"],
    ["last e was in the previous 1 month", "did e in the previous 1 month and did not e in the last 1 day"],
    ["not (last e was in the previous 7 days)", "did not e ever or did e in the last 1 day or did not e for 7 days"],
    ["last e was at least 3 days ago", "did e ever and time since last e >= 3 days"],
    ["last e was at most 3 days ago", "did e ever and time since last e <= 3 days"],
    ["last e was at most 2 days ago", "did e in the last 3 days"],
    ["last e was at least 30 hours ago", "did e ever and time since last e >= 30 hours"],
    ["last e was at least 1 month ago", "did e ever and not (time since last e < 1 month)"],
    ["did e ever and time since last e < 1 month", "did e in the last 1 month"],
    ["did e ever and 1 month > time since last e", "did e in the last 1 month"],
    [
      "did e ever and time since last e between 2 days and 4 days",
      "did e in the last 5 days and did not e in the last 2 days",
    ],
    ["time since last e if unknown 2 months >= 1 month", "did not e in the last 1 month"],
    ["did not e for 7 days", "not (did e in the previous 7 days or did e in the last 1 day)"],
    ["did e on 2 consecutive days ending today", "did e on at least 2 days in the last 2 days"],
    ["did e between 1 and 2 times ever", "count of e ever between 1 and 2"],
    ["did e exactly 2 times ever", "count of e ever is 2"],
    ["did not e at least 2 times ever", "count of e ever < 2"],
    ["did e ever and average of e.m ever >= 2 CNY", "did e ever and sum of e.m ever >= 2 CNY * count of e ever"],
    ["did e where k is not u ever", "did e where k is v ever"],
    ["did e where m between 1 CNY and 2 CNY ever", "did e where (m >= 1 CNY and m <= 2 CNY) ever"],
    ["l is old", "did e ever and did not e in the last 3 days"],
    ["l is not one of (young, old)", "did not e ever"],
    ["has active", "did e in the last 7 days"],
    ["user.z is one of (1, 2.5, 4)", "user.z is 1 or user.z is 4"],
    ["user.a is known and user.a - user.z >= 1", "user.a is known and user.z < user.a"],
    ["user.d is known and user.d + 1 week > 2026-01-08", "user.d is known and user.d > 2026-01-01"],
    ["last e was today", "did e today"],
    ["last e was this month", "did e this month"],
    ["user.q was this week", "user.q was in the last 2 days and user.q was this week"],
    ["user.q was yesterday", "user.q was in the previous 1 day"],
    ["user.q was at most 3 days ago", "user.q was in the last 4 days"],
    ["user.q was at least 3 days ago", "time since user.q >= 3 days"],
    ["user.q was at least 30 hours ago", "time since user.q >= 30 hours"],
    ["user.q was between 3 days and 9 days ago", "time since user.q between 3 days and 9 days"],
    ["user.q was at least 1 month ago", "time since user.q >= 1 month"],
    ["user.q was from 2026-01-01 to 2026-01-31", "user.q was this month"],
    ["1st e was between 1 month and 2 months ago", "1st e was at least 1 month ago and 1st e was at most 2 months ago"],
    ["2nd e was at least 3 days ago", "did e at least 2 times ever and time since 2nd e >= 3 days"],
    ["2nd e within 5 days after 1st e", "did e at least 2 times ever and 2nd e within 5 days after 1st e"],
    [
      "did e between 2 days and 5 days ago",
      "did e in the previous 5 days and did e between 2 days and 9 days ago and did e between 1 day and 5 days ago and not (did not e between 2 days and 5 days ago)",
    ],
    ["did e in the last 7 days without f", "did e in the last 7 days and did not f in the last 7 days"],
    ["did e in the previous 7 days without f", "did e in the previous 7 days and did not f for 7 days"],
    ["did e yesterday without f", "did e yesterday and did not f for 1 day"],
    ["did e between 1 day and 5 days ago without f", "did e in the previous 5 days and did not f for 5 days"],
    ["did e within 9 days after user.q without f", "did e within 9 days after user.q and did not f since user.q"],
    [
      "did e on 2 consecutive days ending yesterday without f",
      "did e on at least 2 days in the previous 2 days and did not f for 2 days",
    ],
    ["reached e of path ever", "did e ever"],
    ["reached f of path ever", "did sequence ever { e then f within 3 days }"],
    [
      "reached e of path in the previous 30 days but not f",
      "did e in the previous 30 days and did not sequence for 30 days { e then f within 3 days }",
    ],
    ["has often", "count of e ever >= 2"],
    ["best is known and best is u", "did e ever and most frequent of e.k ever is u"],
    ["did e ever and quiet >= 3 days", "did e ever and time since last e >= 3 days"],
    ["did e ever and fee of best if unknown 0 CNY > 1 CNY", "did e ever and best if unknown u is v"],
    ["did not e since user.q", "user.q was ever and count of e since user.q is 0"],
    [
      "did not e within 3 days after user.q",
      "user.q was ever and time since user.q > 3 days and count of e within 3 days after user.q is 0",
    ],
    [
      "did not e within 30 hours after user.q",
      "user.q was ever and time since user.q >= 30 hours and count of e within 30 hours after user.q is 0",
    ],
  ] as const;
  const program = accepted(pairs.flat());

  it.each(pairs.map(([one, other], at) => [one, other, at] as const))("%s: %s", (_one, _other, at) => {
    const clauses = (place: number): Program["strategies"][number]["who"] =>
      program.strategies.find(({ id }) => id === `s${place}`)?.who ?? [];
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(world, (each) => {
        const columns = factsOf(program, each);
        const [one, other] = [clauses(at * 2), clauses(at * 2 + 1)].map((tests) =>
          tests.every((test) => holds(program, test, columns)),
        );
        seen.add(one === true);
        expect(one).toBe(other);
      }),
      { seed: 7, numRuns: 300 },
    );
    expect([...seen].sort()).toEqual([false, true]);
  });
});

describe("checking never throws", () => {
  const base = whos.map((text, at) => strategy(text, at).text).join("\n");
  const words = `${schema.text}\n${base}`.split(/(?<=\s)|(?=\s)|(?<=[(){}.,])|(?=[(){}.,])/);
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("drop", "copy", "swap")), {
    minLength: 1,
    maxLength: 12,
  });

  it("on whatever becomes of a project when words are dropped, copied and swapped; and a program comes out only without errors", () => {
    fc.assert(
      fc.property(edits, (changes) => {
        const text = [...words];
        for (const [at, other, change] of changes) {
          const [i, j] = [at % text.length, other % text.length];
          if (change === "drop") text.splice(i, 1);
          else if (change === "copy") text.splice(i, 0, text[j] as string);
          else [text[i], text[j]] = [text[j] as string, text[i] as string];
        }
        const { program, diagnostics } = compile([{ name: "a.touch", text: text.join("") }], { prove: false });
        expect(program === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
      }),
      { numRuns: 150 },
    );
  });
});
