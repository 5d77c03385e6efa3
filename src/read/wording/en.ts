import { typeEn } from "../../diagnostic/type-words.js";
import type { Aggregate } from "../../syntax/tree.js";
import type { Shown } from "../catalogue.js";
import type { Sign } from "../../calendar/sign.js";
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
  ToldStep,
} from "../wording.js";
import { quoted } from "./quoted.js";
import { lengthEn, quantityEn, whenEn, wholeEn } from "./time-en.js";

const withId = ({ text, id }: Shown, shown: string): string =>
  id === null || id === text ? shown : `${shown} (${id})`;
const name = (shown: Shown): string => withId(shown, `“${shown.text}”`);

/** Words that a sentence of ours is made of: a name that is one of them is put in quotation marks. */
const ours = /^(?:a|an|the|and|or|not|is|are|was|of|in|on|to|at|known|unknown|one|any|each|it|no|yes|user|time)$/i;
const harmless = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !ours.test(text);

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

const extent = (fn: Exclude<Aggregate["fn"], "count" | "countDays">, sort: Sort): string => {
  switch (fn) {
    case "sum":
      return "total";
    case "average":
      return "average";
    case "countDistinct":
      return "number of different";
    case "mostFrequent":
      return "most frequent";
    case "min":
      return sort === "date" ? "earliest" : "lowest";
    case "max":
      return sort === "date" ? "latest" : "highest";
  }
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

/** A step after the first: what follows, or must not. */
const step = ({ no, event, same, within, closing }: ToldStep): string => {
  const what = same === null ? event : `${event} with the same ${same}`;
  const length = within === null ? null : lengthEn(within);
  if (!no) return length === null ? `then ${what}` : `then ${what} within ${length}`;
  if (closing)
    return length === null ? `and no ${what} since then` : `and no ${what} for ${length} after that, which are over`;
  return length === null ? `no ${what} in between` : `no ${what} in the ${length} after that`;
};

const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
};

const sign = (id: Sign): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

const kinds: Readonly<Record<DeclarationKind, string>> = {
  project: "Project",
  event: "Event",
  tag: "Tag",
  map: "Map",
  process: "Process",
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
  term === null ? "with no end" : `valid for ${lengthEn(term)} after it is given`;

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
  quantity: quantityEn,

  userField: (field) => `the user's ${field}`,
  stageOf: (lifecycle) => `the user's stage in ${lifecycle}`,
  benefitPart: (part) => benefitParts[part],
  tag: (tag) => `the tag ${tag}`,
  point: (nth, event) => `the ${nth === "last" ? nth : ordinal(nth)} ${event}`,
  event: (event, where) => (where === null ? event : `${event} (${where})`),
  aggregate: (fn, event, field, stretch, sort) => {
    if (fn === "countDays") return `the number of days with ${event} ${whenEn(stretch)}`;
    if (fn === "count" || field === null) return `the number of ${event} ${whenEn(stretch)}`;
    return `the ${extent(fn, sort)} ${field} of ${event} ${whenEn(stretch)}`;
  },
  timeSince: (moment) => `the time since ${moment}`,
  fieldOf: (field, point) => `the ${field} of ${point}`,
  mapped: (map, value) => `what ${map} gives for ${value}`,
  zodiac: (calendar, date) => `the ${calendar === "western" ? "zodiac sign" : "Chinese zodiac sign"} of ${date}`,
  sign,
  ifUnknown: (value, fallback, kind, compound) => {
    const remark = kind === "never" ? `${fallback} if there is none` : `${fallback} if unknown`;
    return compound ? `(${value}, or ${remark})` : `${value} (${remark})`;
  },
  arithmetic: (left, op, right) => `${left} ${{ "+": "+", "-": "−", "*": "×", "/": "÷" }[op]} ${right}`,
  bracket: (text) => `(${text})`,

  compare: (left, op, right, sort) => `${left} ${words[sort === "text" ? "date" : sort][op]} ${right}`,
  counted: (event, stretch, op, count) =>
    `${event} happened ${counts[op]} ${op === "!=" ? count : times(count)} ${whenEn(stretch)}`,
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
  without: (text, event) => `${text}, with no ${event} from the start of that time until now`,
  sequence: (stretch, first, steps) => `in this order ${whenEn(stretch)}: ${[first, ...steps.map(step)].join(", ")}`,
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

  title: (kind, shown, id) => `${kinds[kind]} “${shown}”${id === null ? "" : ` (${id})`}`,
  colon: ": ",
  comma: ", ",
  stop: ".",
  project: (zone, ownZones, currency, weekStarts, settle) =>
    `time zone ${zone}${ownZones ? " where the user's own is unknown" : ""}, currency ${currency}, weeks start on ${weekStarts}. ` +
    (settle === null
      ? "Late events are not waited for."
      : `Events may arrive up to ${lengthEn(settle)} late and still count, so messages go out ${lengthEn(settle)} after the time named.`),
  userFields: "The user's profile:",
  eventFields: "each time with:",
  noFields: "with nothing but its time",
  field: (shown, id, type, list) =>
    `${shown}${id === null ? "" : ` (${id})`}: ${[type, ...list.map((mark) => marks[mark])].join(", ")}`,
  type: typeEn,
  choices: (members) => `one of ${members.join(", ")}`,
  lifecycleHead: "from the top, a user is in the first stage that fits:",
  mapHead: "a value on the left becomes the one on the right:",
  mapRow: (key, value) => `${key} → ${value}`,
  processHead: "one after another:",
  step,
  called: (text, shown) => `${text}; this step is called ${shown}`,
  kept: (span) => `of which only the last ${lengthEn(span)} are kept`,
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
    return `After a user got it, not again for ${lengthEn(rule)}`;
  },
  goalWithin: (goal, event, within) =>
    `The goal ${goal} is reached if ${event} happens within ${lengthEn(within)} after the message`,
  rank: (aim, priority) => {
    const rank = priority === null ? "riority 50 (the default)" : `riority ${priority}`;
    return aim === null ? `P${rank}` : `The aim is ${aim}; p${rank}`;
  },
};
