import type { ModelWording } from "../model-wording.js";
import { listedEn } from "./names-en.js";
import { lengthEn } from "./time-en.js";

export const modelsEn: ModelWording = {
  modelTag: ({ type, model, valid, days }) =>
    `${type}, as the model ${model} last gave it; known ${
      days ? `until ${lengthEn(valid)} after that day are over` : `for ${lengthEn(valid)} after that, exactly`
    }, then unknown`,
  measuredPeriod: ({ candidates, event, observed, below }) =>
    `The shortest of ${listedEn(candidates.map(lengthEn), "and")} that fits: of all silences between one ${event} and the next that lasted so long, fewer than ${below} ended within ${lengthEn(observed)} after that`,
  untilFound: (value) => `Until it is found in the data, and where there is too little of that: ${value}`,
  refresh: (every) => `To be found anew every ${lengthEn(every).replace(/^1 /, "")}`,
  measuredDays: (name) => `the measured ${name}`,
  measuredShare: (name) => `the measured share ${name}`,
  membersHead: "It divides users for whom this holds: ",
  score: ({ name, value, days, better }) =>
    `Score ${name}: ${value}${days ? ", in days of the calendar" : ""}${better === null ? "" : `; ${better} is better`}`,
  scoreOf: (name) => `the score ${name}`,
  splitAt: (at) =>
    `A score is high if it is at or better than the ${at === "average" ? "average" : "median"} of these users, else low`,
  isHigh: (score, high) => `${score} is ${high ? "high" : "low"}`,
  tiersHead: "From the top, a user is in the first tier that fits:",
  tierShare: ({ is, share, by }) => `the ${is === "top" ? "best" : "next"} ${share} of these users by ${by}`,
  otherMembers: "all others of these users",
  groupsCalled: (names, score) =>
    `Users are put together with those whose scores are most alike, into ${names.length} groups; from the highest ${score} down they are called ${listedEn(names, "and")}`,
  groupsFrom: (text) => `The search for the groups begins from ${text}`,
};
