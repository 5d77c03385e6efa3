import { formatInstant } from "../../src/calendar/instant.js";
import type { Agenda } from "../../src/occur/agenda.js";
import type { Calendar, EventSchema, Field, Program, Strategy, Type, When } from "../../src/program/program.js";
import { noAnalysis } from "../../src/program/analysis.js";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Given {
  readonly id: string;
  readonly when: When;
  readonly priority?: number;
}

function field(id: string, type: Type): Field {
  return { id, label: null, type, optional: true, pii: false, fixed: true };
}

/** The places of the profile's fields. */
export const [ID, BORN, LUNAR, JOINED] = [0, 1, 2, 3] as const;

const fields = [
  field("id", { is: "text" }),
  field("born", { is: "date" }),
  field("lunar", { is: "lunarDate" }),
  field("joined", { is: "instant" }),
];

/** Three kinds of event, each with a number and a text. */
const events = ["a", "b", "c"].map(
  (id): EventSchema => ({
    id,
    label: null,
    kept: null,
    model: null,
    fields: [field("number", { is: "integer" }), field("text", { is: "text" })],
  }),
);

/** A program of strategies of which only when they look at a user is of interest. */
export function programOf(given: readonly Given[], calendar: Calendar | null = null): Program {
  return {
    project: { id: "p", label: null, zone: "UTC", currency: "CNY", minor: 100, weekStarts: 1, settle: 0, locales: [] },
    user: { fields, id: 0, zone: null, locale: null, source: null },
    events,
    facts: [],
    phrases: [],
    tags: [],
    analysis: noAnalysis,
    strategyTags: [],
    maps: [],
    lifecycles: [],
    channels: [],
    benefits: [],
    materials: [],
    goals: [],
    calendar,
    policy: {
      id: null,
      label: null,
      consents: [],
      stops: [],
      personal: null,
      quiet: null,
      caps: [],
      holdout: null,
      bestHour: { events: [], least: 10 },
    },
    points: [],
    sets: [],
    strategies: given.map(strategyOf),
  };
}

function strategyOf({ id, when, priority = 50 }: Given): Strategy {
  return {
    id,
    label: null,
    aim: null,
    hypothesis: null,
    set: null,
    point: null,
    when,
    purpose: "marketing",
    personal: false,
    who: [],
    repeat: { is: "always" },
    limit: null,
    holdout: null,
    split: null,
    variants: [],
    goal: null,
    priority,
    exclusive: [],
    sets: [],
    guards: [],
    said: 0,
  };
}

/** Instant, strategy and key of each occurrence, as text; and the moment before, of a state that changes. */
export function lines({ asks, occurrences }: Agenda): string[] {
  const shown = (place: number): string => {
    const { now, upTo } = asks[place] ?? { now: Number.NaN, upTo: Number.NaN };
    return `${formatInstant(now)}${upTo === Number.POSITIVE_INFINITY ? "" : `#${upTo}`}`;
  };
  return occurrences.map(({ at, before, strategy, key }) => {
    return `${shown(at)} ${strategy} ${key}${before < 0 ? "" : ` after ${shown(before)}`}`;
  });
}
