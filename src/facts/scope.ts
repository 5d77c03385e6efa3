import type { WhereScope } from "../evaluate/environment.js";
import type { Profile } from "../evaluate/reader.js";
import type { Ask, Trigger } from "./ask.js";
import type { FactsInput } from "./facts-input.js";
import type { EventLog } from "./log.js";

/** Whom and what the tests of facts are about: one user after the other, at one ask after the other. */
export interface Scope extends WhereScope {
  /** Turns to another user. */
  begin(input: FactsInput): void;
  /** Turns to an ask about that user. */
  at(ask: Ask): void;
}

export function createScope(): Scope {
  let profile: Profile = [];
  let events: EventLog = [];
  let trigger: Trigger | null = null;
  return {
    begin(input) {
      profile = input.profile;
      events = input.events;
      trigger = null;
    },
    at(ask) {
      trigger = ask.trigger;
    },
    profile: () => profile,
    trigger: (field) => (trigger === null ? null : triggerValue(events, trigger, field)),
  };
}

/** A field of the event that triggered an ask, as it is stored. */
export function triggerValue(events: EventLog, { event, row }: Trigger, field: number): number | string | null {
  return events[event]?.frame.columns[field]?.[row] ?? null;
}
