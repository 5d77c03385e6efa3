import type { Field, Type } from "../../program/program.js";
import type { FieldDeclaration, Member, TypeName } from "../../syntax/tree.js";
import type { FieldEntry, Fields } from "../catalogue.js";
import type { Report } from "../report.js";
import { meant } from "../report.js";
import { currencies } from "../currency.js";
import { money } from "../type.js";

type Word = Exclude<Type["is"], "money" | "enum" | "span" | "period">;

/** The types that a word names; `percent` is a ratio. */
const words: ReadonlyMap<string, Word> = new Map([
  ["text", "text"],
  ["integer", "integer"],
  ["number", "number"],
  ["boolean", "boolean"],
  ["date", "date"],
  ["lunar date", "lunarDate"],
  ["instant", "instant"],
  ["time zone", "zone"],
  ["locale", "locale"],
  ["points", "points"],
  ["percent", "ratio"],
  ["version", "version"],
]);

const marks = ["pii", "fixed", "source"] as const;

/** What every event has by itself. */
const reserved: readonly string[] = ["event", "id", "occurred_at", "received_at", "seq"];

/** The fields of the user or of an event. A field with an error keeps its place, so that nothing else is blamed for it. */
export function fieldsOf(report: Report, declared: readonly FieldDeclaration[], of: "user" | "event"): Fields {
  const fields = new Map<string, FieldEntry>();
  const first = new Map<string, FieldDeclaration>();
  for (const node of declared) {
    const name = node.name.text;
    const earlier = first.get(name);
    if (earlier) {
      report.add("duplicate-name", node.name.span, { kind: "field", name }, { related: [earlier.name.span] });
      continue;
    }
    first.set(name, node);
    if (of === "event" && reserved.includes(name)) report.add("reserved-field", node.name.span, { name });
    fields.set(name, { place: fields.size, field: fieldOf(report, node, of) });
  }
  return fields;
}

function fieldOf(report: Report, node: FieldDeclaration, of: "user" | "event"): Field | null {
  checkMarks(report, node, of);
  const type = typeOf(report, node.type);
  if (!type) return null;
  const has = (mark: string): boolean => node.marks.some((each) => each.text === mark);
  return {
    id: node.name.text,
    label: node.label?.text ?? null,
    type,
    optional: node.optional,
    pii: has("pii"),
    fixed: has("fixed"),
  };
}

function checkMarks(report: Report, node: FieldDeclaration, of: "user" | "event"): void {
  const seen = new Set<string>();
  for (const mark of node.marks) {
    if (!(marks as readonly string[]).includes(mark.text)) {
      const near = meant(mark, marks);
      report.add("unknown-mark", mark.span, { name: mark.text, exist: near.exist }, { suggestion: near.suggestion });
    } else if (of === "event" && mark.text !== "pii") report.add("mark-on-event", mark.span, { mark: mark.text });
    else if (seen.has(mark.text)) report.add("duplicate-name", mark.span, { kind: "mark", name: mark.text });
    seen.add(mark.text);
  }
}

/** The type that is written; `null` (reported) if it is none. */
export function typeOf(report: Report, type: TypeName): Type | null {
  if (type.is === "notYet") return null;
  if (type.is === "oneOf") return choiceOf(report, type.members);
  const { name } = type;
  const word = words.get(name.text);
  if (word) return { is: word };
  const currency = money(name.text);
  if (currency) return currency;
  const near = meant(name, [...words.keys(), ...(/^[A-Z]{3}$/.test(name.text) ? currencies : [])]);
  const args = { name: name.text, exist: { names: [...words.keys()], more: 0 } };
  return report.add("unknown-type", name.span, args, { suggestion: near.suggestion });
}

/** A list of choices; of two with one name the first stays. */
export function choiceOf(
  report: Report,
  members: readonly Member[],
  kind: "member" | "stage" | "tier" | "group" = "member",
): Type & { readonly is: "enum" } {
  const first = new Map<string, Member>();
  for (const member of members) {
    const name = member.name.text;
    const earlier = first.get(name);
    if (earlier) report.add("duplicate-name", member.name.span, { kind, name }, { related: [earlier.name.span] });
    else first.set(name, member);
  }
  return {
    is: "enum",
    members: [...first.values()].map(({ name, label }) => ({ id: name.text, label: label?.text ?? null })),
  };
}
