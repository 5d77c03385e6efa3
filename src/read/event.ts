import type { Field } from "../program/program.js";
import type { DateLiteral, Moment, Pattern, Point } from "../syntax/tree.js";
import type { Members } from "./catalogue.js";
import type { Scope } from "./scope.js";
import type { ToldMoment } from "./told.js";

/** An event with the test of its fields. */
export function happening({ event, where }: Pick<Pattern, "event" | "where">, scope: Scope): string {
  const { words, catalogue } = scope;
  const test = where && scope.condition(where, { ...scope, event: event.text });
  return words.event(words.name(catalogue.named.event.shown(event.text)), test);
}

/** The n-th or the last such event. */
export function point({ nth, pattern }: Point, scope: Scope): string {
  return scope.words.point(nth, happening(pattern, scope));
}

/** What a stretch of time starts or ends at. */
export function moment(node: Moment, scope: Scope): ToldMoment {
  const { words, catalogue } = scope;
  if (node.is === "point") return { text: point(node, scope), day: false };
  if (node.is === "date") return { text: dateText(node), day: true };
  const field = node.names[1]?.text ?? "";
  const day = catalogue.user.byId.get(field)?.type.is === "date";
  return { text: words.userField(words.word(catalogue.user.shown(field))), day };
}

/** `2026-11-10`. */
export function dateText({ year, month, day }: DateLiteral): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The name of a field of an event. */
export function fieldName(event: string, field: string, scope: Scope): string {
  return scope.words.word(fieldsOf(event, scope).shown(field));
}

function fieldsOf(event: string, { catalogue }: Scope): Members<Field> {
  const fields = catalogue.events.get(event);
  if (!fields) throw new Error(`the event \`${event}\` is not in the program that was compiled from it`);
  return fields;
}
