import { DAY, formatClock, formatDate, MINUTE } from "../../calendar/civil.js";
import { isZone, type Zone, zone as zoneNamed } from "../../calendar/zone.js";
import type { Entry } from "../../decide/entry.js";
import type { EventInput } from "../../decide/input.js";
import { decisionKey } from "../../decide/key.js";
import type { Field, Program, Type } from "../../program/program.js";
import type { Span } from "../../text/span.js";
import type { YamlPair, YamlValue } from "../../text/yaml.js";
import type { Keys, Notebook } from "./notebook.js";
import { readTime } from "./time.js";
import { withoutUnit } from "./unit.js";

/** Layers of what is given, the first said first: fields of a later one take the place of earlier ones, events and entries add up. */
export interface Given {
  readonly user: readonly YamlPair[];
  /** What events of a kind hold where a case does not say. */
  readonly defaults: ReadonlyMap<string, readonly YamlPair[]>;
  readonly events: readonly YamlValue[];
  readonly entries: readonly YamlValue[];
}

export const nothingGiven: Given = { user: [], defaults: new Map(), events: [], entries: [] };

/** Of a case that does not name its user. */
const SOMEBODY = "somebody";

export function layered(below: Given, above: Given): Given {
  const kinds = new Set([...below.defaults.keys(), ...above.defaults.keys()]);
  return {
    user: [...below.user, ...above.user],
    defaults: new Map(
      [...kinds].map((kind) => [kind, [...(below.defaults.get(kind) ?? []), ...(above.defaults.get(kind) ?? [])]]),
    ),
    events: [...below.events, ...above.events],
    entries: [...below.entries, ...above.entries],
  };
}

/** Reads `given`; names are looked up, values are left for `situation`. */
export function readGiven(notebook: Notebook, program: Program, value: YamlValue | undefined): Given {
  if (value === undefined) return nothingGiven;
  const keys = notebook.keys(value, "given", "given", ["user", "defaults", "events", "entries"]);
  const user = keys.get("user")?.value;
  const fields = program.user.fields.map(({ id }) => id);
  const known = user ? [...notebook.keys(user, "user", "user", fields).values()] : [];
  return {
    user: known,
    defaults: readDefaults(notebook, program, keys),
    events: notebook.items(keys.get("events")?.value, "events", "events"),
    entries: notebook.items(keys.get("entries")?.value, "entries", "entries"),
  };
}

function readDefaults(notebook: Notebook, program: Program, keys: Keys): Given["defaults"] {
  const defaults = new Map<string, YamlPair[]>();
  for (const { key, keySpan, value } of notebook.pairs(keys.get("defaults")?.value, "defaults", "defaults")) {
    const event = eventNamed(notebook, program, key, keySpan);
    if (event) defaults.set(key, [...notebook.keys(value, key, "defaults", idsOf(event.fields)).values()]);
  }
  return defaults;
}

function eventNamed(notebook: Notebook, { events }: Program, name: string, span: Span) {
  const known = events.map(({ id }) => id);
  return notebook.known("event", name, known, span) === null ? undefined : events.find(({ id }) => id === name);
}

function idsOf(fields: readonly Field[]): string[] {
  return fields.map(({ id }) => id);
}

/** The user's zone, as far as it can be told before anything else is read. */
export function zoneOf(notebook: Notebook, program: Program, given: Given): Zone {
  const field = program.user.zone === null ? undefined : program.user.fields[program.user.zone]?.id;
  const said = given.user.findLast(({ key }) => key === field);
  const name = said && notebook.text(said.value);
  return zoneNamed(name && isZone(name) ? name : program.project.zone);
}

export interface Situation {
  readonly user: Readonly<Record<string, unknown>>;
  readonly events: readonly EventInput[];
  readonly entries: readonly Entry[];
  readonly places: ReadonlyMap<string, Span>;
}

/** What was given, as `decide` takes it; times that count back do so from `now`. */
export function situationOf(notebook: Notebook, program: Program, given: Given, zone: Zone, now: number): Situation {
  return new SituationReader(notebook, program, zone, now).situation(given);
}

class SituationReader {
  readonly #places = new Map<string, Span>();
  #user = SOMEBODY;

  constructor(
    readonly notebook: Notebook,
    readonly program: Program,
    readonly zone: Zone,
    readonly now: number,
  ) {}

  situation(given: Given): Situation {
    const { user: schema } = this.program;
    const id = schema.fields[schema.id]?.id ?? "";
    const user = { [id]: SOMEBODY, ...this.values(given.user, schema.fields, "user") };
    this.#user = String(user[id]);
    const events = given.events.flatMap((event) => this.event(event, given.defaults));
    return {
      user,
      events: events.map(({ id: own, ...event }, place) => this.placed(event, own ?? `e${place + 1}`, place)),
      entries: given.entries.flatMap((entry, place) => this.entry(entry, place)),
      places: this.#places,
    };
  }

  /** Stored under the names of the schema; a field that is said twice is as it was said last. */
  values(pairs: readonly YamlPair[], fields: readonly Field[], path: string): Record<string, unknown> {
    const read = pairs.map(({ key, value }): [string, unknown] => {
      const type = fields.find(({ id }) => id === key)?.type;
      this.#places.set(`${path}.${key}`, value.span);
      return [key, type?.is === "instant" ? this.time(value) : this.value(key, value, type)];
    });
    return Object.fromEntries(read);
  }

  /** Numbers stay as they are written: what they mean is for whoever knows the type. */
  value(key: string, value: YamlValue, type: Type | undefined): unknown {
    if (value.is !== "scalar") {
      this.notebook.shape(key, "value", value.span);
      return null;
    }
    const plain = typeof value.value === "number" ? this.notebook.text(value) : value.value;
    return typeof plain === "string" && type ? withoutUnit(plain, type) : plain;
  }

