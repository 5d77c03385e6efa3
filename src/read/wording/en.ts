import { typeEn } from "../../diagnostic/type-words.js";
import type { Shown } from "../catalogue.js";
import type {
  BenefitPart,
  CouponTerms,
  DeclarationKind,
  Length,
  Mark,
  Often,
  Operator,
  ReadWording,
  Sort,
  Stretch,
} from "../wording.js";
import { quoted } from "./quoted.js";

const units: ReadonlySet<string> = new Set(["second", "minute", "hour", "day", "week", "month", "year"]);

const quantity = (amount: string, unit: string | null): string => {
  if (unit === null) return amount;
  if (unit === "%") return `${amount}%`;
  if (unit === "points") return `${amount} ${Number(amount) === 1 ? "point" : "points"}`;
  return `${amount} ${unit}${units.has(unit) && Number(amount) !== 1 ? "s" : ""}`;
};

const length = ({ amount, unit }: Length): string => quantity(amount, unit);

const withId = ({ text, id }: Shown, shown: string): string =>
  id === null || id === text ? shown : `${shown} (${id})`;
const name = (shown: Shown): string => withId(shown, `“${shown.text}”`);

/** Words that a sentence of ours is made of: a name that is one of them is put in quotation marks. */
const ours = /^(?:a|an|the|and|or|not|is|are|was|of|in|on|to|at|known|unknown|one|any|each|it|no|yes|user|time)$/i;
const harmless = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !ours.test(text);

const times = (n: number | string): string => (Number(n) === 1 ? `${n} time` : `${n} times`);
const days = (n: number): string => `${n} ${n === 1 ? "day" : "days"}`;

const when = (stretch: Stretch): string => {
  switch (stretch.is) {
    case "ever":
      return "so far";
    case "last":
      return `in the last ${length(stretch.length)}${stretch.exact ? "" : " (including today)"}`;
    case "previous":
      return `in the previous ${whole(stretch.length)} (not today)`;
    case "for":
      return stretch.exact
        ? `in the last ${length(stretch.length)}`
        : `in the ${whole(stretch.length)} before today or today`;
  }
};

/** Whole days are days of the calendar; a “whole month” would be taken for a month of the calendar, which is not meant. */
const whole = ({ amount, unit }: Length): string =>
  unit === "day" ? `${amount} whole ${Number(amount) === 1 ? "day" : "days"}` : length({ amount, unit });

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

const extreme = (fn: "min" | "max", sort: Sort): string => {
  if (sort === "date") return fn === "min" ? "earliest" : "latest";
  return fn === "min" ? "lowest" : "highest";
};

const did = (event: string, often: Often, stretch: Stretch, negated: boolean): string => {
  switch (often.is) {
    case "once":
      return negated
        ? didNot(event, stretch)
        : `${event} happened ${stretch.is === "ever" ? "at some time" : when(stretch)}`;
    case "times":
      return `${event} ${howOften(often.least, often.most, negated)} ${when(stretch)}`;
    case "days":
      return `${event} happened on ${negated ? "fewer than" : "at least"} ${days(often.least)} ${when(stretch)}`;
  }
};

const howOften = (least: number, most: number | null, negated: boolean): string => {
  if (most === null) return `happened ${negated ? "fewer than" : "at least"} ${times(least)}`;
  const range = most === least ? `exactly ${times(least)}` : `${least} to ${times(most)}`;
  return `${negated ? "did not happen" : "happened"} ${range}`;
};

const didNot = (event: string, stretch: Stretch): string => {
  if (stretch.is === "ever") return `${event} has never happened`;
  if (stretch.is !== "for") return `${event} did not happen ${when(stretch)}`;
  return `${event} has not happened for ${stretch.exact ? length(stretch.length) : whole(stretch.length)}`;
};

const kinds: Readonly<Record<DeclarationKind, string>> = {
  project: "Project",
  event: "Event",
  tag: "Tag",
  lifecycle: "Lifecycle",
  coupon: "Coupon",
  points: "Points",
  channel: "Channel",
  material: "Material",
  goal: "Goal",
  strategy: "Strategy",
};

const marks: Readonly<Record<Mark, string>> = {
  optional: "may be unknown",
  pii: "personal data",
  fixed: "never changes once known",
  source: "where the user came from",
};

const benefitParts: Readonly<Record<BenefitPart, string>> = {
  amount: "the benefit's amount",
  over: "the order value that the benefit needs",
  expires_at: "the benefit's end",
};

const valid = (term: Length | null): string =>
  term === null ? "with no end" : `valid for ${length(term)} after it is given`;

const coupon = ({ amount, over, valid: term }: CouponTerms): string =>
  `${amount} off ${over === null ? "any order" : `an order of ${over} or more`}, ${valid(term)}`;

