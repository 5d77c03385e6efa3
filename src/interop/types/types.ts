import type { Field, Program, Type } from "../../program/program.js";

/**
 * TypeScript types of what `decide` takes: the profile and the events of a program, and the ids of its strategies. A service
 * that passes something else does not compile. What is checked is what a type can say; the rest is checked when it is called.
 */
export function typesOf(program: Program): string {
  const { user, events, strategies, project } = program;
  const names = eventNames(events.map(({ id }) => id));
  const blocks = [
    [
      "// Made by `touchline export --to types`; make it again when the schema changes.",
      'import type { DecideInput, Entry, InstantInput, LoadedProgram } from "touchline";',
    ].join("\n"),
    "/** Money in units (19.9 is 19.90), whole numbers, numbers, percentages (0.3 is 30 %): a number, or decimal text. */\nexport type Decimal = number | string;",
    "/** A date as text, such as `2026-11-10`. */\nexport type LocalDate = string;",
    "/** A date of the Chinese calendar as text, such as `1990-08-15`, or `1990-08-15 leap` in a leap month. */\nexport type LunarDate = string;",
    "/** A version as text, such as `8.2` or `8.2.0`. */\nexport type Version = string;",
    `${documented(`A user of \`${project.id}\`.`)}\nexport type User = {\n${user.fields.map(fieldLine).join("\n")}\n};`,
    ...events.map(({ id, label, model, fields }, place) =>
      [
        documented(model === null ? label : `${label ?? id}: a score of the model \`${model}\`.`),
        `export type ${names[place]} = EventOf<${JSON.stringify(id)}> & {`,
        ...fields.map(fieldLine),
        "};",
      ]
        .filter((line) => line !== "")
        .join("\n"),
    ),
    eventBase,
    `export type Event = ${names.length === 0 ? "never" : names.join(" | ")};`,
    `export type StrategyId = ${strategies.length === 0 ? "never" : strategies.map(({ id }) => JSON.stringify(id)).join(" | ")};`,
    inputs,
  ];
  return `${blocks.join("\n\n")}\n`;
}

const eventBase = `/** What every event has. */
export type EventOf<Kind extends string> = {
  readonly event: Kind;
  readonly id: string;
  readonly occurred_at: InstantInput;
  readonly received_at?: InstantInput | null;
  readonly seq?: number | null;
};`;

const inputs = `/** What to decide about. */
export interface Input extends Omit<DecideInput, "user" | "events" | "entries" | "strategies"> {
  readonly user: User;
  readonly events: readonly Event[];
  readonly entries?: readonly Entry[];
  readonly strategies?: readonly StrategyId[];
}

/** The loaded program of this project: \`const program: Program = loadBundle(text)\`. */
export interface Program extends Omit<LoadedProgram, "decide" | "explain"> {
  readonly decide: (input: Input) => ReturnType<LoadedProgram["decide"]>;
  readonly explain: (
    input: Omit<Input, "strategies"> & { readonly strategy: StrategyId },
  ) => ReturnType<LoadedProgram["explain"]>;
}`;

function fieldLine(field: Field): string {
  const type = typeText(field.type);
  const doc = documented(field.label);
  const line = `  readonly ${propertyName(field.id)}${field.optional ? "?" : ""}: ${type}${field.optional ? " | null" : ""};`;
  return doc === "" ? line : `  ${doc}\n${line}`;
}

function typeText(type: Type): string {
  switch (type.is) {
    case "text":
    case "zone":
    case "locale":
      return "string";
    case "version":
      return "Version";
    case "lunarDate":
      return "LunarDate";
    case "boolean":
      return "boolean";
    case "date":
      return "LocalDate";
    case "instant":
      return "InstantInput";
    case "enum":
      return type.members.map(({ id }) => JSON.stringify(id)).join(" | ");
    default:
      return "Decimal";
  }
}

const documented = (text: string | null): string =>
  text === null ? "" : `/** ${text.replaceAll("*/", "*\\/").replace(/\s+/g, " ")} */`;

/** A property as TypeScript writes it: quoted unless it is a plain word. */
function propertyName(id: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(id) ? id : JSON.stringify(id);
}

/** Names that the file has already. */
const taken = [
  "User",
  "Event",
  "EventOf",
  "Decimal",
  "LocalDate",
  "LunarDate",
  "Version",
  "StrategyId",
  "Input",
  "Program",
  "DecideInput",
  "Entry",
  "InstantInput",
  "LoadedProgram",
  "Omit",
  "ReturnType",
];

/** `view_product` as `ViewProduct`; where two become one, or the name is taken, a number tells them apart. */
function eventNames(ids: readonly string[]): string[] {
  const used = new Set(taken);
  return ids.map((id) => {
    const words = id.split(/[^\p{ID_Continue}]+|_/u).filter((word) => word !== "");
    const plain = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
    const base = /^\p{ID_Start}/u.test(plain) ? plain : `Event${plain}`;
    let found = base;
    for (let n = 2; used.has(found); n++) found = `${base}${n}`;
    used.add(found);
    return found;
  });
}
