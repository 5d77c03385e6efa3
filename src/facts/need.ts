import type { Fact, Moment, MomentWindow, Point, Program, Test, Window } from "../program/program.js";

/** A window whose bounds follow from the instant and the zone alone. */
export type PlainWindow = Exclude<Window, MomentWindow>;

/** Whether a window's bounds follow from the instant and the zone alone. */
export function isPlain(window: Window): window is PlainWindow {
  return window.is !== "after" && window.is !== "before" && window.is !== "since";
}

/**
 * Whether a fact can only be known from a user's events in their total order, at asks about all that is visible at an instant. All
 * others are sums over what a window holds, in whatever order it is read, or need no events.
 */
export function needsHistory(fact: Fact): boolean {
  switch (fact.is) {
    case "now":
    case "today":
    case "profile":
    case "profileDate":
    case "trigger":
    case "strategyTag":
      return false;
    case "hour":
      return true;
    case "pointInstant":
    case "pointDate":
    case "pointField":
    case "momentIn":
    case "sequence":
    case "mostFrequent":
      return true;
    default:
      return !isPlain(fact.window);
  }
}

/** What computing some facts reads: fields of events by the event's place, and fields of the profile. */
export interface HistoryNeeds {
  /** Every event that is read, with those of its fields that are. */
  readonly events: ReadonlyMap<number, ReadonlySet<number>>;
  readonly profile: ReadonlySet<number>;
  /** Fields, read by a `where`, of the event that triggers an ask, of whatever kind that is. */
  readonly trigger: ReadonlySet<number>;
}

/** What a plan of the facts that `wants` picks reads. */
export function historyNeeds(
  program: Pick<Program, "facts">,
  wants: (fact: Fact) => boolean = needsHistory,
): HistoryNeeds {
  const events = new Map<number, Set<number>>();
  const profile = new Set<number>();
  const trigger = new Set<number>();
  for (const fact of program.facts) if (wants(fact)) addFact(fact);
  return { events, profile, trigger };

  function addFact(fact: Fact): void {
    switch (fact.is) {
      case "now":
      case "today":
      case "strategyTag":
        return;
      case "trigger":
        fieldsOf(fact.event).add(fact.field);
        return;
      case "hour":
        fieldsOf(fact.event);
        return;
      case "profile":
      case "profileDate":
        profile.add(fact.field);
        return;
      case "pointInstant":
      case "pointDate":
        return addPoint(fact.point);
      case "pointField":
        addPoint(fact.point);
        fieldsOf(fact.point.event).add(fact.field);
        return;
      case "momentIn":
        addMoment(fact.moment);
        return addWindow(fact.window);
      case "sequence":
        return addSequence(fact);
      default:
        addFields(fact.event, fact.where);
        if ("field" in fact) fieldsOf(fact.event).add(fact.field);
        return addWindow(fact.window);
    }
  }

  function addSequence({ window, steps }: Extract<Fact, { is: "sequence" }>): void {
    addWindow(window);
    let before = -1;
    for (const { event, where, same, no } of steps) {
      addFields(event, where);
      if (same) {
        fieldsOf(event).add(same.field);
        fieldsOf(before).add(same.before);
      }
      if (!no) before = event;
    }
  }

  function addWindow(window: Window): void {
    if (!isPlain(window)) addMoment(window.moment);
  }

  function addMoment(moment: Moment): void {
    if (moment.is === "point") addPoint(moment);
    else if (moment.is === "profile") profile.add(moment.field);
  }

  function addPoint({ event, where }: Point): void {
    addFields(event, where);
  }

  /** In a `where`, `column` names a field of the event, `profile` one of the user and `trigger` one of the triggering event. */
  function addFields(event: number, where: Test | null): void {
    const fields = fieldsOf(event);
    visitParts(where, (part) => {
      if (typeof part["column"] === "number") fields.add(part["column"]);
      if (typeof part["field"] !== "number") return;
      if (part["is"] === "profile") profile.add(part["field"]);
      if (part["is"] === "trigger") trigger.add(part["field"]);
    });
  }

  function fieldsOf(event: number): Set<number> {
    let fields = events.get(event);
    if (!fields) events.set(event, (fields = new Set()));
    return fields;
  }
}

/** Whether a `where` reads the event that triggered an ask. */
export function readsTrigger(where: Test | null): boolean {
  let found = false;
  visitParts(where, ({ is }) => {
    if (is === "trigger") found = true;
  });
  return found;
}

/** Calls back for a test and all parts within it. */
function visitParts(part: unknown, visit: (part: Readonly<Record<string, unknown>>) => void): void {
  if (typeof part !== "object" || part === null) return;
  visit(part as Readonly<Record<string, unknown>>);
  for (const value of Object.values(part)) visitParts(value, visit);
}
