import type { Fact, Program, Test } from "../../src/program/program.js";

/**
 * What a strategy's `who` means, as text that is the same for the same meaning: facts stand in place of their columns, and
 * the places in the source are gone. What is said with one denial or another is one meaning.
 */
export function meaningOf(program: Program): string {
  const who = program.strategies[0]?.who ?? [];
  return JSON.stringify(who.map((test) => plain(test, program.facts)));
}

/** What a whole program means, likewise: what it calls things and where it says them apart. */
export function meaningOfAll({ facts, ...program }: Program): string {
  return JSON.stringify(plain({ ...program, phrases: [] }, facts));
}

function plain(node: unknown, facts: readonly Fact[] | null): unknown {
  if (Array.isArray(node)) return node.map((each) => plain(each, facts));
  if (typeof node !== "object" || node === null) return node;
  if ("column" in node && facts) return { fact: plain(facts[Number(node.column)], null) };
  const known = facts && never(node, facts);
  if (known) return plain(known, facts);
  const entries = Object.entries(node).filter(([key]) => key !== "said");
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value, facts)]));
}

/** `not did X` is counted as at least one, denied; `did not X` as none. */
function never(node: object, facts: readonly Fact[]): Test | null {
  const test = node as Test;
  if (test.is !== "not" || test.part.is !== "compare") return null;
  const { op, left, right } = test.part;
  const isOnce = op === ">=" && right.is === "constant" && right.n === 1 && right.d === 1;
  if (!isOnce || left.is !== "column" || facts[left.column]?.is !== "count") return null;
  return { ...test.part, op: "=", right: { is: "constant", n: 0, d: 1 } };
}
