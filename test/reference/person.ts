import { type Catalogue, fieldOfType, settleOf } from "./catalogue.js";
import { Clock } from "./clock.js";
import { type Fields, type Happened, readEvents, readFields, type Row, visibleFromOf } from "./history.js";
import type { World } from "./world.js";

/** One user of a project: all that is known of them, whenever it is asked. */
export interface Person {
  readonly id: string;
  readonly catalogue: Catalogue;
  readonly profile: Fields;
  readonly clock: Clock;
  readonly events: readonly Happened[];
}

export function personOf(catalogue: Catalogue, given: { readonly user: Row; readonly events: readonly Row[] }): Person {
  const profile = readFields(given.user, catalogue.user.fields);
  const clock = Clock.of(zoneOf(catalogue, profile));
  return { id: String(given.user["id"]), catalogue, profile, clock, events: readEvents(given.events, catalogue) };
}

/** The user's zone where it is known, else the project's. */
function zoneOf(catalogue: Catalogue, profile: Fields): string {
  const field = fieldOfType(catalogue.user.fields, "time zone");
  const own = field === undefined ? null : profile.get(field.name.text);
  if (own?.is === "text") return own.text;
  const zone = catalogue.project.zone;
  if (zone === null) throw new Error("the project has no time zone");
  return zone.text;
}

/** What an expression may look at when it is judged at `now`, of events that also pass `counts`. No tags are set. */
export function worldAt(person: Person, now: number, counts: (event: Happened) => boolean = () => true): World {
  const { catalogue, profile, clock } = person;
  const events = seenAt(person, now).filter(counts);
  return {
    catalogue,
    profile,
    clock,
    now,
    today: clock.dateAt(now),
    until: now,
    events,
    row: null,
    value: null,
    trigger: null,
    hasTag,
  };
}

/** What is visible at an instant: it has happened, and it arrived in time. */
export function seenAt({ events, catalogue }: Person, instant: number): Happened[] {
  const settle = settleOf(catalogue);
  return events.filter((event) => visibleFromOf(event, settle) <= instant);
}

function hasTag(): boolean {
  return false;
}
