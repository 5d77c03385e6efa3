import { createEnvironment } from "../../evaluate/environment.js";
import type { Column, Frame } from "../../evaluate/frame.js";
import type { Environment } from "../../evaluate/reader.js";
import type { Fact, Field, Program, Tag, Type } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";

/** What users are compared by. */
export type Subject =
  | { readonly is: "field"; readonly field: number }
  | { readonly is: "tag"; readonly tag: number }
  | { readonly is: "stage"; readonly lifecycle: number }
  /** Events of a kind in the last `WINDOW` days; unknown for who did none. */
  | { readonly is: "did"; readonly event: number }
  /** The hour of the local clock at which a user did most in that time; unknown for who did nothing. */
  | { readonly is: "hour" };

/** How a subject is compared where it is known. `known`: no further. A number is in the units of its type, a date an age in days. */
export type Kind = "known" | "yes" | "number" | "choice";

export interface Feature {
  readonly subject: Subject;
  readonly kind: Kind;
  /** A choice is shown however many there are: the most frequent ones. */
  readonly many: boolean;
  /** `null` is unknown; a yes is 1, a no 0. */
  readonly read: (frame: Frame, row: number) => number | string | null;
}

/** Behaviour is looked at over so many local dates, today included. */
export const WINDOW = 30;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A program that knows what portraits compare, and how they read it. `but`: the tag that makes the group. */
export function featuresOf(
  asked: Program,
  but: number | null,
): { readonly program: Program; readonly reads: readonly unknown[]; readonly features: Feature[] } {
  const facts = new FactColumns(asked.facts);
  const environment = createEnvironment(asked);
  const features = [
    ...asked.user.fields.flatMap((field, place) => fieldFeature(field, place, asked, facts)),
    ...asked.tags.flatMap((tag, place) => (place === but ? [] : tagFeature(tag, place, environment, facts))),
    ...asked.lifecycles.map((_, lifecycle) => stageFeature(lifecycle, environment)),
    ...behaviours(asked, facts),
  ];
  const reads = [asked.tags, asked.lifecycles, ...[...facts.read].map((column) => ({ column }))];
  return { program: { ...asked, facts: facts.list }, reads, features };
}

/** The facts of a program, and more behind them. */
class FactColumns {
  readonly list: Fact[];
  /** Columns that were asked for. */
  readonly read = new Set<number>();
  readonly #places: Map<string, number>;

  constructor(facts: readonly Fact[]) {
    this.list = [...facts];
    this.#places = new Map(facts.map((fact, place) => [JSON.stringify(fact), place]));
  }

  column(fact: Fact): number {
    const key = JSON.stringify(fact);
    const found = this.#places.get(key) ?? this.list.push(fact) - 1;
    this.#places.set(key, found);
    this.read.add(found);
    return found;
  }

  /** Reads a number as it is stored, or a text. */
  reader(fact: Fact): Feature["read"] {
    const column = this.column(fact);
    return (frame, row) => known((frame.columns[column] as Column)[row] ?? null);
  }
}

function known(stored: number | string | null): number | string | null {
  return typeof stored === "number" && Number.isNaN(stored) ? null : stored;
}

function fieldFeature({ type, pii }: Field, place: number, { user }: Program, facts: FactColumns): Feature[] {
  if (place === user.id) return [];
  const subject = { is: "field", field: place } as const;
  const kind = pii ? "known" : kindOf(type);
  const isInstant = type.is === "instant" && !pii;
  const stored = facts.reader(isInstant ? { is: "profileDate", field: place } : { is: "profile", field: place });
  return [{ subject, kind, many: place === user.source, read: pii ? stored : valueReader(type, stored, facts) }];
}

/** What is stored, in the units of its type; dates as the age they have today. */
function valueReader(type: Type, stored: Feature["read"], facts: FactColumns): Feature["read"] {
  if (type.is === "date" || type.is === "instant") {
    const today = facts.reader({ is: "today" });
    return (frame, row) => lessThan(today(frame, row), stored(frame, row));
  }
  const per = storedPer(type);
  if (per === 1) return stored;
  return (frame, row) => {
    const value = stored(frame, row);
    return typeof value === "number" ? value / per : value;
  };
}

