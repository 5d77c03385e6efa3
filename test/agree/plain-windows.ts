import fc from "fast-check";
import { pick, said, type Text } from "./said.js";

export const days = fc.integer({ min: 1, max: 9 }).map((n) => `${n} days`);
export const weeks = pick("1 week", "2 weeks");
export const months = pick("1 month", "2 months", "3 months", "1 year");
export const spans = pick("1 hour", "2 hours", "24 hours", "30 minutes", "90 minutes", "48 hours");
export const periods = fc.oneof({ weight: 4, arbitrary: days }, weeks, months);

/** Dates that lie close together, around a change of clocks and the end of a month; and a few around a leap day. */
export const writtenDates = fc.oneof(
  { weight: 4, arbitrary: pick(...["26", "27", "28", "29", "30", "31"].map((day) => `2026-03-${day}`), "2026-04-01") },
  pick("2024-02-28", "2024-02-29", "2024-03-01"),
);

const fromTo = fc.tuple(writtenDates, writtenDates).map(([one, other]) => {
  const [from, to] = [one, other].sort();
  return `from ${from} to ${to}`;
});

/** The near end first: two lengths of one kind. */
const ago = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }))
    .map(([near, more]) => `between ${near} days and ${near + more} days ago`),
  pick("between 1 week and 2 weeks ago", "between 1 month and 2 months ago", "between 2 months and 3 months ago"),
  pick("between 1 hour and 2 hours ago", "between 30 minutes and 90 minutes ago", "between 24 hours and 48 hours ago"),
);

/** The windows of the first part of the language. */
export const spineWindow: Text = fc.oneof(
  pick("ever"),
  { weight: 3, arbitrary: said`in the last ${periods}` },
  { weight: 3, arbitrary: said`in the previous ${periods}` },
  { weight: 2, arbitrary: said`for ${periods}` },
  said`in the last ${spans}`,
  said`for ${spans}`,
);

/** A window that needs nothing but the calendar. */
export const plainWindow: Text = fc.oneof(
  { weight: 9, arbitrary: spineWindow },
  { weight: 3, arbitrary: pick("today", "yesterday", "this week", "this month", "this year") },
  { weight: 3, arbitrary: ago },
  { weight: 2, arbitrary: fromTo },
);