  time(value: YamlValue | undefined): number | null {
    if (!value || (value.is === "scalar" && value.value === null)) return null;
    const text = this.notebook.text(value) ?? "";
    const read = readTime(text, this.zone, this.now);
    if (read === null) this.notebook.report("scenario-time", value.span, { text, relative: true });
    return read ?? this.now;
  }

  /** One event for each of its times. */
  event(value: YamlValue, defaults: Given["defaults"]): Happening[] {
    const [name, span] = this.named(value, "event");
    const event = name === "" ? undefined : eventNamed(this.notebook, this.program, name, span);
    if (!event) return [];
    const own = ["event", "at", "id", "received_at", "seq"];
    const fields = idsOf(event.fields).filter((id) => !own.includes(id));
    const keys = this.notebook.keys(value, name, "event", [...own, ...fields], ["at"]);
    const said = [...keys.values()].filter(({ key }) => !own.includes(key));
    const pairs = [...(defaults.get(name) ?? []), ...said];
    const at = keys.get("at")?.value;
    const times = at?.is === "list" ? at.items : at ? [at] : [];
    return times.map((time, place) => ({
      event: name,
      id: place === 0 ? this.id(keys) : null,
      occurred_at: this.time(time) ?? this.now,
      ...this.moment(keys, "received_at"),
      ...(keys.has("seq") ? { seq: Number(this.notebook.text((keys.get("seq") as YamlPair).value)) } : {}),
      span: value.span,
      pairs,
      fields: event.fields,
    }));
  }

  placed({ span, pairs, fields, ...event }: Omit<Happening, "id">, id: string, place: number): EventInput {
    this.#places.set(`events[${place}]`, span);
    return { ...this.values(pairs, fields, `events[${place}]`), ...event, id };
  }

  id(keys: Keys): string | null {
    const pair = keys.get("id");
    return pair ? this.notebook.text(pair.value) : null;
  }

  /** What names the kind of an event or an entry, and its place. */
  named(value: YamlValue, key: "event" | "kind"): [string, Span] {
    const pair = value.is === "map" ? value.pairs.find((each) => each.key === key) : undefined;
    const form = key === "event" ? "event" : "entry";
    if (!pair) this.notebook.shape(form === "event" ? "events" : "entries", form, value.span);
    return [pair ? this.notebook.word(pair.value, key, form) : "", pair?.value.span ?? value.span];
  }

  entry(value: YamlValue, place: number): Entry[] {
    const [kind] = this.named(value, "kind");
    const form = Object.hasOwn(forms, kind) ? (forms[kind as keyof typeof forms] as readonly string[]) : anyForm;
    const keys = this.notebook.keys(value, kind === "" ? "entries" : kind, "entry", ["kind", "at", ...form], ["at"]);
    const path = `entries[${place}]`;
    this.#places.set(path, value.span);
    const at = this.time(keys.get("at")?.value) ?? this.now;
    const rest = [...keys.values()].filter(({ key }) => !["at", "send_at", "of", "benefit"].includes(key));
    const entry = {
      ...this.values(rest, [], path),
      at,
      ...this.moment(keys, "send_at"),
      ...this.benefit(keys),
      ...this.key(keys),
      ...(kind === "touch" && !keys.has("occurrence") ? { occurrence: this.clock(at) } : {}),
    };
    // Whatever else is wrong with it is told by those who decide.
    return kind === "" ? [] : [entry as unknown as Entry];
  }

  moment(keys: Keys, key: "received_at" | "send_at"): Record<string, number> {
    const time = this.time(keys.get(key)?.value);
    return time === null ? {} : { [key]: time };
  }

  benefit(keys: Keys): object {
    const pair = keys.get("benefit");
    if (!pair) return {};
    const id = this.notebook.word(pair.value, "benefit", "word");
    const known = this.program.benefits.map((benefit) => benefit.id);
    return { benefit: this.notebook.known("benefit", id, known, pair.value.span) === null ? null : { id } };
  }

  /** A touch that is meant by what its key is made from. */
  key(keys: Keys): object {
    const of = keys.get("of");
    if (!of) return {};
    const parts = this.notebook.keys(
      of.value,
      "of",
      "of",
      ["strategy", "occurrence", "step"],
      ["strategy", "occurrence"],
    );
    const word = (name: string): string => this.notebook.word(parts.get(name)?.value, name, "of");
    const step = parts.has("step") ? word("step") : "1";
    return { key: decisionKey(word("strategy"), this.#user, word("occurrence"), step) };
  }

  /** The key of an occurrence that a schedule gives. */
  clock(instant: number): string {
    const local = instant + this.zone.offsetAt(instant);
    const date = Math.floor(local / DAY);
    return `${formatDate(date)}T${formatClock(Math.floor((local - date * DAY) / MINUTE))}`;
  }
}

interface Happening {
  readonly event: string;
  readonly id: string | null;
  readonly occurred_at: number;
  readonly received_at?: number;
  readonly seq?: number;
  readonly span: Span;
  readonly pairs: readonly YamlPair[];
  readonly fields: readonly Field[];
}

const placedForm = ["strategy", "occurrence", "channel", "key", "step", "variant", "send_at", "limit_key"] as const;

/** What an entry of each kind may say besides its kind and its time. */
const forms = {
  touch: [...placedForm, "benefit"],
  ghost: [...placedForm, "reason"],
  cancel: ["key", "of"],
  too_late: ["key", "of"],
  opt_out: ["channel", "purpose"],
  opt_in: ["channel", "purpose"],
  tag: ["tag"],
  receipt: ["key", "of", "outcome"],
} as const;

const anyForm: readonly string[] = [...new Set(Object.values(forms).flat())];
