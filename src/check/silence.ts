import type { Did, Expr } from "../syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { Checker } from "./checker.js";
import type { Claim } from "./known.js";
import { expressionsOf, namedIn } from "./need.js";

/**
 * Warns of `did not X for N days` that must hold while nothing beside it says that X ever happened or how old the user is:
 * whoever registered yesterday is silent as well. `parts` must all hold; `known` is what they establish.
 */
export function warnOfSilence(c: Checker, parts: readonly Expr[], known: readonly Claim[]): void {
  const silent = parts.flatMap(conjuncts).filter(isSilence);
  for (const expr of silent) {
    const entry = c.catalogue.events.get(expr.pattern.event.text);
    if (!entry || known.some((claim) => claim.is === "anything" || happenedTo(claim, entry.place))) continue;
    if (parts.some((part) => tellsAge(part, c.catalogue))) continue;
    const event = entry.node.name.text;
    const text = c.phrases.textOf(expr.span);
    // What is not kept cannot be asked about for ever.
    const write = entry.kept === null ? `did ${event} ever and ${text}` : null;
    const suggestion = write === null ? null : { span: expr.span, text: write };
    c.report.add("silence-of-the-new", expr.span, { text, event, write }, { severity: "warning", suggestion });
  }
}

/** The parts that must hold for an expression to hold. */
function conjuncts(expr: Expr): readonly Expr[] {
  return expr.is === "and" ? expr.parts.flatMap(conjuncts) : [expr];
}

function isSilence(expr: Expr): expr is Did {
  return expr.is === "did" && expr.negated && expr.frequency === null && expr.window?.is === "for";
}

function happenedTo(claim: Claim, event: number): boolean {
  return claim.is === "happened" && claim.event === event;
}

/** Whether an expression, or a tag or a stage that it names, looks at a date or an instant of the user. */
function tellsAge(expr: Expr, catalogue: Catalogue, seen: Set<string> = new Set()): boolean {
  if (namesMoment(expr, catalogue)) return true;
  return [...namedIn(expr, catalogue)].some(({ is, name }) => {
    const key = `${is} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return expressionsOf(catalogue, { is, name }).some((each) => tellsAge(each, catalogue, seen));
  });
}

/** Whether a node of the tree, or one anywhere in it, is a path to such a field. */
function namesMoment(node: unknown, catalogue: Catalogue): boolean {
  if (typeof node !== "object" || node === null) return false;
  if (isUserPath(node)) {
    const type = catalogue.user?.get(node.names[1]?.text ?? "")?.field?.type.is;
    return type === "date" || type === "instant";
  }
  return Object.values(node).some((part) => namesMoment(part, catalogue));
}

function isUserPath(node: object): node is Extract<Expr, { readonly is: "path" }> {
  return (
    "is" in node && node.is === "path" && "names" in node && Array.isArray(node.names) && node.names[0]?.text === "user"
  );
}
