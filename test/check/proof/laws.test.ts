import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compile.js";
import { loadProgram } from "../../../src/index.js";

/** A small world: whoever there can be in it is tried, so what nobody is can be told without any proof. */
const schema = `
project small { time zone UTC  currency CNY  settle after 0 minutes }
user { id: text  n: integer  yes: boolean  kind: one of (red, blue)? }
event buy { of: one of (hat, shoe)  price: integer }
tag fact buyer = did buy ever
lifecycle life { stage fresh when did buy in the last 2 days  stage gone when did buy ever  otherwise new }
channel push { cost 0 CNY }
material hello for push { en title "Hello" }
`;

const projectOf = (who: string): string => `${schema}
strategy s { when every day at 10:00  who ${who}  repeat always  channel push  benefit none  material hello }`;

const numbers = [0, 1, 2, 3];
const kinds = [null, "red", "blue"];
/** What may have happened on a day. */
const days = [null, { of: "hat", price: 1 }, { of: "shoe", price: 3 }] as const;
const depth = 4;

type Buy = (typeof days)[number];

/** Every history of so many days, of at most one event each, and a busy one of several. */
function histories(): readonly (readonly Buy[])[] {
  let all: Buy[][] = [[]];
  for (let day = 0; day < depth; day++) all = all.flatMap((before) => days.map((next) => [...before, next]));
  return [...all, Array.from({ length: 9 }, () => days[1])];
}

function eventsOf(history: readonly Buy[]) {
  return history.flatMap((buy, back) => {
    const date = new Date(Date.UTC(2026, 2, 10 - (back % depth), 9, back)).toISOString();
    return buy ? [{ event: "buy", id: `e${back}`, occurred_at: date, ...buy }] : [];
  });
}

const lives = histories().map(eventsOf);

/** Whether somebody in the small world is in the `who`. */
function somebody(who: string): boolean {
  const { program, diagnostics } = compile([{ name: "a.touch", text: projectOf(who) }], { prove: false });
  if (!program) throw new Error(`${who}: ${diagnostics.map(({ code }) => code).join(", ")}`);
  const loaded = loadProgram(program);
  const window = { since: "2026-03-09T10:00:00Z", until: "2026-03-10T10:00:00Z" };
  for (const events of lives) {
    for (const n of numbers) {
      for (const yes of [true, false]) {
        for (const kind of kinds) {
          const user = { id: "u", n, yes, ...(kind === null ? {} : { kind }) };
          if (loaded.decide({ user, events, ...window }).decisions.length > 0) return true;
        }
      }
    }
  }
  return false;
}

function isDead(who: string): boolean {
  return compile([{ name: "a.touch", text: projectOf(who) }]).diagnostics.some(({ code }) => code === "dead-who");
}

const pick = fc.constantFrom;
const windows = pick(
  "ever",
  "in the last 1 days",
  "in the last 2 days",
  "in the last 3 days",
  "in the previous 2 days",
  "for 2 days",
  "today",
  "yesterday",
);
const where = pick("", "", " where of is hat", " where price >= 2", " where (of is shoe and price > 1)");
const op = pick("<", "<=", ">", ">=", "is", "is not");
const small = fc.integer({ min: 0, max: 3 }).map(String);

const atom = fc.oneof(
  fc.tuple(op, small).map(([o, n]) => `user.n ${o} ${n}`),
  pick("user.yes is true", "user.yes is false", "user.kind is known", "user.kind is not known"),
  pick("red", "blue").map((kind) => `(user.kind if unknown red) is ${kind}`),
  fc.tuple(where, windows).map(([w, window]) => `did buy${w} ${window}`),
  fc.tuple(where, windows).map(([w, window]) => `did not buy${w} ${window}`),
  fc.tuple(where, windows, op, small).map(([w, window, o, n]) => `(count of buy${w} ${window}) ${o} ${n}`),
  fc.tuple(windows, op, small).map(([window, o, n]) => `(count of days with buy ${window}) ${o} ${n}`),
  fc.tuple(windows, op, small).map(([window, o, n]) => `(sum of buy.price ${window}) ${o} ${n}`),
  fc.tuple(windows, op, small).map(([window, o, n]) => `((max of buy.price ${window}) if unknown 0) ${o} ${n}`),
  fc.tuple(pick("at least", "at most"), small).map(([how, n]) => `last buy was ${how} ${n} days ago`),
  pick(
    "did buy on 2 consecutive days ending yesterday",
    "did buy on 3 consecutive days ending today",
    "has buyer",
    "not has buyer",
  ),
  pick("fresh", "gone", "new").map((stage) => `life is ${stage}`),
  pick("2nd buy within 1 day after 1st buy", "did sequence ever { buy where of is hat then buy where of is shoe }"),
);

const part = fc.oneof(
  { weight: 4, arbitrary: atom },
  fc.tuple(atom, atom).map(([a, b]) => `(${a} or ${b})`),
  atom.map((a) => `not (${a})`),
);

const whos = fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(" and "));

/** Ways to write what nobody can be. */
const recipes: fc.Arbitrary<string> = fc.oneof(
  atom.map((a) => `${a} and not (${a})`),
  fc.tuple(atom, atom).map(([a, b]) => `not (${a} or ${b}) and ${a}`),
  fc.integer({ min: 0, max: 9 }).map((n) => `user.n > ${n} and user.n <= ${n}`),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .map(([n, more]) => `did buy in the last ${n} days and did not buy in the last ${n + more} days`),
  fc
    .tuple(where, fc.integer({ min: 1, max: 5 }))
    .map(([w, n]) => `did buy${w} in the previous ${n} days and did not buy ever`),
  fc
    .integer({ min: 2, max: 5 })
    .map((n) => `did buy on ${n} consecutive days ending yesterday and (count of buy ever) < ${n}`),
  fc
    .integer({ min: 2, max: 5 })
    .map((n) => `did buy on ${n} consecutive days ending yesterday and did not buy yesterday`),
  fc.integer({ min: 1, max: 5 }).map((n) => `(count of days with buy ever) > ${n} and (count of buy ever) <= ${n}`),
  fc.integer({ min: 1, max: 5 }).map((n) => `last buy was at least ${n} days ago and did buy in the last ${n} days`),
  pick("fresh", "gone").map((stage) => `life is ${stage} and did not buy ever`),
  fc.constant("life is new and has buyer"),
  fc.constant("life is gone and did buy today"),
  fc.integer({ min: 1, max: 4 }).map((n) => `(sum of buy.price ever) > ${n} and did not buy ever`),
  fc.integer({ min: 2, max: 5 }).map((n) => `did buy where price > ${n} ever and did not buy where price >= ${n} ever`),
);

describe("proofs without data", () => {
  it("never call a `who` dead in which somebody is, whoever there is in a small world", () => {
    let dead = 0;
    fc.assert(
      fc.property(fc.oneof(whos, recipes), (who) => {
        if (!isDead(who)) return;
        dead++;
        expect(somebody(who), who).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(dead).toBeGreaterThan(40);
  });

  it("find at least nine in ten of those that are dead by the way they are made", () => {
    const made = fc.sample(recipes, 400);
    const missed = made.filter((who) => !isDead(who));
    expect(missed.length, missed.slice(0, 10).join("\n")).toBeLessThanOrEqual(made.length / 10);
  });
});
