import fc from "fast-check";
import { pattern, said } from "../../agree/phrases.js";
import { Clock, dateText, HOUR, instantText, MINUTE, shiftMonths } from "../../reference/clock.js";
import type { Construct } from "./constructs.js";
import { type Edge, placed, type Side } from "./edges.js";
import { nowOf, type Setting } from "./settings.js";

const pick = fc.constantFrom;

/** Windows beside a moment, which is a visit, an instant or a date of the profile; see `besideEdges`. */
export const besideWindows = [
  "within 2 hours after last visit",
  "within 2 days after last visit",
  "within 2 days after 1st visit",
  "within 1 month after last visit",
  "within 2 hours before last visit",
  "within 2 days before last visit",
  "within 1 month before last visit",
  "since last visit",
  "since 2nd visit",
  "within 2 hours after user.joined",
  "within 2 days after user.joined",
  "within 2 days before user.joined",
  "since user.joined",
  "within 2 hours after user.first_day",
  "within 2 days after user.first_day",
  "within 1 month before user.first_day",
  "since user.first_day",
] as const;

/** Constructs over the events beside a moment. */
export const beside: readonly Construct[] = [
  { name: "did", phrase: (window) => said`did ${pattern} ${fc.constant(window)}` },
  { name: "did not", phrase: (window) => said`did not ${pattern} ${fc.constant(window)}` },
  { name: "not twice", phrase: (window) => said`did not ${pattern} at least 2 times ${fc.constant(window)}` },
  { name: "count", phrase: (window) => said`count of ${pattern} ${fc.constant(window)} is ${pick("0", "1", "2")}` },
  { name: "sum", phrase: (window) => said`sum of pay.amount ${fc.constant(window)} >= ${pick("10 CNY", "20 CNY")}` },
  {
    name: "days with",
    phrase: (window) => said`count of days with ${pattern} ${fc.constant(window)} >= ${pick("1", "2")}`,
  },
  {
    name: "most frequent",
    phrase: (window) =>
      said`((most frequent of view.kind ${fc.constant(window)}) if unknown hat) is ${pick("hat", "coat")}`,
  },
  { name: "point", phrase: (window) => said`${pick("1st", "2nd", "last")} ${pattern} ${fc.constant(window)}` },
  { name: "sequence", phrase: (window) => said`did sequence ${fc.constant(window)} { ${pattern} then ${pattern} }` },
];

/** `without` beside a moment; what lies before one has none. */
export const besideWithout: Construct = {
  name: "without",
  phrase: (window) => said`did ${pattern} ${fc.constant(window)} without ${pattern}`,
};

const same = pick("", " with same ref");
const bound = pick("", " within 2 hours", " within 2 days", " within 1 month");

/** What follows a visit. */
export const following: readonly Construct[] = [
  { name: "then", phrase: () => said`did sequence ever { visit then ${pattern}${same}${bound} }` },
  { name: "then no", phrase: () => said`did sequence ever { visit then no ${pattern}${same}${bound} }` },
  { name: "not then", phrase: () => said`did not sequence ever { visit then ${pattern}${same}${bound} }` },
  {
    name: "then no, then",
    phrase: () => said`did sequence ever { visit then no ${pattern}${same}${bound} then ${pattern}${bound} }`,
  },
  {
    name: "then, then no",
    phrase: () => said`did sequence ever { visit then ${pattern}${bound} then no ${pattern}${same}${bound} }`,
  },
  { name: "before", phrase: () => said`did sequence ever { ${pattern} then visit${same}${bound} }` },
  { name: "reached", phrase: () => said`reached ${pick("start", "middle", "finish")} of path ever` },
  {
    name: "reached but not",
    phrase: () => said`reached start of path ${pick("ever", "in the last 7 days")} but not ${pick("middle", "finish")}`,
  },
];

/** Around a visit at an instant that is also the profile's: what lies next to it, and whether so long has gone by. */
export function besideEdges(setting: Setting): Edge[] {
  const clock = Clock.of(setting.zone);
  const now = nowOf(setting);
  const today = clock.dateAt(now);
  const noon = 12 * HOUR + 34 * MINUTE;
  const anchors = { recent: clock.startOf(today - 3) + noon, old: clock.startOf(shiftMonths(today - 2, -1)) + noon };
  return [
    ...Object.entries(anchors).flatMap(([name, at]) => around(at, clock).map((edge) => namedBeside(edge, name))),
    anchored("two hours have gone by", now - 2 * HOUR, clock),
    anchored("two days have gone by", clock.startOf(today - 2) - 1, clock),
    anchored("a month has gone by", clock.startOf(firstNotMonthAgo(today)) - 1, clock),
    anchored("now", now, clock),
  ];
}

/** The first date that, a month on, is today or later. */
function firstNotMonthAgo(today: number): number {
  let date = today - 40;
  while (shiftMonths(date, 1) < today) date += 1;
  return date;
}

function namedBeside(edge: Edge, name: string): Edge {
  return { ...edge, name: `${edge.name}, of a ${name} one` };
}

function around(at: number, clock: Clock): Edge[] {
  const date = clock.dateAt(at);
  const start = (day: number) => clock.startOf(day);
  const firsts: readonly (readonly [string, number])[] = [
    ["just after it", at + 1],
    ["its own millisecond", at],
    ["beyond two hours after", at + 2 * HOUR + 1],
    ["two hours before", at - 2 * HOUR],
    ["its day", start(date)],
    ["the day after", start(date + 1)],
    ["beyond two hours of its day", start(date) + 2 * HOUR + 1],
    ["beyond two days after", start(date + 3)],
    ["two days before", start(date - 2)],
    ["beyond a month after", start(shiftMonths(date, 1) + 1)],
    ["a month before", start(shiftMonths(date, -1))],
  ];
  return [
    ...firsts.map(
      ([name, instant]): Edge => ({
        name,
        sides: ({ user, probe, background }) => {
          const side = (word: string, probed: number): Side => ({
            side: word,
            user: withMoment(user, at, clock),
            events: [visit(at), ...background, placed(probe, probed)],
          });
          return [side("at its first millisecond", instant), side("a millisecond before", instant - 1)];
        },
      }),
    ),
    {
      name: "its place at one instant",
      sides: ({ user, probe, background }) => {
        const side = (word: string, seq: number): Side => ({
          side: word,
          user: withMoment(user, at, clock),
          events: [visit(at, 2), ...background, { ...placed(probe, at), seq }],
        });
        return [side("before it", 1), side("after it", 3)];
      },
    },
  ];
}

/** The moment itself at an instant, and a millisecond later. */
function anchored(name: string, at: number, clock: Clock): Edge {
  const side = (user: Side["user"], background: Side["events"], instant: number, word: string): Side => ({
    side: word,
    user: withMoment(user, instant, clock),
    events: [visit(instant), ...background],
  });
  return {
    name,
    sides: ({ user, background }) => [
      side(user, background, at, "just so"),
      side(user, background, at + 1, "a millisecond later"),
    ],
  };
}

function visit(at: number, seq?: number): Side["events"][number] {
  return { event: "visit", occurred_at: at, ...(seq === undefined ? {} : { seq }), page: "a", ref: "x" };
}

function withMoment(user: Side["user"], at: number, clock: Clock): Side["user"] {
  return { ...user, joined: instantText(at), first_day: dateText(clock.dateAt(at)) };
}
