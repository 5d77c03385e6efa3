import type { Zone } from "../calendar/zone.js";
import { historyNeeds, isPlain } from "../facts/need.js";
import { windowBounds } from "../facts/window.js";
import type { Fact, Moment, Program, Test, Window } from "../program/program.js";

/** What facts read of the events of one kind, when they are computed from ordered histories. */
export interface ToldKind {
  /** The event's place in the program. */
  readonly event: number;
  /** Fields of it, ascending. */
  readonly fields: readonly number[];
  /** An event that passes none of these tests is of no account. `null` takes every event. */
  readonly tests: readonly (Test | null)[];
  /** Where the earliest event lies that is of any account at `now`, given which facts are asked; all of them if absent. */
  reach(zone: Zone, now: number, asked: ReadonlySet<number> | undefined): number;
}

interface Use {
  /** Of the fact, in the program. */
  readonly place: number;
  readonly event: number;
  readonly where: Test | null;
  readonly window: Window;
}

/** What the facts at some places of the program read, by kind of event, in the order of the events. */
export function toldKinds(program: Program, told: readonly number[]): ToldKind[] {
  const facts = new Set(told.map((place) => program.facts[place]));
  const needs = historyNeeds(program, (fact) => facts.has(fact));
  const uses = told.flatMap((place) => usesOf(program.facts[place] as Fact).map((one) => ({ ...one, place })));
  return program.events.flatMap((_, event) => {
    const fields = needs.events.get(event);
    return fields
      ? [
          toldKind(
            event,
            fields,
            uses.filter((one) => one.event === event),
          ),
        ]
      : [];
  });
}

function toldKind(event: number, fields: ReadonlySet<number>, uses: readonly Use[]): ToldKind {
  return {
    event,
    fields: [...fields].sort((a, b) => a - b),
    tests: uses.map(({ where }) => where),
    reach(zone, now, asked) {
      let earliest = Number.POSITIVE_INFINITY;
      for (const { place, window } of uses) {
        if (asked && !asked.has(place)) continue;
        const lo = isPlain(window) ? windowBounds(window, zone, now).lo : Number.NEGATIVE_INFINITY;
        earliest = Math.min(earliest, lo);
      }
      return earliest;
    },
  };
}

/** The events that a fact reads. Steps that must not happen are not bound by a sequence's window, but never lie before it. */
function usesOf(fact: Fact): Omit<Use, "place">[] {
  switch (fact.is) {
    case "now":
    case "today":
    case "profile":
    case "profileDate":
    case "trigger":
    case "strategyTag":
      return [];
    case "hour":
      return [use({ event: fact.event, where: null }, { is: "for", unit: "day", n: fact.days })];
    case "pointInstant":
    case "pointDate":
    case "pointField":
      return momentUses(fact.point);
    case "momentIn":
      return [...momentUses(fact.moment), ...windowUses(fact.window)];
    case "sequence":
      return [...fact.steps.map((step) => use(step, fact.window)), ...windowUses(fact.window)];
    default:
      return [use(fact, fact.window), ...windowUses(fact.window)];
  }
}

function use({ event, where }: Pick<Use, "event" | "where">, window: Window): Omit<Use, "place"> {
  return { event, where, window };
}

function windowUses(window: Window): Omit<Use, "place">[] {
  return isPlain(window) ? [] : momentUses(window.moment);
}

/** A point is found among all events. */
function momentUses(moment: Moment): Omit<Use, "place">[] {
  return moment.is === "point" ? [use(moment, { is: "ever" })] : [];
}
