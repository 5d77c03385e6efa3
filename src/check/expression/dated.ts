import type { Fact, Moment, Num } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { hasHappened, isKnown, knownClaims } from "../known.js";
import type { Dated, Missing } from "../value.js";
import { pointOf } from "./moment.js";
import { profileMoment } from "./profile-moment.js";

/** A moment that something is counted from; `null` when something in it was reported. */
export function datedOf(c: Checker, node: Tree.Point | Tree.Path, scope: Scope): Dated | null {
  if (node.is === "point") {
    const marked = pointOf(c, node, scope);
    if (!marked) return null;
    return { moment: marked.point, whenKnown: [marked.need], sure: hasHappened(scope.known, marked.need) };
  }
  const found = profileMoment(c, node);
  if (!found) return null;
  const column = columnOf(c, found.moment);
  const sure = !found.field.optional || isKnown(scope.known, column);
  return { moment: found.moment, whenKnown: knownClaims(column), sure };
}

/** What may be unknown of a moment, as to be written in a fix. `text` is the value that counts from it. */
export function missingMoment(
  c: Checker,
  node: Tree.Point | Tree.Path,
  text: string,
  span: Tree.Expr["span"],
): Missing {
  if (node.is === "path") {
    const field = c.phrases.textOf(node.span);
    // A field that is tested itself takes no `if unknown`.
    return { span, text, known: `${field} is known`, fallback: text === field ? null : FAR };
  }
  const pattern = c.phrases.textOf(node.pattern.span);
  const times = node.nth === "last" || node.nth === 1 ? "" : ` at least ${node.nth} times`;
  return { span, text, known: `did ${pattern}${times} ever`, fallback: FAR };
}

/** How long ago to take it for, in a fix: longer than anything that is likely to be compared with. */
const FAR = "3650 days";

/** The instant of a moment; `null` where it is a date, which has none. */
export function instantOfMoment(c: Checker, moment: Moment): Num | null {
  if (moment.is === "point") return factColumn(c, { is: "pointInstant", point: moment });
  return moment.is === "profile" && isInstant(c, moment.field) ? columnOf(c, moment) : null;
}

/** The local date of a moment. */
export function dateOfMoment(c: Checker, moment: Moment): Num {
  switch (moment.is) {
    case "date":
      return { is: "constant", n: moment.date, d: 1 };
    case "point":
      return factColumn(c, { is: "pointDate", point: moment });
    case "profile":
      return isInstant(c, moment.field)
        ? factColumn(c, { is: "profileDate", field: moment.field })
        : columnOf(c, moment);
  }
}

/** Now, or today in the user's zone. */
export function clock(c: Checker, is: "now" | "today"): Num {
  return factColumn(c, { is });
}

function columnOf(c: Checker, { field }: { readonly field: number }): Num {
  return factColumn(c, { is: "profile", field });
}

function factColumn(c: Checker, fact: Fact): Num {
  return { is: "column", column: c.facts.column(fact), per: 1 };
}

function isInstant(c: Checker, place: number): boolean {
  return [...(c.catalogue.user?.values() ?? [])][place]?.field?.type.is === "instant";
}
