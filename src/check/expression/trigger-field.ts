import type { Field, Num, Text } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Name, Path } from "../../syntax/tree.js";
import type { EventEntry } from "../catalogue.js";
import type { Checker, Scope } from "../checker.js";
import { isText, sameType } from "../type.js";
import type { Value } from "../value.js";
import { storedField, unknownField } from "./field.js";

interface Found {
  readonly event: EventEntry;
  readonly field: Field;
  readonly place: number;
  readonly optional: boolean;
}

/** `event.order_id`: a field of the event that starts the strategy, where one does. */
export function triggerField(c: Checker, name: Name, expr: Path, scope: Scope): Value | null {
  const { trigger } = scope;
  if (trigger.is === "unsound") return null;
  if (trigger.is === "none") {
    const args = { text: c.phrases.textOf(expr.span), field: name.text, why: trigger.why };
    return c.report.add("event-needs-trigger", expr.span, args, { related: trigger.at ? [trigger.at] : [] });
  }
  const found =
    trigger.is === "unused"
      ? [anyWith(c, name)]
      : trigger.entries.map((event) => fieldOf(c, event, name, event.established));
  const sound = found.flatMap((each) => each ?? []);
  const [first] = sound;
  if (!first || sound.length < found.length) return null;
  if (sound.some((each) => !agree(first, each, scope))) return differ(c, first, sound, expr);
  const optional = sound.some((each) => each.optional);
  return storedField(c, first.field.type, valueOf(c, sound, scope), optional, expr, scope);
}

function fieldOf(c: Checker, event: EventEntry, name: Name, established: ReadonlySet<string>): Found | null {
  const entry = event.fields.get(name.text);
  if (!entry) return unknownField(c, name, event.node.name.text, event.fields);
  const { field, place } = entry;
  return field && { event, field, place, optional: field.optional && !established.has(name.text) };
}

/** The first event of the project that has such a field. */
function anyWith(c: Checker, name: Name): Found | null {
  const events = [...c.catalogue.events.values()];
  const event = events.find(({ fields }) => fields.has(name.text));
  if (event) return fieldOf(c, event, name, new Set());
  const fields = new Map(events.flatMap((each) => [...each.fields]));
  return unknownField(c, name, "event", fields);
}

/** Inside a `where` only the place of the field is named, so it must be one place in all events. */
function agree(first: Found, other: Found, scope: Scope): boolean {
  return sameType(first.field.type, other.field.type) && (!scope.event || first.place === other.place);
}

function differ(c: Checker, first: Found, all: readonly Found[], expr: Path): null {
  const other = all.find((each) => each.event !== first.event) ?? first;
  const args = {
    text: c.phrases.textOf(expr.span),
    first: first.event.node.name.text,
    second: other.event.node.name.text,
  };
  return c.report.add("event-fields-differ", expr.span, args);
}

/** Of several events one started it, and the fields of the others are unknown. */
function valueOf(c: Checker, found: readonly Found[], scope: Scope): Num | Text {
  const [first, ...others] = found.map(({ event, field, place }) => single(c, event, field, place, scope));
  if (scope.event) return first as Num | Text;
  return others.reduce<Num | Text>(
    (value, otherwise) => ({ is: "ifUnknown", value, otherwise }) as Num | Text,
    first as Num | Text,
  );
}

function single(c: Checker, event: EventEntry, field: Field, place: number, scope: Scope): Num | Text {
  const at = scope.event
    ? ({ is: "trigger", field: place } as const)
    : ({ is: "column", column: c.facts.column({ is: "trigger", event: event.place, field: place }) } as const);
  return isText(field.type) ? at : { ...at, per: storedPer(field.type) };
}
