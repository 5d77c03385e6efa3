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
      return named(catalogue, eventName(catalogue, when));
  }
}

type EventWhen = Extract<Tree.When, { readonly is: "happens" | "absence" | "afterPoint" | "stalls" }>;

/** The event whose occurrence counts: of a stall that of the step before, which was reached last. */
function eventName(catalogue: Catalogue, when: EventWhen): string | null {
  switch (when.is) {
    case "happens":
      return when.pattern.event.text;
    case "absence":
      return when.first.event.text;
    case "afterPoint":
      return when.point.pattern.event.text;
    case "stalls":
      return reachedBefore(catalogue, when.process.text, when.step.text);
  }
}

function reachedBefore(catalogue: Catalogue, process: string, step: string): string | null {
  const node = catalogue.processes.get(process)?.node;
  if (!node) return null;
  const at = stepNames(node).findIndex((name) => name.text === step);
  return [node.first, ...node.steps][at - 1]?.pattern.event.text ?? null;
}

function named(catalogue: Catalogue, event: string | null): TriggerScope {
  const entry = event === null ? undefined : catalogue.events.get(event);
  return entry ? { is: "event", entries: [entry] } : { is: "unsound" };
}
