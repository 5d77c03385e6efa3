import type { Often, Operator, Sort, Stretch } from "../told.js";
import type { TestWording } from "../wording.js";
import { booleanEn, listedEn, partEn } from "./names-en.js";
import { stepEn } from "./step-en.js";
import { lengthEn, whenEn, wholeEn } from "./time-en.js";

const times = (n: number | string): string => (Number(n) === 1 ? `${n} time` : `${n} times`);
const days = (n: number): string => `${n} ${n === 1 ? "day" : "days"}`;

const words: Readonly<Record<Exclude<Sort, "text">, Readonly<Record<Operator, string>>>> = {
  number: {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "=": "equals",
    "!=": "does not equal",
  },
  count: {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "=": "equals",
    "!=": "does not equal",
  },
  date: {
    "<": "is before",
    "<=": "is on or before",
    ">": "is after",
    ">=": "is on or after",
    "=": "is",
    "!=": "is not",
  },
  version: {
    "<": "is lower than",
    "<=": "is at most",
    ">": "is higher than",
    ">=": "is at least",
    "=": "is",
    "!=": "is not",
  },
  duration: {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "=": "is exactly",
    "!=": "is not",
  },
};

const counts: Readonly<Record<Operator, string>> = {
  "<": "fewer than",
  "<=": "at most",
  ">": "more than",
  ">=": "at least",
  "=": "exactly",
  "!=": "a number of times other than",
};

const did = (event: string, often: Often, stretch: Stretch, negated: boolean): string => {
  const text = happened(event, often, stretch, negated);
  return negated && stretch.is === "after" ? `${text}, and that time is over` : text;
};

const happened = (event: string, often: Often, stretch: Stretch, negated: boolean): string => {
  switch (often.is) {
    case "once":
      return negated
        ? didNot(event, stretch)
        : `${event} happened ${stretch.is === "ever" ? "at some time" : whenEn(stretch)}`;
    case "times":
      return `${event} ${howOften(often.least, often.most, negated)} ${whenEn(stretch)}`;
    case "days":
      return `${event} happened on ${negated ? "fewer than" : "at least"} ${days(often.least)} ${whenEn(stretch)}`;
  }
};

const howOften = (least: number, most: number | null, negated: boolean): string => {
  if (most === null) return `happened ${negated ? "fewer than" : "at least"} ${times(least)}`;
  const range = most === least ? `exactly ${times(least)}` : `${least} to ${times(most)}`;
  return `${negated ? "did not happen" : "happened"} ${range}`;
};

const didNot = (event: string, stretch: Stretch): string => {
  if (stretch.is === "ever") return `${event} has never happened`;
  if (stretch.is !== "for") return `${event} did not happen ${whenEn(stretch)}`;
  return `${event} has not happened for ${stretch.exact ? lengthEn(stretch.length) : wholeEn(stretch.length)}`;
};

export const testsEn: TestWording = {
  compare: (left, op, right, sort) => `${left} ${words[sort === "text" ? "date" : sort][op]} ${right}`,
  counted: (event, stretch, op, count) =>
    `${event} happened ${counts[op]} ${op === "!=" ? count : times(count)} ${whenEn(stretch)}`,
  flag: (value, negated, flag) => `${value} is ${negated ? "not " : ""}${booleanEn(flag)}`,
  stage: (lifecycle, is, negated, stages) =>
    `the user is ${negated ? "not " : ""}in the ${partEn[is]} ${listedEn(stages, "or")} of ${lifecycle}`,
  oneOf: (value, negated, list) => `${value} is ${negated ? "none" : "one"} of ${list.join(", ")}`,
  known: (value, negated) => `${value} is ${negated ? "unknown" : "known"}`,
  between: (value, low, high) => `${value} is between ${low} and ${high} (both included)`,
  contains: (value, part) => `${value} contains ${part}`,
  has: (tag, negated) => `the user ${negated ? "does not have" : "has"} the tag ${tag}`,
  did,
  streak: (event, count, ending, negated) =>
    `${event} ${negated ? "did not happen" : "happened"} every day on ${count} consecutive ${count === 1 ? "day" : "days"} ending ${ending}`,
  without: (text, event) => `${text}, with no ${event} from the start of that time until now`,
  sequence: (stretch, first, steps) => `in this order ${whenEn(stretch)}: ${[first, ...steps.map(stepEn)].join(", ")}`,
  reached: ({ process, step: at, butNot, stretch }) => {
    const start = `the user reached ${at} of the process ${process} ${whenEn(stretch)}`;
    return butNot === null ? start : `${start}, but has not reached ${butNot} until now`;
  },
  wasAgo: (moment, bound, span) => `${moment} was ${bound} ${lengthEn(span)} ago`,
  wasIn: (moment, stretch) =>
    `${moment} was ${stretch.is === "since" && !stretch.moment.day ? `after ${stretch.moment.text}` : whenEn(stretch)}`,
  happenedAtAll: (point, negated) => `there was ${negated ? "no" : "a"} ${point.replace(/^the /, "")}`,
  hasPassed: (moment) => `${moment} is not in the future`,
  not: (test) => `it is not so that (${test})`,
  line: 96,
  joined: (parts, by) => parts.join(by === "and" ? ", and " : ", or "),
  listed: (by, negated) => {
    if (by === "and") return negated ? "not all of these hold:" : "all of these hold:";
    return negated ? "none of these holds:" : "at least one of these holds:";
  },
};
