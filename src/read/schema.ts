import type { Field } from "../program/program.js";
import type { FieldDeclaration, Lifecycle, MapRow, MapTable, Project, TypeName } from "../syntax/tree.js";
import { type Members, membersOf, type Named } from "./catalogue.js";
import type { Weekday } from "./fixed.js";
import { after, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { lengthOf } from "./stretch.js";
import { told } from "./test.js";
import type { Mark, ProductStage } from "./told.js";

/** The settings that dates, money and messages go by: a sentence for each. */
export function project(node: Project, { words, catalogue }: Scope): string[] {
  const { zone, currency, settle, calendar, locales, stage } = node;
  const weekday = (node.weekStarts?.text ?? "Monday") as Weekday;
  const ownZones = catalogue.zone === null;
  return [
    words.project(zone?.text ?? "", ownZones, currency?.text ?? "", weekday, settle && lengthOf(settle)),
    ...(calendar ? [words.calendar(calendar.text)] : []),
    ...(locales.length > 0 ? [words.locales(locales.map(({ text }) => text))] : []),
    ...(stage ? [words.productStage(stage.text as ProductStage)] : []),
  ];
}

/** A line for each field. */
export function fields(head: string, declared: readonly FieldDeclaration[], of: Members<Field>, scope: Scope): Said {
  return { head, numbered: false, items: declared.map((each) => field(each, of, scope)) };
}

function field({ name, type, optional, marks }: FieldDeclaration, of: Members<Field>, { words }: Scope): string {
  const shown = of.shown(name.text);
  const known = of.byId.get(name.text);
  const list: Mark[] = [...(optional ? (["optional"] as const) : []), ...marks.map((mark) => mark.text as Mark)];
  const id = shown.text === name.text ? null : name.text;
  return words.field(words.word({ ...shown, id: null }), id, typeText(type, known, words), list);
}

/** The type of a field as it was written. */
export function typeText(type: TypeName, known: Field | undefined, words: Scope["words"]): string {
  if (known?.type.is === "money") return words.type({ currency: known.type.currency });
  if (type.is !== "oneOf" || known?.type.is !== "enum") return known ? words.type(known.type.is as Plain) : "";
  const members = membersOf(known.type.members);
  return words.choices(type.members.map((each) => named(each.name.text, members, words, words.word)));
}

type Plain = Exclude<Field["type"]["is"], "money">;

function named(id: string, of: Members<Named>, words: Scope["words"], as: Scope["words"]["name"]): string {
  const shown = of.shown(id);
  return words.withId(as({ ...shown, id: null }), shown.text === id ? null : id);
}

/** The stages in the order in which they are tried. */
export function lifecycle({ name, stages, otherwise }: Lifecycle, scope: Scope): Said {
  const { words, catalogue } = scope;
  const members = membersOf(catalogue.lifecycles.get(name.text) ?? []);
  const lead = (id: string): string => named(id, members, words, words.name) + words.colon;
  const items = stages.map((stage) => after(lead(stage.name.text), told(stage.when, scope)));
  const last = otherwise ? [lead(otherwise.name.text) + words.otherwise] : [];
  return { head: words.lifecycleHead, numbered: true, items: [...items, ...last] };
}

/** Keys and values are texts, however they were written; amounts have their units. */
export function mapTable({ rows }: MapTable, { words }: Scope): Said {
  const text = (side: MapRow["key"] | MapRow["value"]): string => {
    if (side.is === "quantity") return words.quantity(side.amount, side.unit);
    return words.text(side.is === "text" ? side.text : (side.names[0]?.text ?? ""));
  };
  const items = rows.map(({ key, value }) => words.mapRow(text(key), text(value)));
  return { head: words.mapHead, numbered: false, items };
}
