import type { Fact, Program } from "../program/program.js";

/** Costs next to nothing, and nobody reads it. */
const idle: Fact = { is: "now" };

/**
 * The program with an idle fact in place of each that nothing in `parts` reads, through tags and stages. Columns keep their places;
 * `parts` is made of tests and values, and of `{ tag }`, `{ lifecycle }` and `{ column }` by place.
 */
export function onlyFactsOf(program: Program, parts: readonly unknown[]): Program {
  const columns = columnsOf(program, parts);
  return { ...program, facts: program.facts.map((fact, column) => (columns.has(column) ? fact : idle)) };
}

/** What is still to be followed waits in a list: a chain of tags may be longer than any stack. */
function columnsOf({ tags, lifecycles }: Program, parts: readonly unknown[]): ReadonlySet<number> {
  const columns = new Set<number>();
  const followed = new Set<unknown>();
  const pending: unknown[] = [...parts];
  while (pending.length > 0) {
    const part = pending.pop();
    if (typeof part !== "object" || part === null || followed.has(part)) continue;
    followed.add(part);
    const { column, tag, lifecycle } = part as Readonly<Record<string, unknown>>;
    if (typeof column === "number") columns.add(column);
    if (typeof tag === "number") pending.push(tags[tag]?.value);
    if (typeof lifecycle === "number") pending.push(lifecycles[lifecycle]);
    pending.push(...Object.values(part));
  }
  return columns;
}
