import { storedPer } from "../../program/unit.js";
import type { Field } from "../../program/program.js";
import type { Name, Path } from "../../syntax/tree.js";
import type { Fields } from "../catalogue.js";
import type { Checker, Scope } from "../checker.js";
import { isKnown } from "../known.js";
import { meant } from "../report.js";
import { fallbackFor } from "../type.js";
import { type Missing, plain, type Value } from "../value.js";

/** A dotted name: a field of the user, in a `where` one of the event, or the user's stage in a lifecycle. */
export function path(c: Checker, expr: Path, scope: Scope): Value | null {
  const [first, second] = expr.names as readonly [Name, Name?];
  if (!second) return bare(c, first, expr, scope);
  const text = c.phrases.textOf(expr.span);
  if (expr.names.length > 2) return unknownBare(c, { text, span: expr.span });
  switch (first.text) {
    case "user":
      return userField(c, second, expr, scope);
    case "event":
      return c.report.add("event-needs-trigger", expr.span, { text });
    case "benefit":
      return c.report.add("benefit-outside-material", expr.span, { text });
  }
  return dotted(c, first, second, expr);
}

/** Whether a bare name stands for a value here; if not, it may still be a choice of what it is compared with. */
export function isValueName(c: Checker, expr: Path, scope: Scope): boolean {
  const name = (expr.names[0] as Name).text;
  return expr.names.length > 1 || (scope.event ? scope.event.fields.has(name) : c.catalogue.lifecycles.has(name));
}

function userField(c: Checker, name: Name, expr: Path, scope: Scope): Value | null {
  const text = c.phrases.textOf(expr.span);
  if (scope.event) return c.report.add("not-yet", expr.span, { construct: `${text} in where` });
  if (!c.catalogue.user) return null;
  const entry = c.catalogue.user.get(name.text);
  if (!entry) return unknownField(c, name, "user", c.catalogue.user);
  const column = c.facts.column({ is: "profile", field: entry.place });
  return entry.field && fieldValue(c, entry.field, column, expr, scope);
}

function bare(c: Checker, name: Name, expr: Path, scope: Scope): Value | null {
  if (scope.event) {
    const entry = scope.event.fields.get(name.text);
    if (entry) return entry.field && fieldValue(c, entry.field, entry.place, expr, scope);
    if (c.catalogue.lifecycles.has(name.text))
      return c.report.add("where-needs-fields", expr.span, { text: name.text });
    return unknownField(c, name, scope.event.node.name.text, scope.event.fields);
  }
  const lifecycle = c.catalogue.lifecycles.get(name.text);
  if (lifecycle) return plain(lifecycle.type, { is: "stage", lifecycle: lifecycle.place });
  return unknownBare(c, name);
}

function fieldValue(c: Checker, field: Field, column: number, expr: Path, scope: Scope): Value {
  const { type } = field;
  const isText = type.is === "text" || type.is === "zone" || type.is === "locale";
  const text = { is: "column", column } as const;
  const num = { is: "column", column, per: storedPer(type) } as const;
  const unsure = field.optional && !isKnown(scope.known, isText ? text : num);
  const missing = unsure ? [missingField(c, expr, type)] : [];
  return isText ? { is: "text", type, text, missing } : plain(type, num, missing);
}

function missingField(c: Checker, expr: Path, type: Field["type"]): Missing {
  const text = c.phrases.textOf(expr.span);
  return { span: expr.span, text, known: `${text} is known`, fallback: fallbackFor(type) };
}

function unknownField(c: Checker, name: Name, owner: string, fields: Fields): null {
  const { exist, suggestion } = meant(name, fields.keys());
  return c.report.add("unknown-field", name.span, { name: name.text, owner, exist }, { suggestion });
}

/** A name alone that is no lifecycle: perhaps the author left out the word that goes with it. */
function unknownBare(c: Checker, name: { readonly text: string; readonly span: Name["span"] }): null {
  const { catalogue, report } = c;
  const write = (kind: "field" | "tag" | "event", text: string): null =>
    report.add(
      "write-as",
      name.span,
      { name: name.text, kind, write: text },
      { suggestion: { span: name.span, text } },
    );
  if (catalogue.user?.has(name.text)) return write("field", `user.${name.text}`);
  if (catalogue.tags.has(name.text)) return write("tag", `has ${name.text}`);
  if (catalogue.events.has(name.text)) return write("event", `count of ${name.text} ever`);
  const { exist, suggestion } = meant(name, catalogue.lifecycles.keys());
  return report.add("unknown-lifecycle", name.span, { name: name.text, exist }, { suggestion });
}

function dotted(c: Checker, first: Name, second: Name, expr: Path): null {
  const text = c.phrases.textOf(expr.span);
  const lifecycle = c.catalogue.lifecycles.get(first.text);
  if (lifecycle) {
    const write = `${first.text} is ${second.text}`;
    return c.report.add("write-as", expr.span, { name: text, kind: "stage", write });
  }
  if (c.catalogue.events.get(first.text)?.fields.has(second.text)) {
    const write = `sum of ${text} ever`;
    return c.report.add("write-as", expr.span, { name: text, kind: "sum", write });
  }
  return unknownBare(c, { text, span: expr.span });
}
