import type { TargetWording } from "../target-wording.js";
import type { HypothesisState, ProductStage } from "../told.js";
import type { ToldAim, ToldCost, ToldGoal, ToldPart } from "../told-target.js";
import { listedEn } from "./names-en.js";
import { lengthEn, whenEn } from "./time-en.js";
import { stateEn } from "./when-en.js";

const productStages: Readonly<Record<ProductStage, string>> = {
  cold_start: "is in its cold start",
  growth: "is growing",
  mature: "is mature",
  decline: "is in decline",
};

const states: Readonly<Record<HypothesisState, string>> = {
  untested: "which is common sense and has not been tested",
  testing: "which is being tested",
  verified: "which has been verified",
  rejected: "which has been found to be wrong",
};

const aim = ({ word, lifecycle, stage }: ToldAim): string => {
  if (word !== "ripen" && word !== "retain") return word;
  const users = word === "ripen" ? "to ripen users" : "to retain users";
  if (lifecycle === null) return users;
  if (stage === null) return `${users} along ${lifecycle}`;
  return `${users} ${word === "ripen" ? "to" : "in"} ${stage} of ${lifecycle}`;
};

const reached = (goal: ToldGoal): string =>
  goal.is === "did" ? `${goal.event} happens` : `the user comes to ${stateEn(goal.state)}`;

const part = (told: ToldPart): string => {
  const names = listedEn(told.names, "and");
  if (told.is !== "metric") return `By the ${told.is} ${names}`;
  const head = told.names.length === 1 ? "Metric" : "Metrics";
  return told.into === null ? `${head}: ${names}` : `${head}: ${names}, part of ${told.into}`;
};

const cost = (told: ToldCost): string => {
  switch (told.is) {
    case "acquisition": {
      const from =
        told.sources.length > 0 ? ` from ${listedEn(told.sources, "or")}` : told.others ? " from anywhere else" : "";
      return `A new user${from} costs ${told.amount}`;
    }
    case "upkeep":
      return `Keeping a user costs ${told.amount} a ${told.per}`;
    case "margin":
      return `Of sales, ${told.share} is margin`;
  }
};

export const targetsEn: TargetWording = {
  productStage: (stage) => `The product ${productStages[stage]}`,
  aim,
  hypothesis: (text, state) => `It rests on the hypothesis ${text}, ${states[state]}`,
  goal: (goal) =>
    goal.is === "did"
      ? `${goal.event} happened after the message; each strategy says within how long`
      : `the user came to ${stateEn(goal.state)} after the message; each strategy says within how long`,
  goalWithin: (goal, told, within) =>
    `The goal ${goal === null ? "" : `${goal} `}is reached if ${reached(told)} within ${lengthEn(within)} after the message`,
  goalTarget: (share) => `the target is that ${share} of those reached by the message get there`,
  northStar: "the north star",
  shareOf: "The share of users for whom this holds: ",
  totalOf: (value) => `The sum over users of ${value}`,
  perUser: (value) => `The average per user of ${value}`,
  ratioOf: (value, over) => `The sum over users of ${value}, divided by the sum over users of ${over}`,
  medianTime: (from, to, days) =>
    `The median time from ${from} to ${to}, of users who have both in this order, counted ${days ? "in days of the calendar" : "exactly"}`,
  activeUsers: (did) => `The number of users for whom ${did}`,
  rateOf: ({ process, from, to, stretch }) =>
    `Of users who came as far as ${from} of the process ${process} ${whenEn(stretch)}, the share who came as far as ${to} in that time`,
  amongUsers: "It is about users for whom this holds: ",
  levels: ({ better, scale, target }) =>
    [
      `${better === "higher" ? "Higher" : "Lower"} is better`,
      ...(scale.length > 0 ? [`levels to reach: ${scale.join(", then ")}`] : []),
      ...(target === null ? [] : [`target: ${target}`]),
    ].join("; "),
  linePart: part,
  expected: (tag, did) => `of whoever has the tag ${tag} it is expected that ${did}`,
  costs: "What users cost:",
  costOf: cost,
};
