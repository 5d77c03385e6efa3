import type {
  Benefit,
  Channel,
  Declaration,
  Event,
  FieldDeclaration,
  MapTable,
  Measure,
  Material,
  Process,
  Policy,
  Project,
  TagFact,
  TagModel,
  TagStrategy,
  User,
} from "../../src/syntax/tree.js";
import { type Calendar, calendarNamed, type Calendars } from "./calendar.js";
import type { Division } from "./divided.js";
import { type FoundData, measuresWritten } from "./found.js";
import { lengthOf } from "./window.js";

/** All declarations of a project by name. The project is taken to be correct: checking is not the reference's business. */
export interface Catalogue {
  readonly project: Project;
  readonly user: User;
  readonly events: ReadonlyMap<string, Event>;
  readonly tags: ReadonlyMap<string, TagFact>;
  readonly models: ReadonlyMap<string, TagModel>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly strategyTags: ReadonlyMap<string, TagStrategy>;
  readonly maps: ReadonlyMap<string, MapTable>;
  readonly processes: ReadonlyMap<string, Process>;
  /** With values and groups. */
  readonly lifecycles: ReadonlyMap<string, Division>;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly benefits: ReadonlyMap<string, Benefit>;
  readonly materials: ReadonlyMap<string, Material>;
  readonly policy: Policy | null;
  /** What the project's `calendar` knows; `null` without one. */
  readonly calendar: Calendar | null;
  /** What was found in the population, by name. */
  readonly found: FoundData;
  /** All, in their order; lengths that are measured are written out. */
  readonly declarations: readonly Declaration[];
}

/** `calendars`: calendar files by name, as plain data; those that the language brings along need none. */
export function catalogueOf(
  written: readonly Declaration[],
  calendars: Calendars = {},
  found: FoundData = {},
): Catalogue {
  const declarations = measuresWritten(written, found);
  const all = <Kind extends Declaration["is"]>(kind: Kind) =>
    declarations.filter((each): each is Extract<Declaration, { is: Kind }> => each.is === kind);
  const [project] = all("project");
  const [user] = all("user");
  if (!project || !user) throw new Error("a project needs `project` and `user`");
  return {
    project,
    user,
    events: byName([...all("event"), ...all("tagModel").map(scoresOf)]),
    tags: byName(all("tagFact")),
    models: byName(all("tagModel")),
    measures: byName(all("measure")),
    strategyTags: byName(all("tagStrategy")),
    maps: byName(all("map")),
    processes: byName(all("process")),
    lifecycles: byName([...all("lifecycle"), ...all("value"), ...all("groups")]),
    channels: byName(all("channel")),
    benefits: byName(all("benefit")),
    materials: byName(all("material")),
    policy: all("policy")[0] ?? null,
    calendar: project.calendar === null ? null : calendarNamed(project.calendar.text, calendars),
    found,
    declarations,
  };
}

/** The scores of a model arrive like events, each with its value. */
function scoresOf({ name, type, span }: TagModel): Event {
  const value: FieldDeclaration = {
    name: { text: "value", span },
    type,
    optional: false,
    label: null,
    marks: [],
    span,
  };
  return { is: "event", name, label: null, kept: null, fields: [value], span };
}

function byName<Named extends { readonly name: { readonly text: string } }>(
  list: readonly Named[],
): Map<string, Named> {
  return new Map(list.map((each) => [each.name.text, each]));
}

/** The place of a declared name; a name that is not declared is a mistake in the case. */
export function declared<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`not declared: ${name}`);
  return found;
}

/** How long an event may take to arrive and still count, in milliseconds; nothing, where the project does not say. */
export function settleOf(catalogue: Catalogue): number {
  const written = catalogue.project.settle;
  const length = written === null ? null : lengthOf(written);
  return length?.is === "span" ? length.ms : 0;
}

/** The declaration of a field whose type is one word, such as `time zone`. */
export function fieldOfType(fields: readonly FieldDeclaration[], type: string): FieldDeclaration | undefined {
  return fields.find((field) => field.type.is === "word" && field.type.name.text === type);
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** 1 Monday … 7 Sunday; Monday, where the project does not say. */
export function weekStartsOf(catalogue: Catalogue): number {
  const written = catalogue.project.weekStarts?.text.toLowerCase();
  return written === undefined ? 1 : weekdays.indexOf(written) + 1;
}
