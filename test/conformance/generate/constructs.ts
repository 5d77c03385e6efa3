import fc from "fast-check";
import { momentTest } from "../../agree/moments.js";
import { pattern, said, test, who } from "../../agree/phrases.js";
import { sequenceTest } from "../../agree/sequences.js";
import { valueTest } from "../../agree/values.js";
import { dateFromText, dateText } from "../../reference/clock.js";
import type { Setting } from "./settings.js";

/** A construct of the language with every choice left to chance; one that takes a window is given it. */
export interface Construct {
  readonly name: string;
  readonly phrase: (window: string) => fc.Arbitrary<string>;
}

const windows = [
  "ever",
  "in the last 1 day",
  "in the last 3 days",
  "in the last 2 weeks",
  "in the last 1 month",
  "in the last 1 year",
  "in the last 2 hours",
  "in the last 48 hours",
  "in the previous 1 day",
  "in the previous 7 days",
  "in the previous 1 month",
  "for 3 days",
  "for 1 month",
  "today",
  "yesterday",
  "this week",
  "this month",
  "this year",
  "between 2 days and 4 days ago",
  "between 1 week and 1 week ago",
  "between 1 month and 2 months ago",
  "between 1 hour and 3 hours ago",
] as const;

/** All windows that need nothing but the calendar; dates are written for the setting. */
export function windowsIn({ date }: Setting): readonly string[] {
  const ago = (days: number) => dateText(dateFromText(date) - days);
  return [...windows, `from ${ago(3)} to ${ago(1)}`, `from ${ago(2)} to ${ago(-2)}`];
}

const pick = fc.constantFrom;
const order = pick("<", "<=", ">", ">=");
const kinds = pick("shoe", "hat", "coat");
const small = pick("0", "1", "2", "3");
const money = pick("0 CNY", "9.99 CNY", "10 CNY", "20 CNY", "30 CNY");
const items = pick("0", "1", "2.5", "4");
const filter = pick(
  "",
  "",
  " where amount >= 10 CNY",
  " where items > 1",
  " where gift is false",
  " where tip is known",
);

const did = (frequency: string | fc.Arbitrary<string>, negated = "did"): Construct["phrase"] => {
  const often = typeof frequency === "string" ? fc.constant(frequency) : frequency;
  return (window) => said`${fc.constant(negated)} ${pattern}${often} ${fc.constant(window)}`;
};

const over = (of: string, needed: fc.Arbitrary<string>, fallback?: fc.Arbitrary<string>): Construct["phrase"] => {
  return (window) => {
    const value = said`${fc.constant(of)}${filter} ${fc.constant(window)}`;
    return said`${fallback === undefined ? value : said`(${value} if unknown ${fallback})`} ${order} ${needed}`;
  };
};

