import type { Field, Program, Type } from "../program/program.js";
import type { Declaration, Process } from "../syntax/tree.js";
import { visible } from "../text/visible.js";
import { type Weekday, weekdays } from "./fixed.js";
import type { Division } from "./told-model.js";

/** What may be declared and referred to by name. */
export interface Named {
  readonly id: string;
  readonly label: string | null;
}

export type Kind =
  | "event"
  | "tag"
  | "map"
  | "process"
  | "lifecycle"
  | "measure"
  | "channel"
  | "benefit"
  | "material"
  | "goal"
  | "metric"
  | "festival"
  | "point"
  | "strategy";

/** A step of a process, and the event that it is. */
export interface NamedStep extends Named {
  readonly event: string;
}

/** Everything that the files declare, by id: the labels to show, and the types of fields. */
export interface Catalogue {
  readonly currency: string;
  /** The project's zone where it holds for everybody, `null` where users have zones of their own. */
  readonly zone: string | null;
  /** The first day of a week. */
  readonly weekStarts: Weekday;
  /** Whether the language of users is recorded. */
  readonly hasLocale: boolean;
  readonly user: Members<Field>;
  readonly events: ReadonlyMap<string, Members<Field>>;
  /** The stages of each lifecycle. */
  readonly lifecycles: ReadonlyMap<string, readonly Named[]>;
  readonly divisions: ReadonlyMap<string, Division>;
  /** What each measure is: a length, or a share. */
  readonly measures: ReadonlyMap<string, "period" | "share">;
  /** The steps of each process, in order. */
  readonly processes: ReadonlyMap<string, readonly NamedStep[]>;
  /** What each tag that is a value is of, and what each map gives. */
  readonly tagTypes: ReadonlyMap<string, Type>;
  readonly mapTypes: ReadonlyMap<string, Type>;
  readonly named: Readonly<Record<Kind, Members<Named>>>;
}

/** Things of one kind by id, each with the name to show. */
export interface Members<T extends Named> {
  readonly byId: ReadonlyMap<string, T>;
  readonly shown: (id: string) => Shown;
}

/** `id` stands beside the text where the text alone would not tell two things apart. */
export interface Shown {
  readonly text: string;
  readonly id: string | null;
}

export function catalogueOf(program: Program, declarations: readonly Declaration[]): Catalogue {
  const processes = declarations.flatMap((each) => (each.is === "process" ? [each] : []));
  const measures = declarations.flatMap((each) => (each.is === "measure" ? [each] : []));
  return {
    currency: program.project.currency,
    zone: program.user.zone === null ? program.project.zone : null,
    weekStarts: weekdays[program.project.weekStarts - 1] ?? "Monday",
    hasLocale: program.user.locale !== null,
    user: membersOf(program.user.fields),
    events: new Map(program.events.map((event) => [event.id, membersOf(event.fields)])),
    lifecycles: new Map(program.lifecycles.map(({ id, stages }) => [id, stages])),
    divisions: new Map(program.lifecycles.map(({ id, is }) => [id, is])),
    measures: new Map(measures.map(({ name, of }) => [name.text, of.is])),
    processes: new Map(processes.map((process) => [process.name.text, stepsOf(process, program)])),
    tagTypes: new Map(
      program.tags.flatMap(({ id, value }) => (value.is === "test" ? [] : [[id, value.type] as const])),
    ),
    mapTypes: new Map(program.maps.map(({ id, type }) => [id, type])),
    named: {
      event: membersOf(program.events),
      tag: membersOf([...program.tags, ...program.strategyTags]),
      map: membersOf(program.maps),
      process: membersOf(processes.map(({ name, label }) => ({ id: name.text, label: label?.text ?? null }))),
      lifecycle: membersOf(program.lifecycles),
      measure: membersOf(measures.map(({ name, label }) => ({ id: name.text, label: label?.text ?? null }))),
      channel: membersOf(program.channels),
      benefit: membersOf(program.benefits),
      material: membersOf(program.materials),
      goal: membersOf(program.goals),
      metric: membersOf(program.analysis.metrics),
      festival: membersOf(program.calendar?.festivals ?? []),
      point: membersOf(program.points),
      strategy: membersOf(touching(program)),
    },
  };
}

/** Strategies and sets have one space of names; a set without members is one strategy of its name. */
function touching({ strategies, sets }: Program): Named[] {
  const members = strategies.filter(({ id }) => sets.every((set) => set.id !== id));
  return [...members, ...sets];
}

/** A step goes by the label of its event, unless it has a name of its own. */
function stepsOf({ first, steps }: Process, { events }: Program): NamedStep[] {
  return [first, ...steps].map(({ alias, pattern }) => {
    const event = pattern.event.text;
    if (alias) return { id: alias.text, label: null, event };
    return { id: event, label: events.find(({ id }) => id === event)?.label ?? null, event };
  });
}

/**
 * A label that is another's label or id could pass for it, so its own id goes with it. A label with quotation marks could
 * end its own quotation and go on as text of ours: then only the id is shown.
 */
export function membersOf<T extends Named>(things: readonly T[]): Members<T> {
  const uses = new Map<string, number>();
  for (const { id, label } of things)
    for (const text of new Set([id, label ?? id])) uses.set(text, (uses.get(text) ?? 0) + 1);
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const shown = (id: string): Shown => {
    const label = byId.get(id)?.label ?? null;
    if (label === null || label === id || !isShowable(label)) return { text: id, id: null };
    return { text: label, id: uses.get(label) === 1 ? null : id };
  };
  return { byId, shown };
}

/** The label of a declaration where it stands itself, or `null` for one that is not shown. */
export function showable(label: string | null): string | null {
  return label !== null && isShowable(label) ? label : null;
}

function isShowable(label: string): boolean {
  return label.trim() !== "" && visible(label) === label && !/[「」『』“”]/.test(label);
}
