import { noAnalysis } from "../../src/program/analysis.js";
import type { Channel, Offer, Policy, Program, Strategy } from "../../src/program/program.js";

/** The plainest of each part of a program: for programs put together by hand, which then say only what they are about. */

export const noPolicy: Policy = {
  id: null,
  label: null,
  consents: [],
  stops: [],
  personal: null,
  quiet: null,
  caps: [],
  holdout: null,
  bestHour: { events: [], least: 10 },
};

export function plainChannel(id: string): Channel {
  return { id, label: null, reach: null, cost: 0, quota: null, limits: [] };
}

/** Over the channel at place 0, without text. */
export const plainOffer: Offer = {
  steps: [{ wait: null, channels: [0], materials: [null], preferred: null }],
  benefit: null,
  unfunded: "refuse",
  send: { window: null, bestHour: null },
};

/** Everybody, every day at 10:00. */
export function plainStrategy(id: string, changes: Partial<Strategy> = {}): Strategy {
  return {
    id,
    label: null,
    aim: null,
    set: null,
    point: null,
    when: { is: "every", day: { is: "day" }, minute: 600 },
    purpose: "marketing",
    personal: true,
    who: [],
    repeat: { is: "always" },
    limit: null,
    holdout: null,
    split: null,
    variants: [{ id: null, label: null, shares: [10_000], offer: plainOffer }],
    goal: null,
    hypothesis: null,
    priority: 50,
    exclusive: [],
    sets: [],
    guards: [],
    said: 0,
    ...changes,
  };
}

/** A project in Shanghai whose users are known by their id alone, with the channel `push`. */
export function plainProgram(changes: Partial<Program> = {}): Program {
  const id = { id: "id", label: null, type: { is: "text" as const }, optional: false, pii: false, fixed: false };
  return {
    project: {
      id: "plain",
      label: null,
      zone: "Asia/Shanghai",
      currency: "CNY",
      minor: 100,
      weekStarts: 1,
      settle: 600_000,
      locales: [],
    },
    user: { fields: [id], id: 0, zone: null, locale: null, source: null },
    events: [],
    facts: [],
    phrases: [{ file: "plain.touch", line: 1, column: 1, text: "strategy" }],
    tags: [],
    strategyTags: [],
    maps: [],
    lifecycles: [],
    channels: [plainChannel("push")],
    benefits: [],
    materials: [],
    goals: [],
    calendar: null,
    policy: noPolicy,
    points: [],
    sets: [],
    strategies: [],
    analysis: noAnalysis,
    ...changes,
  };
}
