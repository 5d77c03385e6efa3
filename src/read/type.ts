import type { Type } from "../program/program.js";
import type { Aggregate, Expr, Path } from "../syntax/tree.js";
import { type Members, membersOf, type Named } from "./catalogue.js";
import { signs } from "../calendar/sign.js";
import { asValue } from "./role.js";
import { type Scope, typeOfField, typeOfTriggerField } from "./scope.js";
import type { Sort } from "./told.js";

/** A list of choices; a lifecycle's are its stages. */
export interface Choices {
  readonly members: Members<Named>;
  readonly lifecycle: boolean;
}

/** What a value is of; `null` for what only its context tells, such as a bare choice. */
export function typeOf(expr: Expr, scope: Scope): Type | null {
  const node = asValue(expr);
  switch (node.is) {
    case "ifUnknown":
      return typeOf(node.operand, scope);
    case "arithmetic":
      return node.op === "/" ? { is: "number" } : typeOf(node.left, scope);
    case "timeSince":
      return { is: "span" };
    case "aggregate":
      return typeOfAggregate(node, scope);
    case "fieldOf":
      return typeOfField(node.point.pattern.event.text, node.field.text, scope);
    case "mapOf":
      return scope.catalogue.mapTypes.get(node.map.text) ?? null;
    case "zodiac":
      return { is: "enum", members: signs[node.calendar].map((id) => ({ id, label: null })) };
    case "path":
      return typeOfPath(node, scope);
    case "quantity":
      return { is: "number" };
    case "text":
    case "boolean":
    case "date":
      return { is: node.is };
  }
}

function typeOfAggregate({ fn, of, field }: Aggregate, scope: Scope): Type | null {
  if (fn === "count" || fn === "countDays" || fn === "countDistinct") return { is: "integer" };
  return fn === "average" ? { is: "number" } : typeOfField(of.text, field?.text ?? "", scope);
}

function typeOfPath(path: Path, scope: Scope): Type | null {
  const [first, second] = path.names;
  const name = first?.text ?? "";
  if (second && name === "event") return typeOfTriggerField(second.text, scope);
  if (second) return name === "user" ? (scope.catalogue.user.byId.get(second.text)?.type ?? null) : null;
  const field = scope.event === null ? null : typeOfField(scope.event, name, scope);
  return field ?? typeOfMeasure(name, scope) ?? (scope.event === null ? typeOfName(name, scope) : null);
}

function typeOfMeasure(name: string, { catalogue }: Scope): Type | null {
  const measure = catalogue.measures.get(name);
  return measure === undefined ? null : { is: measure === "period" ? "period" : "ratio" };
}

/** A score of the value in whose tiers we are, or a tag. */
function typeOfName(name: string, scope: Scope): Type | null {
  const score = scope.scores?.get(name);
  if (score) return typeOf(score.value, { ...scope, scores: null });
  return scope.catalogue.tagTypes.get(name) ?? null;
}

/** Whether a path names a value by itself; what does not may be a choice of what it stands against. */
export function isNamedValue(path: Path, scope: Scope): boolean {
  const lifecycle = scope.event === null && scope.catalogue.lifecycles.has(nameOf(path));
  return path.names.length > 1 || lifecycle || typeOfPath(path, scope) !== null;
}

/** The choices that a value is one of, or `null`. */
export function choicesOf(expr: Expr, scope: Scope): Choices | null {
  if (expr.is === "ifUnknown") return choicesOf(expr.operand, scope);
  if (expr.is === "path" && expr.names.length === 1 && scope.event === null) {
    const stages = scope.catalogue.lifecycles.get(nameOf(expr));
    if (stages) return { members: membersOf(stages), lifecycle: true };
  }
  const type = typeOf(expr, scope);
  return type?.is === "enum" ? { members: choicesOfType(type, scope), lifecycle: false } : null;
}

/** Signs of a zodiac are named in the language that is read, for nobody has declared them. */
export function choicesOfType(type: Type & { readonly is: "enum" }, { words }: Scope): Members<Named> {
  const ids = type.members.map(({ id }) => id).join(" ");
  for (const calendar of ["western", "chinese"] as const) {
    if (ids === signs[calendar].join(" "))
      return membersOf(signs[calendar].map((id) => ({ id, label: words.sign(id) })));
  }
  return membersOf(type.members);
}

/** What sort of thing a value is. */
export function sortOf(expr: Expr, scope: Scope): Sort {
  switch (typeOf(expr, scope)?.is) {
    case "date":
    case "instant":
      return "date";
    case "span":
    case "period":
      return "duration";
    case "integer":
      return "count";
    case "number":
    case "ratio":
    case "points":
    case "money":
      return "number";
    case "version":
      return "version";
    default:
      return "text";
  }
}

export function nameOf(path: Path): string {
  return path.names[0]?.text ?? "";
}
