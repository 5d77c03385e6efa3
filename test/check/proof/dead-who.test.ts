import { describe, expect, it } from "vitest";
import { compiled, strategyText } from "../shop.js";

/** The phrases that are said never to hold together; `null` where nobody is said to be out of reach. */
function conflict(who: string): readonly string[] | null {
  return phrases(strategyText(who));
}

function phrases(text: string): readonly string[] | null {
  const { diagnostics } = compiled(text, true);
  expect(diagnostics.filter(({ code, severity }) => severity === "error" && code !== "dead-who")).toEqual([]);
  const dead = diagnostics.find(({ code }) => code === "dead-who");
  return dead ? (dead.args as { readonly phrases: readonly string[] }).phrases : null;
}

/** Each pair cannot hold together; each triple beside it is as near to it as can be, and can. */
const pairs: readonly (readonly [what: string, first: string, second: string, open: string])[] = [
  ["two ranges of a number", "user.visits > 5", "user.visits < 7", "user.visits < 8"],
  ["two amounts", "user.balance >= 20.01 CNY", "user.balance <= 20 CNY", "user.balance <= 20.01 CNY"],
  ["two members", "user.gender if unknown male is male", "user.gender if unknown male is female", "user.visits > 0"],
  ["two texts", 'user.nickname if unknown "" is "a"', 'user.nickname if unknown "" is "b"', "user.visits > 0"],
  ["yes and no", "user.push_on is true", "user.push_on is false", "user.visits > 0"],
  ["known and not", "user.city is known", "user.city is not known", "user.birthday is not known"],
  [
    "a window in a wider one",
    "did pay in the last 7 days",
    "did not pay in the last 30 days",
    "did not pay in the last 6 days",
  ],
  ["a window in ever", "did pay today", "count of pay ever = 0", "count of pay ever = 1"],
  [
    "a streak and a count",
    "did pay on 3 consecutive days ending yesterday",
    "count of pay in the last 7 days < 3",
    "count of pay in the last 7 days < 4",
  ],
  [
    "a part of the events and all of them",
    "did pay where category is phone ever",
    "did not pay where category is one of (phone, camera) ever",
    "did not pay where category is camera ever",
  ],
  [
    "a streak and its own length",
    "did pay on 3 consecutive days ending yesterday",
    "did not pay yesterday",
    "did not visit yesterday",
  ],
  ["days and times", "count of days with pay ever >= 4", "count of pay ever <= 3", "count of pay ever <= 4"],
  [
    "different values and times",
    "count of distinct pay.category ever >= 3",
    "count of pay ever < 3",
    "count of pay ever < 4",
  ],
  ["a total of nothing", "sum of pay.amount ever > 0 CNY", "did not pay ever", "did not visit ever"],
  ["the second and a count", "2nd pay within 30 days after 1st pay", "count of pay ever < 2", "count of pay ever < 3"],
  [
    "how long ago and a window",
    "last pay was at least 30 days ago",
    "did pay in the last 30 days",
    "did pay in the last 31 days",
  ],
  [
    "hours ago and a window",
    "last pay was at least 3 hours ago",
    "did pay in the last 2 hours",
    "did pay in the last 3 hours",
  ],
  [
    "two counts in a difference",
    "count of pay ever > count of visit ever",
    "count of pay ever < count of visit ever",
    "did visit ever",
  ],
  ["a stage and what it stands for", "buyer is churned", "did not pay ever", "did not visit ever"],
  ["a stage and the stage before it", "buyer is churned", "did pay in the last 30 days", "did pay ever"],
  ["a tag and what it stands for", "has payer", "did not pay ever", "did not visit ever"],
  [
    "an age and an age",
    "user.registered_at was at least 8 days ago",
    "user.registered_at was at most 7 days ago",
    "user.registered_at was at most 8 days ago",
  ],
];

describe("nobody can be reached where two phrases contradict", () => {
  it.each(pairs)("%s", (_, first, second, open) => {
    // `<` and the like are written as the language has them: equality is only `is`.
    const [a, b, c] = [first, second, open].map((text) => text.replace("ever = ", "ever is "));
    const dead = b === "user.visits < 7" ? "user.visits < 6" : b;
    expect(conflict(`${a} and ${dead}`)).toEqual([a, dead]);
    expect(conflict(`${dead} and user.push_on is true and ${a}`)?.toSorted()).toEqual([a, dead].toSorted());
    expect(conflict(`${a} and ${c}`)).toBeNull();
  });
});

describe("what starts a strategy has happened", () => {
  const started = (when: string, who: string) =>
    phrases(`strategy s { when ${when}  who ${who}  channel push  benefit none  material hello }`);

  it("so a `who` that denies it reaches nobody", () => {
    expect(started("pay happens", "not has payer")).toEqual(["when pay happens", "not has payer"]);
    expect(started("2 days after 2nd pay", "count of pay ever < 2")).toHaveLength(2);
    expect(started("2 days after 2nd pay", "count of pay ever < 3")).toBeNull();
  });

  it("and its fields are as the pattern asks", () => {
    expect(started("pay where amount >= 2000 CNY happens", "event.amount < 2000 CNY")).toHaveLength(2);
    expect(started("pay where amount >= 2000 CNY happens", "event.amount < 2001 CNY")).toBeNull();
  });
});

describe("only what is shown is an error", () => {
  it("of a choice each way must be closed", () => {
    expect(conflict("user.visits > 5 and (user.visits < 3 or did pay ever)")).toBeNull();
    expect(conflict("user.visits > 5 and (user.visits < 3 or user.visits is 4)")).toHaveLength(2);
  });

  it("a value that is not looked into may be anything, but is one value", () => {
    const ratio = "sum of pay.amount ever / sum of pay.items ever if unknown 0 CNY";
    expect(conflict(`${ratio} > 5 CNY`)).toBeNull();
  });

  it("what takes too long to tell is left open", () => {
    const choice = (at: number): string => `(user.held > ${at} points or user.balance > ${at} CNY)`;
    const dead = "user.visits > 9 and (user.visits is 1 or user.visits is 2 or user.visits is 3)";
    const choices = (n: number): string => Array.from({ length: n }, (_, at) => choice(at)).join(" and ");
    expect(conflict(`${dead} and ${choices(6)}`)).toHaveLength(2);
    expect(conflict(`${dead} and ${choices(20)}`)).toBeNull();
  });
});
