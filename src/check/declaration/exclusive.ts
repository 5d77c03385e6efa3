import type { Exclusion } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { lengthOf } from "../length.js";
import { meant } from "../report.js";

/**
 * Which strategies each strategy excludes, by its place. What one says holds both ways; a set stands for all its members; of
 * several lengths the longest holds.
 */
export function exclusions(c: Checker): readonly (readonly Exclusion[])[] {
  const strategies = [...c.catalogue.strategies.values()];
  const days: Map<number, number>[] = strategies.map(() => new Map());
  const relate = (one: number, other: number, length: number): void => {
    days[one]?.set(other, Math.max(length, days[one].get(other) ?? 0));
  };
  for (const { place, node } of strategies) {
    for (const clause of node.exclusive) {
      const length = clause.days ? daysOf(c, clause.days) : 1;
      const excluded = clause.names.flatMap((name) => namedBy(c, name, place));
      if (length === null) continue;
      for (const other of excluded) {
        relate(place, other, length);
        relate(other, place, length);
      }
    }
  }
  return days.map((each) =>
    [...each].map(([strategy, length]) => ({ strategy, days: length })).sort((a, b) => a.strategy - b.strategy),
  );
}

/** The places of the other strategies that a name stands for. */
function namedBy(c: Checker, name: Tree.Name, place: number): readonly number[] {
  const { sets, strategies } = c.catalogue;
  const set = sets.get(name.text);
  if (set) {
    const members = [...strategies.values()].filter((each) => each.set === set.place);
    return others(
      c,
      name,
      members.map((each) => each.place),
      place,
    );
  }
  const entry = strategies.get(name.text);
  if (entry) return others(c, name, [entry.place], place);
  const { exist, suggestion } = meant(name, [...strategies.keys(), ...sets.keys()]);
  c.report.add("unknown-strategy", name.span, { name: name.text, exist }, { suggestion });
  return [];
}

function others(c: Checker, name: Tree.Name, places: readonly number[], place: number): readonly number[] {
  const found = places.filter((each) => each !== place);
  if (found.length === 0) c.report.add("exclusive-self", name.span, { name: name.text });
  return found;
}

function daysOf(c: Checker, node: Tree.Quantity): number | null {
  const length = lengthOf(node);
  if (length?.unit === "day" && length.n > 0) return length.n;
  return c.report.add("bad-length", node.span, { text: c.phrases.textOf(node.span), needs: "dates" });
}