function lessThan(from: number | string | null, value: number | string | null): number | null {
  return typeof from === "number" && typeof value === "number" ? from - value : null;
}

function kindOf({ is }: Type): Kind {
  switch (is) {
    case "boolean":
      return "yes";
    case "text":
    case "zone":
    case "locale":
    case "enum":
    case "version":
      return "choice";
    case "lunarDate":
      return "known";
    default:
      return "number";
  }
}

const DAY = 86_400_000;

function tagFeature({ value }: Tag, place: number, environment: Environment, facts: FactColumns): Feature[] {
  const subject = { is: "tag", tag: place } as const;
  if (value.is === "test") {
    const test = environment.tag(place);
    return [{ subject, kind: "yes", many: false, read: (frame, row) => (test(frame, row) ? 1 : 0) }];
  }
  if (value.is === "text") {
    return [{ subject, kind: kindOf(value.type), many: false, read: environment.tagText(place) }];
  }
  const number = numberReader(place, environment);
  const kind = kindOf(value.type);
  if (value.type.is === "date") {
    const today = facts.reader({ is: "today" });
    return [{ subject, kind, many: false, read: (frame, row) => lessThan(today(frame, row), number(frame, row)) }];
  }
  if (value.type.is === "instant") {
    const now = facts.reader({ is: "now" });
    const age = (frame: Frame, row: number): number | null => lessThan(now(frame, row), number(frame, row));
    return [{ subject, kind, many: false, read: (frame, row) => daysOf(age(frame, row)) }];
  }
  return [{ subject, kind, many: false, read: number }];
}

function daysOf(ms: number | null): number | null {
  return ms === null ? null : ms / DAY;
}

/** Means need no exact fractions. */
function numberReader(tag: number, environment: Environment): (frame: Frame, row: number) => number | null {
  const whole = environment.tagWhole(tag);
  if (whole && !whole.mayOutgrow) {
    return (frame, row) => {
      const value = whole.read(frame, row);
      return Number.isNaN(value) ? null : value / whole.per;
    };
  }
  const exact = environment.tagNum(tag);
  return (frame, row) => {
    const value = exact(frame, row);
    return value && Number(value.n) / Number(value.d);
  };
}

function stageFeature(lifecycle: number, environment: Environment): Feature {
  const stage = environment.stage(lifecycle);
  const subject = { is: "stage", lifecycle } as const;
  return { subject, kind: "choice", many: true, read: (frame, row) => known(stage(frame, row)) };
}

/** What users do: scores of a model are none of it. */
function behaviours({ events }: Program, facts: FactColumns): Feature[] {
  const kinds = events.flatMap(({ model }, event) => (model === null ? [event] : []));
  const window = { is: "last", unit: "day", n: WINDOW } as const;
  const did = kinds.map((event): Feature => {
    const count = facts.reader({ is: "count", event, where: null, window });
    const read: Feature["read"] = (frame, row) => count(frame, row) || null;
    return { subject: { is: "did", event }, kind: "number", many: false, read };
  });
  return kinds.length === 0 ? [] : [...did, hourFeature(kinds, facts)];
}

/** Of equally busy hours the first. */
function hourFeature(kinds: readonly number[], facts: FactColumns): Feature {
  const columns = HOURS.map((hour) =>
    kinds.map((event) => facts.column({ is: "hour", event, hour, days: WINDOW - 1 })),
  );
  const read = (frame: Frame, row: number): number | null => {
    let [best, most] = [-1, 0];
    for (const hour of HOURS) {
      let all = 0;
      for (const column of columns[hour] ?? []) all += Number((frame.columns[column] as Column)[row]);
      if (all > most) [best, most] = [hour, all];
    }
    return best < 0 ? null : best;
  };
  return { subject: { is: "hour" }, kind: "choice", many: true, read };
}