/** Constructs over the events of a window. */
export const windowed: readonly Construct[] = [
  { name: "did", phrase: did("") },
  { name: "did not", phrase: did("", "did not") },
  { name: "at least n times", phrase: did(pick(" at least 1 times", " at least 2 times", " at least 3 times")) },
  { name: "exactly n times", phrase: did(pick(" exactly 1 times", " exactly 2 times")) },
  { name: "between n and m times", phrase: did(pick(" between 1 and 2 times", " between 2 and 3 times")) },
  { name: "not at least n times", phrase: did(pick(" at least 2 times", " at least 3 times"), "did not") },
  {
    name: "on at least n days",
    phrase: did(pick(" on at least 1 days", " on at least 2 days", " on at least 3 days")),
  },
  { name: "count", phrase: (window) => said`count of ${pattern} ${fc.constant(window)} ${order} ${small}` },
  { name: "sum", phrase: over("sum of pay.amount", money) },
  { name: "sum of an optional field", phrase: over("sum of pay.tip", money) },
  { name: "average", phrase: over("average of pay.items", items, pick("0", "1.5")) },
  { name: "average of an optional field", phrase: over("average of pay.tip", money, money) },
  { name: "min", phrase: over("min of pay.amount", money, money) },
  { name: "max of an optional field", phrase: over("max of pay.tip", money, money) },
  {
    name: "ratio",
    phrase: (window) => {
      const w = fc.constant(window);
      return said`((count of ${pattern} ${w} / count of ${pattern} ever) if unknown ${pick("0%", "50%")}) ${order} ${pick("25%", "50%", "100%")}`;
    },
  },
  {
    name: "difference",
    phrase: (window) =>
      said`count of ${pattern} ${fc.constant(window)} - count of ${pattern} ${pick(...windows)} ${order} ${small}`,
  },
  { name: "without", phrase: (window) => said`did ${pattern} ${fc.constant(window)} without ${pattern}` },
  {
    name: "distinct",
    phrase: (window) =>
      said`count of distinct ${pick("view.kind", "view.page", "pay.amount", "pay.tip")} ${fc.constant(window)} ${order} ${small}`,
  },
  {
    name: "days with",
    phrase: (window) => said`count of days with ${pattern} ${fc.constant(window)} ${order} ${pick("1", "2", "3")}`,
  },
  {
    name: "most frequent",
    phrase: (window) => said`((most frequent of view.kind ${fc.constant(window)}) if unknown ${kinds}) is ${kinds}`,
  },
  {
    name: "beside the profile",
    phrase: (window) => said`did pay where amount ${order} (user.wallet if unknown ${money}) ${fc.constant(window)}`,
  },
  {
    name: "sequence",
    phrase: (window) =>
      said`did sequence ${fc.constant(window)} { ${pattern} then ${pattern}${pick("", " within 2 days", " then no visit")} }`,
  },
  {
    name: "reached",
    phrase: (window) => said`reached view of funnel ${fc.constant(window)} but not ${pick("pay", "visit")}`,
  },
];

const spans = pick("1 hour", "2 hours", "48 hours");
const days = pick("1 day", "2 days", "3 days", "1 week");
const months = pick("1 month", "2 months", "1 year");

/** Constructs that look at the last event, or bring their own window. */
export const unwindowed: readonly Construct[] = [
  ...[spans, days, months].flatMap((length, index): Construct[] => {
    const unit = ["hours", "days", "months"][index] ?? "";
    return [
      { name: `last was at least, ${unit}`, phrase: () => said`last ${pattern} was at least ${length} ago` },
      { name: `last was at most, ${unit}`, phrase: () => said`last ${pattern} was at most ${length} ago` },
      { name: `last was in the last, ${unit}`, phrase: () => said`last ${pattern} was in the last ${length}` },
      {
        name: `time since, ${unit}`,
        phrase: () => said`((time since last ${pattern}) if unknown ${length}) ${order} ${length}`,
      },
    ];
  }),
  {
    name: "last was in the previous",
    phrase: () => said`last ${pattern} was in the previous ${fc.oneof(days, months)}`,
  },
  {
    name: "streak ending yesterday",
    phrase: () => said`did ${pattern} on ${pick("1", "2", "3")} consecutive days ending yesterday`,
  },
  {
    name: "streak ending today",
    phrase: () => said`did ${pattern} on ${pick("1", "2", "3")} consecutive days ending today`,
  },
  {
    name: "no streak",
    phrase: () => said`did not ${pattern} on ${pick("2", "3")} consecutive days ending ${pick("yesterday", "today")}`,
  },
  {
    name: "last was in a calendar window",
    phrase: () =>
      said`last ${pattern} was ${pick("today", "yesterday", "this week", "this month", "between 1 day and 2 days ago")}`,
  },
  {
    name: "a field of one event",
    phrase: () => said`((kind of ${pick("1st", "2nd", "last")} view) if unknown ${kinds}) is ${kinds}`,
  },
  { name: "tag", phrase: () => pick("has first_tag", "has second_tag", "not has first_tag") },
  { name: "stage", phrase: () => said`stages ${pick("is", "is not")} ${pick("one", "two", "rest")}` },
];

/** Tests of every kind, alone and joined. */
export const joined: readonly Construct[] = [
  { name: "test", phrase: () => test },
  { name: "who", phrase: () => who },
  { name: "a test of moments", phrase: () => momentTest },
  { name: "a test of sequences", phrase: () => sequenceTest },
  { name: "a test of values", phrase: () => valueTest },
];
