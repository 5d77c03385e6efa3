import { formatInstant } from "../calendar/instant.js";
import { type Zone, zone as zoneNamed } from "../calendar/zone.js";
import type { EventLog } from "../facts/log.js";
import type { EncodedEntry } from "../gate/standing.js";
import type { Field, Program } from "../program/program.js";
import type { DecideInput, ExplainInput } from "./input.js";
import { createReport, InputError, type Report } from "./input-error.js";
import { createEntriesReader } from "./read-entries.js";
import { createEventsReader } from "./read-events.js";
import { isRecord, own, readId } from "./read-object.js";
import { type Place, readInstant, reportChoice, valueReader } from "./read-value.js";

/** An input that was found right, in the form that everything behind the door works on. */
export interface Admitted {
  readonly user: string;
  readonly zone: Zone;
  /** Stored values by the field's place in the schema. */
  readonly profile: readonly (number | string | null)[];
  readonly events: EventLog;
  readonly entries: readonly EncodedEntry[];
  readonly since: number;
  readonly until: number;
  /** Places of the strategies that were asked for; `undefined` for all. */
  readonly strategies: ReadonlySet<number> | undefined;
}

/**
 * Checks an input and copies it into fixed columns, or throws an `InputError` that lists all that is wrong with it.
 * `wants` is where the input names strategies: a list that may be absent, or exactly one.
 */
export type Door = (input: DecideInput | ExplainInput, wants: "strategies" | "strategy") => Admitted;

export function createDoor(program: Program): Door {
  const readProfile = createProfileReader(program);
  const readEvents = createEventsReader(program);
  const readEntries = createEntriesReader(program);
  const zoneOf = createZoneReader(program);
  const strategies = new Map(program.strategies.map(({ id }, place) => [id, place]));
  return (input, wants) => {
    const { problems, report } = createReport();
    const outermost = placeOf("", report);
    if (!isRecord(input)) {
      report("not-an-object", "input", { path: "input" });
      throw new InputError(problems);
    }
    const { id, profile } = readProfile(own(input, "user"), placeOf("user", report));
    const zone = zoneOf(profile);
    const events = readEvents(own(input, "events"), placeOf("events", report));
    const entries = readEntries(own(input, "entries") ?? [], { user: id, zone }, placeOf("entries", report));
    const [since, until] = readInterval(input, outermost);
    const chosen =
      wants === "strategy"
        ? readStrategy(own(input, "strategy"), strategies, outermost)
        : readStrategies(own(input, "strategies") ?? null, strategies, report);
    if (problems.length > 0) throw new InputError(problems);
    return { user: id, zone, profile, events, entries, since, until, strategies: chosen };
  };
}

function placeOf(list: string, report: Report): Place {
  return { list, index: null, report };
}

type ProfileReader = (user: unknown, place: Place) => Pick<Admitted, "profile"> & { readonly id: string };

function createProfileReader({ user: schema }: Program): ProfileReader {
  const fields = schema.fields.map((field) => ({ field, read: valueReader(field) }));
  return (user, place) => {
    if (!isRecord(user)) {
      place.report("not-an-object", "user", { path: "user" });
      return { id: "", profile: [] };
    }
    const { id: name, pii } = schema.fields[schema.id] as Field;
    const id = readId(user, name, place, pii) ?? "";
    // The id was read already, by the rules for ids.
    const profile = fields.map(({ field, read }, index) =>
      index === schema.id ? id : read(own(user, field.id), place),
    );
    return { id, profile };
  };
}

/** Gives the user's own zone if it is known, else the project's, which is looked up once, before the first decision. */
function createZoneReader({ project, user }: Program): (profile: Admitted["profile"]) => Zone {
  const projectZone = zoneNamed(project.zone);
  return (profile) => {
    const name = user.zone === null ? null : profile[user.zone];
    return typeof name === "string" ? zoneNamed(name) : projectZone;
  };
}

function readInterval(input: Readonly<Record<string, unknown>>, place: Place): readonly [number, number] {
  const since = readInstant(own(input, "since"), place, "since");
  const until = readInstant(own(input, "until"), place, "until");
  if (since >= until)
    place.report("empty-interval", "since", { since: formatInstant(since), until: formatInstant(until) });
  return [since, until];
}

function readStrategy(name: unknown, known: ReadonlyMap<string, number>, place: Place): ReadonlySet<number> {
  const strategy = typeof name === "string" ? known.get(name) : undefined;
  if (strategy !== undefined) return new Set([strategy]);
  reportChoice(name, [...known.keys()], place, "strategy");
  return new Set();
}

function readStrategies(
  names: unknown,
  known: ReadonlyMap<string, number>,
  report: Report,
): ReadonlySet<number> | undefined {
  if (names === null) return undefined;
  if (!Array.isArray(names)) {
    report("not-a-list", "strategies", { path: "strategies" });
    return undefined;
  }
  const place: Place = { list: "strategies", index: null, report };
  const chosen = new Set<number>();
  for (const [index, name] of names.entries()) {
    place.index = index;
    const strategy = typeof name === "string" ? known.get(name) : undefined;
    if (strategy === undefined) reportChoice(name, [...known.keys()], place, "");
    else chosen.add(strategy);
  }
  return chosen;
}
