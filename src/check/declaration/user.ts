import type { Field, UserSchema } from "../../program/program.js";
import type { User } from "../../syntax/tree.js";
import type { Fields } from "../catalogue.js";
import type { Checker } from "../checker.js";
import { shown } from "../type.js";

/** What is known about a user: an `id`, and at most one time zone and one locale. */
export function user(c: Checker, node: User, declared: Fields): UserSchema | null {
  const fields = [...declared.values()].flatMap(({ field }) => field ?? []);
  const id = declared.get("id");
  const nameSpan = (name: string): User["span"] =>
    node.fields.find((each) => each.name.text === name)?.name.span ?? node.span;
  if (!id) return c.report.add("user-needs-id", { ...node.span, end: node.span.start + 4 }, {});
  if (id.field && (id.field.type.is !== "text" || id.field.optional)) c.report.add("user-id-type", nameSpan("id"), {});
  const only = (type: "zone" | "locale"): number | null => {
    const [first, ...others] = fields.filter((field) => field.type.is === type);
    for (const other of others) reportSecond(c, type, first as Field, other, nameSpan);
    return first ? (declared.get(first.id)?.place ?? null) : null;
  };
  return { fields, id: id.place, zone: only("zone"), locale: only("locale"), source: sourceOf(c, node, declared) };
}

/** The field that says where a user came from: a text or a choice. */
function sourceOf(c: Checker, node: User, declared: Fields): number | null {
  const [first, ...others] = node.fields.filter(({ marks }) => marks.some(({ text }) => text === "source"));
  for (const { name } of first ? others : []) {
    const args = { first: first?.name.text ?? "", second: name.text };
    c.report.add("second-source", name.span, args, { related: first ? [first.name.span] : [] });
  }
  const entry = first && declared.get(first.name.text);
  const type = entry?.field?.type;
  if (!entry || !type) return null;
  if (type.is === "text" || type.is === "enum") return entry.place;
  return c.report.add("source-type", first.name.span, { field: first.name.text, type: shown(type) });
}

function reportSecond(
  c: Checker,
  type: "zone" | "locale",
  first: Field,
  other: Field,
  spanOf: (name: string) => User["span"],
): void {
  const args = { type: type === "zone" ? "time zone" : type, first: first.id, second: other.id } as const;
  c.report.add("second-field-of-type", spanOf(other.id), args, { related: [spanOf(first.id)] });
}
