import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { confusions, family, familyHeard, type Heard, heard } from "./distinct.js";

const families = 120;

/** What random phrases seldom come to: almost the same words. */
const near = [
  "did view at least 2 times ever",
  "did view exactly 2 times ever",
  "(count of view ever + count of pay ever) * 2 >= 4",
  "count of view ever + count of pay ever * 2 >= 4",
  "count of view ever - (count of pay ever - 1) >= 4",
  "count of view ever - count of pay ever - 1 >= 4",
  "(has first_tag and user.vip is true) or has second_tag",
  "has first_tag and (user.vip is true or has second_tag)",
  "not (user.vip is true and user.plan is gold)",
  "not user.vip is true and user.plan is gold",
  "did not view within 2 days after 1st pay",
  "not did view within 2 days after 1st pay",
  "did view within 2 days before 1st pay",
  "did view within 2 days after 1st pay",
  "not (did view at least 5 times in the last 30 days or did not pay for 15 days or user.plan is gold)",
  "not (did view at least 5 times in the last 30 days and did not pay for 15 days and user.plan is gold)",
  "did view since 1st pay",
  "did view since last pay",
  "did view within 2 days after 2026-03-28",
  "did view within 2 hours after 2026-03-28",
  "did sequence ever { view then pay then no visit within 2 days }",
  "did sequence ever { view then pay then no visit }",
  "did sequence ever { view then no visit then pay }",
  "did sequence ever { view then no visit within 2 days then pay }",
];
let all: readonly Heard[] = [];

beforeAll(() => {
  const random = fc.sample(family, { numRuns: families, seed: 618 }).flatMap(familyHeard);
  all = [...random, ...near.flatMap((phrase) => heard(phrase) ?? [])];
});

describe("the read-back", () => {
  it("never says two phrases of different meaning alike, in either language", () => {
    expect(confusions(all)).toEqual([]);
  });

  it("is heard of many phrases, most of them near another", () => {
    expect(all.length).toBeGreaterThan(2 * families);
    expect(new Set(all.map(({ meaning }) => meaning)).size).toBeGreaterThan(1.5 * families);
  });

  // Whoever does not hear a part of the sentences confuses some: the law above can fail, and needs every such part.
  it.each([
    ["brackets", /[()（）]/g],
    ["numbers", /\d+/g],
    ["“at least” and “exactly”", /at least|exactly|至少|恰好/g],
    ["denials", /did not happen|happened|没有|有过/g],
    ["and, or", /, (?:and|or) |，[且或]/g],
    ["the heads of lists", /^.*(?:hold|holds|条件)[^:：]*[:：]/gm],
    ["the kind of a window", /last|previous|最近|过去|whole|整|（不?含今天）|\((?:including|not) today\)/g],
    ["the sides of a moment", /after|before|since|之[前后]|以来/g],
    ["which of several events", /the (?:\d\w\w|last)|首次|上次|第 \d 次/g],
    ["the ids beside labels", /（\w+）|\(\w+\)/g],
  ])("would be ambiguous without %s", (_, deaf) => {
    const dull = all.map((each) => ({ ...each, en: each.en.replace(deaf, ""), zh: each.zh.replace(deaf, "") }));
    const languages = new Set(confusions(dull).map(({ language }) => language));
    expect([...languages].sort()).toEqual(["en", "zh"]);
  });
});
