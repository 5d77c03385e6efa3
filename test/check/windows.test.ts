import { describe, expect, it } from "vitest";
import { codesOf, programOf } from "./shop.js";

const windows = [
  "ever",
  "today",
  "yesterday",
  "in the last 7 days",
  "in the last 8 days",
  "in the last 7 months",
  "in the previous 7 days",
  "in the previous 7 months",
  "for 7 days",
  "for 7 months",
  "in the last 7 hours",
  "in the last 8 hours",
  "this week",
  "this month",
  "this year",
  "between 3 days and 5 days ago",
  "between 2 days and 5 days ago",
  "between 3 days and 6 days ago",
  "between 3 months and 5 months ago",
  "between 3 hours and 5 hours ago",
  "between 2 hours and 5 hours ago",
  "between 3 hours and 6 hours ago",
  "from 2026-06-01 to 2026-06-18",
  "from 2026-06-02 to 2026-06-18",
  "from 2026-06-01 to 2026-06-19",
  "since user.registered_at",
  "since user.birthday",
  "since 2026-06-01",
  "since 2026-06-02",
  "since last pay",
  "since 1st pay",
  "since last visit",
  "since last pay where items > 1",
  "within 3 days after last pay",
  "within 3 days before last pay",
  "within 4 days after last pay",
  "within 3 hours after last pay",
  "within 3 days after user.registered_at",
];

const facts = (who: string): number => programOf(`user.birthday is known and ${who}`).facts.length;

describe("a window is one fact wherever it is asked for, and no other window's", () => {
  it.each(windows)("%s", (window) => {
    const once = `count of visit ${window} > 0`;
    expect(facts(`${once} and count of visit ${window} > 1`)).toBe(facts(once));
  });

  it("all of them together are as many facts", () => {
    const none = facts("user.visits > 0");
    const all = windows.map((window) => `count of visit ${window} > 0`).join(" and ");
    expect(facts(`user.visits > 0 and ${all}`) - none).toBe(windows.length);
  });
});

describe("who did it in a window did it in every window around that one", () => {
  const known: string[] = [];
  const unsure = ["may-be-unknown"];
  it.each([
    ["for 7 days", "for 7 days", known],
    ["for 7 days", "for 8 days", known],
    ["for 8 days", "for 7 days", unsure],
    ["for 7 days", "in the last 8 days", known],
    ["for 7 days", "in the last 7 days", unsure],
    ["in the last 7 days", "for 7 days", known],
    ["in the last 9 days", "for 7 days", unsure],
    ["in the previous 7 days", "for 7 days", known],
    ["in the previous 7 days", "in the last 8 days", known],
    ["in the previous 7 days", "in the last 7 days", unsure],
    ["for 7 days", "in the previous 7 days", unsure],
    ["in the previous 6 days", "in the previous 7 days", known],
    ["between 3 days and 5 days ago", "for 5 days", known],
    ["between 3 days and 5 days ago", "for 4 days", unsure],
    ["between 3 days and 5 days ago", "in the previous 5 days", known],
    ["between 3 days and 5 days ago", "between 2 days and 6 days ago", known],
    ["between 3 days and 5 days ago", "between 4 days and 6 days ago", unsure],
    ["between 3 days and 5 days ago", "between 2 days and 4 days ago", unsure],
    ["in the last 2 months", "for 2 months", known],
    ["in the last 2 months", "for 61 days", unsure],
    ["in the last 2 hours", "in the last 3 hours", known],
    ["in the last 3 hours", "in the last 2 hours", unsure],
    ["between 1 hour and 3 hours ago", "in the last 3 hours", known],
    ["between 1 hour and 3 hours ago", "in the last 2 hours", unsure],
    ["in the last 1 days", "in the last 24 hours", unsure],
    ["this week", "in the last 7 days", known],
    ["this week", "in the last 6 days", unsure],
    ["this month", "in the last 31 days", known],
    ["this month", "in the last 30 days", unsure],
    ["this year", "in the last 366 days", known],
    ["this year", "in the last 365 days", unsure],
    ["today", "this week", unsure],
    ["this week", "this week", known],
    ["from 2026-06-01 to 2026-06-02", "ever", known],
    ["ever", "from 2026-06-01 to 2026-06-02", unsure],
    ["since user.registered_at", "since user.registered_at", known],
    ["since user.registered_at", "ever", known],
    ["since user.registered_at", "for 99 days", unsure],
  ])("did pay %s: an average %s", (inner, outer, codes) => {
    expect(codesOf(`did pay ${inner} and average of pay.amount ${outer} > 3 CNY`)).toEqual(codes);
  });
});
