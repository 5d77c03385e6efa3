import type { RuleWording } from "../strategy-wording.js";
import type { ToldCap } from "../told-strategy.js";
import { listedEn } from "./names-en.js";
import { heldOutEn, hoursEn } from "./strategies-en.js";
import { clockOfEn, lengthEn } from "./time-en.js";

const window = (told: ToldCap["window"]): string => {
  if (told.is === "in") return `in any ${lengthEn(told.length)}${told.exact ? "" : " in a row"}`;
  return `a ${told.unit}${told.unit === "week" ? ` (from ${told.starts})` : ""}`;
};

export const rulesEn: RuleWording = {
  noRules: "no rules",
  consentIf: (channel, purpose) =>
    `Consent: send ${purpose === null ? "messages" : `${purpose} messages`}${channel === null ? "" : ` over ${channel}`} to a user only if `,
  stopIf: "Stop list: never reach a user if ",
  personalIf: "Send a user what depends on their data only if ",
  quiet: (hours, otherwise, zone) =>
    `Quiet hours between ${hoursEn(hours)} (${clockOfEn(zone)}): what falls into them ${otherwise === "skip" ? "is not sent" : "waits until they are over"}`,
  cap: ({ channels, n, window: of }) =>
    `One user gets at most ${n} ${n === "1" ? "message" : "messages"} ${window(of)} over ${channels.length === 0 ? "all channels together" : listedEn(channels, "and")}${channels.length > 1 ? " together" : ""}`,
  holdoutOfAll: (holdout) => `Of all strategies, hold out ${heldOutEn(holdout)}`,
  bestHour: (events, least) =>
    `A user is most active at the hour of the day at which, in the last 90 days, most of these happened, if ${least} did at least: ${["messages opened or clicked", ...events].join(", ")}`,
};
