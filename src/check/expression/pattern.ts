import type { Fact, Num, Text, Window } from "../../program/program.js";
import type { Expr, Name } from "../../syntax/tree.js";
import type { EventEntry } from "../catalogue.js";
import type { Checker, Scope } from "../checker.js";
import { keyOfTest } from "../fact-table.js";
import type { Claim, Happened } from "../known.js";
import type { Matched } from "../matched.js";
import { meant } from "../report.js";

/** The event that a name stands for. */
export function eventOf(c: Checker, name: Name): EventEntry | null {
  const entry = c.catalogue.events.get(name.text);
  if (entry) return entry;
  const other = otherThanEvent(c, name.text);
  if (other) return c.report.add("write-as", name.span, { name: name.text, ...other });
  const { exist, suggestion } = meant(name, c.catalogue.events.keys());
  return c.report.add("unknown-event", name.span, { name: name.text, exist }, { suggestion });
}

/** What a name stands for that is no event, and how it is asked for. */
function otherThanEvent(
  { catalogue }: Checker,
  name: string,
): { kind: "score" | "tag" | "lifecycle"; write: string } | null {
  if (catalogue.models.has(name)) return { kind: "score", write: `${name} is known` };
  if (catalogue.tags.has(name)) return { kind: "tag", write: `has ${name}` };
  const [stage] = catalogue.lifecycles.get(name)?.type.members ?? [];
  return stage ? { kind: "lifecycle", write: `${name} is ${stage.id}` } : null;
}

/** An event and its `where`; `null` when something in them was reported. */
export function matched(c: Checker, name: Name, where: Expr | null, scope: Scope): Matched | null {
  const entry = eventOf(c, name);
  if (!entry) return null;
  if (where === null) return { entry, event: entry.place, where: null, key: "" };
  const { test } = c.test(where, { ...scope, event: entry, known: outside(c, scope.known), hole: false });
  return test && { entry, event: entry.place, where: test, key: keyOfTest(test) };
}

/** At least so many such events in a window. */
export function happened(found: Matched, window: Window, field: number | null = null, times = 1): Happened {
  return { is: "happened", event: found.event, where: found.key, window, field, times };
}

/**
 * What is established of a user, as it is said inside a `where`: there, a column is a field of the event, and a field of the
 * user or of the triggering event goes by its own place. What is known of anything else cannot be named in a `where`.
 */
function outside(c: Checker, known: readonly Claim[]): Claim[] {
  return known.flatMap((claim): Claim[] => {
    if (claim.is === "anything") return [claim];
    if (claim.is === "happened" || claim.value.is !== "column") return [];
    const inside = fromOutside(c.facts.list[claim.value.column], claim.value);
    if (!inside) return [];
    return claim.is === "known"
      ? [{ is: "known", value: inside }]
      : isNum(inside)
        ? [{ is: "notZero", value: inside }]
        : [];
  });
}

function fromOutside(fact: Fact | undefined, value: (Num | Text) & { readonly is: "column" }): Num | Text | null {
  if (fact?.is !== "profile" && fact?.is !== "trigger") return null;
  const { field } = fact;
  const at = fact.is === "profile" ? ({ is: "profile", field } as const) : ({ is: "trigger", field } as const);
  return "per" in value ? { ...at, per: value.per } : at;
}

function isNum(value: Num | Text): value is Num {
  return "per" in value;
}
