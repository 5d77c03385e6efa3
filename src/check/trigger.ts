import type * as Tree from "../syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { TriggerScope } from "./checker.js";
import { stepNames } from "./expression/step-name.js";

/** What `event.x` reads in a strategy that starts so: decided by the form of its `when` alone. */
export function triggerOf(catalogue: Catalogue, when: Tree.When | null): TriggerScope {
  if (!when || when.is === "notYet") return { is: "unsound" };
  switch (when.is) {
    case "every":
    case "once":
      return { is: "none", why: "schedule", at: when.span };
    case "dated":
      return { is: "none", why: "date", at: when.span };
    case "state":
      return { is: "none", why: "state", at: when.span };
    default:
      return matching(catalogue, patternOf(catalogue, when));
  }
}

type EventWhen = Extract<Tree.When, { readonly is: "happens" | "absence" | "afterPoint" | "stalls" }>;

/** The event whose occurrence counts: of a stall that of the step before, which was reached last. */
function patternOf(catalogue: Catalogue, when: EventWhen): Tree.Pattern | null {
  switch (when.is) {
    case "happens":
      return when.pattern;
    case "absence":
      return when.first;
    case "afterPoint":
      return when.point.pattern;
    case "stalls":
      return reachedBefore(catalogue, when.process.text, when.step.text);
  }
}

function reachedBefore(catalogue: Catalogue, process: string, step: string): Tree.Pattern | null {
  const node = catalogue.processes.get(process)?.node;
  if (!node) return null;
  const at = stepNames(node).findIndex((name) => name.text === step);
  return [node.first, ...node.steps][at - 1]?.pattern ?? null;
}

function matching(catalogue: Catalogue, pattern: Tree.Pattern | null): TriggerScope {
  const entry = catalogue.events.get(pattern?.event.text ?? "");
  if (!entry) return { is: "unsound" };
  const established = new Set(pattern?.where ? knownIn(pattern.where) : []);
  return { is: "event", entries: [{ ...entry, established }] };
}

/** The fields that a condition asks to be known, of those that must hold for it to hold. */
function knownIn(where: Tree.Expr): string[] {
  if (where.is === "and") return where.parts.flatMap(knownIn);
  if (where.is !== "known" || where.negated || where.operand.is !== "path") return [];
  const [name, more] = where.operand.names;
  return name && !more ? [name.text] : [];
}
