import { MILLIONTHS } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Field } from "../../program/program.js";
import type { Name, Path } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { nearest } from "../../text/nearest.js";
import type { LifecycleEntry } from "../catalogue.js";
import { isPartial } from "../partial.js";
import { isKnown } from "../known.js";
import { isText } from "../type.js";
import { storedField, unknownField } from "./field.js";
import { tagValue } from "./tag-value.js";
import { triggerField } from "./trigger-field.js";
import { constant, plain, type Value } from "../value.js";

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
      return triggerField(c, second, expr, scope);
    case "benefit":
      return c.report.add("benefit-outside-material", expr.span, { text });
  }
  return dotted(c, first, second, expr);
}

/** Whether a bare name stands for a value here; if not, it may still be a choice of what it is compared with. */
export function isValueName(c: Checker, expr: Path, scope: Scope): boolean {
  const [name] = expr.names as readonly [Name];
  if (expr.names.length > 1) return true;
  if (scope.event) return scope.event.fields.has(name.text) || c.catalogue.measures.has(name.text);
  const { lifecycles, measures } = c.catalogue;
  return scope.scores?.has(name.text) || lifecycles.has(name.text) || measures.has(name.text) || isTagValue(c, name);
}

function isTagValue(c: Checker, name: Name): boolean {
  return c.catalogue.tags.has(name.text) && c.tag(name.text, name)?.is === "value";
}

function userField(c: Checker, name: Name, expr: Path, scope: Scope): Value | null {
  if (!c.catalogue.user) return null;
  const entry = c.catalogue.user.get(name.text);
  if (!entry) return unknownField(c, name, "user", c.catalogue.user);
  const { field, place } = entry;
  if (!field) return null;
  // In a `where` columns are fields of the event; the user's go by their own places.
  const at: Place = scope.event
    ? { is: "profile", field: place }
    : { is: "column", column: c.facts.column({ is: "profile", field: place }) };
  return fieldValue(c, field, at, expr, scope);
}

function bare(c: Checker, name: Name, expr: Path, scope: Scope): Value | null {
  if (scope.event) {
    const entry = scope.event.fields.get(name.text);
    if (entry) return entry.field && fieldValue(c, entry.field, { is: "column", column: entry.place }, expr, scope);
    if (c.catalogue.measures.has(name.text)) return measure(c, name);
    if (c.catalogue.lifecycles.has(name.text) || c.catalogue.tags.has(name.text))
      return c.report.add("where-needs-fields", expr.span, { text: name.text });
    return unknownField(c, name, scope.event.node.name.text, scope.event.fields);
  }
  if (scope.scores?.has(name.text)) return scope.scores.value(name.text);
  const lifecycle = c.catalogue.lifecycles.get(name.text);
  if (lifecycle) return stage(c, lifecycle, name, scope);
  if (c.catalogue.measures.has(name.text)) return measure(c, name);
  const tag = c.catalogue.tags.get(name.text);
  if (!tag) return unknownBare(c, name);
  const meaning = c.tag(name.text, name);
  if (meaning?.is === "value") return tagValue(tag.place, meaning.value, expr, c, scope);
  return meaning && unknownBare(c, name);
}

function stage(c: Checker, { node, type, place }: LifecycleEntry, name: Name, scope: Scope): Value {
  // Its stages are checked before anything relies on them, and a lifecycle that needs itself is found.
  c.division(name.text, name);
  const num = { is: "stage", lifecycle: place } as const;
  if (!isPartial(node) || isKnown(scope.known, num)) return plain(type, num);
  const fallback = type.members.at(-1)?.id ?? null;
  return plain(type, num, [{ span: name.span, text: name.text, known: `${name.text} is known`, fallback }]);
}

/** A number of the population, the same for everybody. */
function measure(c: Checker, name: Name): Value | null {
  const found = c.measure(name.text, name);
  if (!found) return null;
  if (found.is === "share") return plain({ is: "ratio" }, constant(found.share, MILLIONTHS));
  const { unit, n } = found.length;
  return unit === "ms" ? plain({ is: "span" }, constant(n)) : { is: "period", unit, n };
}

type Place = { readonly is: "profile"; readonly field: number } | { readonly is: "column"; readonly column: number };

function fieldValue(c: Checker, field: Field, at: Place, expr: Path, scope: Scope): Value {
  const { type } = field;
  const value = isText(type) ? at : { ...at, per: storedPer(type) };
  return storedField(c, type, value, field.optional, expr, scope);
}

/** A name alone that is no value: perhaps the author left out the word that goes with it. */
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
  const fields = [...(catalogue.user?.keys() ?? [])].map((field) => [field, `user.${field}`] as const);
  const others = [catalogue.lifecycles, catalogue.measures, catalogue.tags].flatMap((named) => [...named.keys()]);
  const ways = new Map([...fields, ...others.map((each) => [each, each] as const)]);
  const near = ways.get(nearest(name.text, ways.keys()) ?? "") ?? null;
  const suggestion = near === null ? null : { span: name.span, text: near };
  return report.add("unknown-name", name.span, { name: name.text, near }, { suggestion });
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
  if (nearest(first.text, ["user"]) !== null && c.catalogue.user?.has(second.text)) {
    const suggestion = { span: first.span, text: "user" };
    return c.report.add("misspelt", first.span, { written: first.text, near: "user" }, { suggestion });
  }
  return unknownBare(c, { text, span: expr.span });
}