const listed = (names: readonly string[], by: "and" | "or"): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${by} ${names.at(-1)}`;

const timeOf = (zone: string | null): string => (zone === null ? "the user's local time" : `${zone} time`);

export const readEn: ReadWording = {
  name,
  word: (shown) => (harmless(shown.text) ? withId(shown, shown.text) : name(shown)),
  text: (text) => quoted(text, '"', '"'),
  boolean: (value) => (value ? "true" : "false"),
  quantity,

  userField: (field) => `the user's ${field}`,
  stageOf: (lifecycle) => `the user's stage in ${lifecycle}`,
  benefitPart: (part) => benefitParts[part],
  event: (event, where) => (where === null ? event : `${event} (${where})`),
  aggregate: (fn, event, field, stretch, sort) => {
    if (fn === "count" || field === null) return `the number of ${event} ${when(stretch)}`;
    const what = fn === "sum" ? "total" : fn === "average" ? "average" : extreme(fn, sort);
    return `the ${what} ${field} of ${event} ${when(stretch)}`;
  },
  timeSince: (event) => `the time since the last ${event}`,
  ifUnknown: (value, fallback, sort, compound) => {
    const remark = sort === "duration" ? `${fallback} if there is none` : `${fallback} if unknown`;
    return compound ? `(${value}, or ${remark})` : `${value} (${remark})`;
  },
  arithmetic: (left, op, right) => `${left} ${{ "+": "+", "-": "−", "*": "×", "/": "÷" }[op]} ${right}`,
  bracket: (text) => `(${text})`,

  compare: (left, op, right, sort) => `${left} ${words[sort === "text" ? "date" : sort][op]} ${right}`,
  counted: (event, stretch, op, count) =>
    `${event} happened ${counts[op]} ${op === "!=" ? count : times(count)} ${when(stretch)}`,
  flag: (value, negated, flag) => `${value} is ${negated ? "not " : ""}${readEn.boolean(flag)}`,
  stage: (lifecycle, negated, stages) =>
    `the user is ${negated ? "not " : ""}in the stage ${listed(stages, "or")} of ${lifecycle}`,
  oneOf: (value, negated, list) => `${value} is ${negated ? "none" : "one"} of ${list.join(", ")}`,
  known: (value, negated) => `${value} is ${negated ? "unknown" : "known"}`,
  between: (value, low, high) => `${value} is between ${low} and ${high} (both included)`,
  contains: (value, part) => `${value} contains ${part}`,
  has: (tag, negated) => `the user ${negated ? "does not have" : "has"} the tag ${tag}`,
  did,
  streak: (event, count, ending, negated) =>
    `${event} ${negated ? "did not happen" : "happened"} every day on ${count} consecutive ${count === 1 ? "day" : "days"} ending ${ending}`,
  lastAgo: (event, bound, span) => `the last ${event} was ${bound} ${length(span)} ago`,
  lastIn: (event, stretch) => `the last ${event} was ${when(stretch)}`,
  hasLast: (event, negated) => `there was ${negated ? "no" : "a"} last ${event}`,
  not: (test) => `it is not so that (${test})`,
  line: 96,
  joined: (parts, by) => parts.join(by === "and" ? ", and " : ", or "),
  listed: (by, negated) => {
    if (by === "and") return negated ? "not all of these hold:" : "all of these hold:";
    return negated ? "none of these holds:" : "at least one of these holds:";
  },

  title: (kind, shown, id) => `${kinds[kind]} “${shown}”${id === null ? "" : ` (${id})`}`,
  colon: ": ",
  comma: ", ",
  stop: ".",
  project: (zone, ownZones, currency, weekStarts, settle) =>
    `time zone ${zone}${ownZones ? " where the user's own is unknown" : ""}, currency ${currency}, weeks start on ${weekStarts}. ` +
    (settle === null
      ? "Late events are not waited for."
      : `Events may arrive up to ${length(settle)} late and still count, so messages go out ${length(settle)} after the time named.`),
  userFields: "The user's profile:",
  eventFields: "each time with:",
  noFields: "with nothing but its time",
  field: (shown, id, type, list) =>
    `${shown}${id === null ? "" : ` (${id})`}: ${[type, ...list.map((mark) => marks[mark])].join(", ")}`,
  type: typeEn,
  choices: (members) => `one of ${members.join(", ")}`,
  lifecycleHead: "from the top, a user is in the first stage that fits:",
  withId: (shown, id) => (id === null ? shown : `${shown} (${id})`),
  otherwise: "all other users",
  reachAll: "it can reach every user",
  reachIf: "it can reach a user if ",
  cost: (amount) => `each send costs ${amount}; `,
  coupon,
  points: (amount, term) => `${amount}, ${valid(term)}`,
  materialFor: (channel) => `for ${channel}`,
  materialLine: (locale, part, text) => `${locale} ${part}: ${text}`,
  fallbackLocale: (locale, recorded) =>
    recorded ? `users of any other language get ${locale}` : `no user's language is recorded, so all get ${locale}`,
  goal: (event) => `${event} happened after the message; each strategy says within how long`,

  every: (day, clock, zone) => `Every ${day === null ? "day" : day} at ${clock} (${timeOf(zone)})`,
  once: (date, clock, zone) => `Once, on ${date} at ${clock} (${timeOf(zone)})`,
  who: (start, which) => {
    if (which === "everybody") return `${start}, reach every user`;
    return `${start}, reach users for whom ${which === "all" ? "all of these hold:" : "this holds: "}`;
  },
  channels: ([first = "", ...rest]) =>
    rest.length === 0
      ? `Send over ${first}`
      : `Send over the first of these that can reach the user: ${[first, ...rest].join(", then ")}`,
  benefit: (shown, terms) => `Give ${shown} (${terms})`,
  noBenefit: "Give no benefit",
  materials: (names) => `Use the words of ${listed(names, "and")}`,
  repeat: (rule) => {
    if (rule === "never") return "Each user gets it once only";
    if (rule === "always") return "A user gets it every time the conditions are met";
    return `After a user got it, not again for ${length(rule)}`;
  },
  goalWithin: (goal, event, within) =>
    `The goal ${goal} is reached if ${event} happens within ${length(within)} after the message`,
  rank: (aim, priority) => {
    const rank = priority === null ? "riority 50 (the default)" : `riority ${priority}`;
    return aim === null ? `P${rank}` : `The aim is ${aim}; p${rank}`;
  },
};
