import type { Num, Test, When } from "../../program/program.js";
import type { StrategyEntry } from "../catalogue.js";
import type { Checker } from "../checker.js";
import type { Clause } from "./clause.js";
import type { Goal } from "./goal.js";
import type { Users } from "./user-ground.js";
import { between } from "./values.js";

/** What holds of a user whenever a strategy starts: the events that start it have happened, the state is entered or left. */
export function begun(c: Checker, users: Users, { node }: StrategyEntry, when: When): readonly Clause[] {
  if (!node.when) return [];
  const { span } = node.when;
  const goals = begunGoals(users, when);
  return goals.length === 0 ? [] : [{ goals, text: `when ${c.phrases.textOf(span)}`, span, test: null }];
}

/** The same without the words. */
export function begunGoals(users: Users, when: When): readonly Goal[] {
  switch (when.is) {
    case "happens":
      return [happened(users, when.pattern.event, when.pattern.where, 1), ...started(users, when.pattern)];
    case "absence":
      return [happened(users, when.first.event, when.first.where, 1), ...started(users, when.first)];
    case "nth":
      return [happened(users, when.pattern.event, when.pattern.where, when.nth), ...started(users, when.pattern)];
    case "stall":
      return when.steps.map(({ event, where }) => happened(users, event, where, 1));
    case "state":
      return [{ is: "test", test: when.state, want: when.change === "enters" }];
    default:
      return [];
  }
}

function happened(users: Users, event: number, where: Test | null, times: number): Goal {
  const column = users.column({ is: "count", event, where, window: { is: "ever" } });
  return { is: "atom", atom: users.search.terms.column(column), values: between(times, Number.POSITIVE_INFINITY) };
}

/** What is known of the event that starts a strategy: it passes its test, and has all fields that every such event has. */
function started(users: Users, { event, where }: { event: number; where: Test | null }): readonly Goal[] {
  const fields = users.world.events[event] ?? [];
  const known = fields.flatMap((field, place): readonly Goal[] => {
    const column = users.world.known({ is: "trigger", event, field: place });
    if (column === null || !field || field.optional) return [];
    const said = -1;
    if (["text", "zone", "locale"].includes(field.type.is)) {
      return [{ is: "test", test: { is: "knownText", value: { is: "column", column }, said }, want: true }];
    }
    const value: Num = { is: "column", column, per: 1 };
    return [{ is: "test", test: { is: "knownNum", value, type: field.type, said }, want: true }];
  });
  if (where === null) return known;
  return [...known, { is: "test", test: ofTrigger(users, event, where), want: true }];
}

/** A test over the fields of an event, as a test over the columns of a user whom that event started a strategy for. */
function ofTrigger(users: Users, event: number, where: Test): Test {
  const moved = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(moved);
    const node = part as Readonly<Record<string, unknown>>;
    if (node["is"] === "column")
      return { ...node, column: users.column({ is: "trigger", event, field: Number(node["column"]) }) };
    if (node["is"] === "profile") {
      const { field, ...rest } = node;
      return { ...rest, is: "column", column: users.column({ is: "profile", field: Number(field) }) };
    }
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, moved(value)]));
  };
  return moved(where) as Test;
}
