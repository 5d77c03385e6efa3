import type { Sign } from "../../calendar/sign.js";
import type { Aggregate } from "../../syntax/tree.js";
import type { BenefitPart, Sort } from "../told.js";
import type { ValueWording } from "../wording.js";
import { namesEn, partEn } from "./names-en.js";
import { whenEn } from "./time-en.js";

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

const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
};

const sign = (id: Sign): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

const benefitParts: Readonly<Record<BenefitPart, string>> = {
  amount: "the benefit's amount",
  over: "the order value that the benefit needs",
  expires_at: "the benefit's end",
};

export const valuesEn: ValueWording = {
  userField: (field) => `the user's ${field}`,
  triggerField: (field) => `the triggering event's ${field}`,
  stageOf: (lifecycle, is) => `the user's ${partEn[is]} in ${lifecycle}`,
  benefitPart: (part) => benefitParts[part],
  tag: (tag) => `the tag ${tag}`,
  point: (nth, event) => `the ${nth === "last" ? nth : ordinal(nth)} ${event}`,
  // Labels of calendars are in the language of the country.
  festival: (shown, id) => namesEn.withId(`“${shown.text}”`, shown.text === id ? null : id),
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
};
