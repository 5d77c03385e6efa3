import type { Type } from "../program/program.js";
import type { Expr, Path } from "../syntax/tree.js";
import { type Catalogue, type Members, type Named, membersOf } from "./catalogue.js";
import type { ReadWording, Sort } from "./wording.js";

/** What a phrase is told with: the words of a language, the names of the project, and whose fields bare names are. */
export interface Scope {
  readonly words: ReadWording;
  readonly catalogue: Catalogue;
  /** The event in whose `where` we are. */
  readonly event: string | null;
  /** Tells a test on one line; here because tests are made of values, and values of events with tests. */
  readonly condition: (expr: Expr, scope: Scope) => string;
}

/** A list of choices; a lifecycle's are its stages. */
export interface Choices {
  readonly members: Members<Named>;
  readonly lifecycle: boolean;
}

/** The type of the field that a path names. */
export function typeOfField(path: Path, { catalogue, event }: Scope): Type | null {
  const [first, second] = path.names;
  if (event !== null) return catalogue.events.get(event)?.byId.get(first?.text ?? "")?.type ?? null;
  return first?.text === "user" && second ? (catalogue.user.byId.get(second.text)?.type ?? null) : null;
}

/** Whether a path names a value by itself; what does not may be a choice of what it stands against. */
export function isValue(path: Path, { catalogue, event }: Scope): boolean {
  const name = path.names[0]?.text ?? "";
  if (path.names.length > 1) return true;
  return event === null ? catalogue.lifecycles.has(name) : (catalogue.events.get(event)?.byId.has(name) ?? false);
}

/** The choices that a value is one of, or `null`. */
export function choicesOf(expr: Expr, scope: Scope): Choices | null {
  if (expr.is === "ifUnknown") return choicesOf(expr.operand, scope);
  if (expr.is !== "path") return null;
  const stages = scope.event === null && expr.names.length === 1 && scope.catalogue.lifecycles.get(nameOf(expr));
  if (stages) return { members: membersOf(stages), lifecycle: true };
  const type = typeOfField(expr, scope);
  return type?.is === "enum" ? { members: membersOf(type.members), lifecycle: false } : null;
}

/** What sort of thing a value is. */
export function sortOf(expr: Expr, scope: Scope): Sort {
  switch (expr.is) {
    case "ifUnknown":
      return sortOf(expr.operand, scope);
    case "arithmetic":
      return expr.op === "/" ? "number" : sortOf(expr.left, scope);
    case "timeSince":
      return "duration";
    case "date":
      return "date";
    case "text":
    case "boolean":
      return "text";
    case "path":
      return sortOfType(typeOfField(expr, scope));
    case "aggregate":
      if (expr.fn === "average") return "number";
      return expr.fn === "count" ? "count" : sortOfType(typeOfAggregate(expr, scope));
    case "quantity":
      return "number";
    case "and":
    case "or":
    case "not":
    case "compare":
    case "equal":
    case "oneOf":
    case "known":
    case "between":
    case "contains":
    case "has":
    case "did":
    case "pointTest":
    case "notYet":
      return "text";
  }
}

function typeOfAggregate(expr: Expr & { readonly is: "aggregate" }, { catalogue }: Scope): Type | null {
  return catalogue.events.get(expr.of.text)?.byId.get(expr.field?.text ?? "")?.type ?? null;
}

function sortOfType(type: Type | null): Sort {
  switch (type?.is) {
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
    default:
      return "text";
  }
}

export function nameOf(path: Path): string {
  return path.names[0]?.text ?? "";
}
