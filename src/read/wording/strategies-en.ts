import type { StrategyWording } from "../strategy-wording.js";
import type { Outcome } from "../told.js";
import type { Metric, ToldGuard, ToldHoldout, ToldHours, ToldLink } from "../told-strategy.js";
import { listedEn } from "./names-en.js";
import { clockOfEn, lengthEn } from "./time-en.js";
import { startEn } from "./when-en.js";

const outcomes: Readonly<Record<Outcome, string>> = { delivered: "delivered", opened: "opened", clicked: "clicked" };

const over = ([first = "", ...rest]: readonly string[]): string =>
  rest.length === 0 ? first : `the first of these that can reach the user: ${[first, ...rest].join(", then ")}`;

const link = ({ wait, channels }: ToldLink): string =>
  wait === null
    ? `Send over ${over(channels)}`
    : `; if it was not ${outcomes[wait.unless]} ${lengthEn(wait.length)} after it went out, send again over ${over(channels)}`;

export const hoursEn = ({ from, to, overnight }: ToldHours): string =>
  `${from} and ${to}${overnight ? " the next day" : ""}`;

export const heldOutEn = ({ share, salt }: ToldHoldout): string =>
  `${share} of users for comparison, who are not reached (salt ${salt})`;

const metrics: Readonly<Record<Metric, string>> = {
  opt_out_rate: "the opt-out rate",
  failure_rate: "the failure rate",
  open_rate: "the open rate",
  click_rate: "the click rate",
  conversion_rate: "the conversion rate",
  touches: "the number of touches",
  touch_cost: "the cost of sending",
  benefit_cost: "the cost of benefits",
};

const operators = { "<": "less than", "<=": "at most", ">": "more than", ">=": "at least" } as const;

const guard = ({ metric, op, value, after }: ToldGuard): string =>
  `Stop if ${metrics[metric]} is ${operators[op]} ${value}${after === null ? "" : `, once there were ${after} touches`}`;

export const strategiesEn: StrategyWording = {
  when: startEn,
  who: (start, { tests, known }) => {
    if (known) {
      if (tests === "none") return `${start}, reach the user`;
      return `${start}, reach the user if ${tests === "all" ? "all of these hold:" : "this holds: "}`;
    }
    if (tests === "none") return `${start}, reach every user`;
    return `${start}, reach users for whom ${tests === "all" ? "all of these hold:" : "this holds: "}`;
  },
  channels: (links) => links.map(link).join(""),
  preferred: (channels, least) =>
    `Send over the first of these that can reach the user: ${channels.join(", then ")}; once the user has ${least} receipts from each of them, those that the user opens most often come first`,
  benefit: (shown, terms, elseNone) =>
    `Give ${shown} (${terms})${elseNone ? "; where there is none left to give, reach the user without it" : ""}`,
  noBenefit: "Give no benefit",
  materials: (names) => `Use the words of ${listedEn(names, "and")}`,
  sendBetween: (hours, otherwise, zone) =>
    `Send only between ${hoursEn(hours)} (${clockOfEn(zone)}); what falls outside ${otherwise === "skip" ? "is not sent" : "waits until then"}`,
  sendAtBestHour: (between, zone) =>
    `Send at the hour of the day at which the user is most active${between === null ? "" : `, of those that begin between ${hoursEn(between)}`} (${clockOfEn(zone)})`,
  repeat: (rule) => {
    if (rule === "never") return "Each user gets it once only";
    if (rule === "always") return "A user gets it every time the conditions are met";
    return `After a user got it, not again for ${lengthEn(rule)}`;
  },
  limit: (n, field) => `Send at most ${n === "1" ? "once" : `${n} times`} for one and the same value of ${field}`,
  exclusive: (names, apart) =>
    `Never reach one user with this and with ${listedEn(names, "or")} ${apart === null ? "on the same day" : `less than ${lengthEn(apart)} apart`}`,
  setsTags: (tags) => `Whoever is reached gets the ${tags.length === 1 ? "tag" : "tags"} ${listedEn(tags, "and")}`,
  guard,
  purpose: (purpose) => `It is a ${purpose} message`,
  operatingPoint: (point) => `It belongs to the operating point ${point}`,
  rank: (aim, priority) => {
    const rank = priority === null ? "riority 50 (the default)" : `riority ${priority}`;
    return aim === null ? `P${rank}` : `The aim is ${aim}; p${rank}`;
  },
  holdout: (holdout) => `Hold out ${heldOutEn(holdout)}`,

  split: (salt) => `Users fall at random (salt ${salt}) into these groups:`,
  variant: (shown, share, was) =>
    `${share}${was.length === 0 ? "" : ` (${["at first", ...was.slice(1).map(() => "then")].map((word, at) => `${word} ${was[at]}`).join(", ")})`} in ${shown}`,
  control: "send nothing, for comparison",
  asAbove: "as said above",

  setBudget: (amount) => `Benefits and sending may cost at most ${amount} for the whole set`,
  setPoint: (point) => `The set belongs to the operating point ${point}`,
  common: "What holds for each of its strategies:",
  members: "Its strategies:",
};
