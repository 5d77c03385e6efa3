import type * as Tree from "../syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import type { TriggerEvent, TriggerScope } from "./checker.js";
import { triggerOf } from "./trigger.js";

/** A strategy, or one variant of it, that names a material. */
export interface Use {
  readonly strategy: Tree.Strategy;
  readonly variant: Tree.Variant | null;
}

/** Where a material may go out, in order of declaration. A variant without materials of its own takes those of its strategy. */
export function usesOf(catalogue: Catalogue, material: string): readonly Use[] {
  return [...catalogue.strategies.values()].flatMap(({ node: strategy }): Use[] => {
    const own = strategy.materials;
    const variants = (strategy.split?.variants ?? []).filter(({ none }) => !none);
    const offers = strategy.split
      ? variants.map((variant) => ({ variant, materials: variant.materials.length > 0 ? variant.materials : own }))
      : [{ variant: null, materials: own }];
    return offers.flatMap(({ variant, materials }) =>
      materials.some(({ text }) => text === material) ? [{ strategy, variant }] : [],
    );
  });
}

/** What `event.x` reads in a material: the event that starts each strategy which uses it, so every one needs such an event. */
export function triggerOfUses(catalogue: Catalogue, uses: readonly Use[]): TriggerScope {
  const scopes = uses.map(({ strategy }) => triggerOf(catalogue, strategy.when));
  const without = scopes.find(({ is }) => is === "none") ?? scopes.find(({ is }) => is === "unsound");
  if (without) return without;
  if (uses.length === 0) return { is: "unused" };
  return { is: "event", entries: merged(scopes.flatMap((scope) => (scope.is === "event" ? scope.entries : []))) };
}

/** Each event once; what is known in it is what is known wherever it starts a strategy. */
function merged(entries: readonly TriggerEvent[]): TriggerEvent[] {
  const byPlace = new Map<number, TriggerEvent>();
  for (const entry of entries) {
    const known = byPlace.get(entry.place)?.established ?? entry.established;
    const established = new Set([...known].filter((field) => entry.established.has(field)));
    byPlace.set(entry.place, { ...entry, established });
  }
  return [...byPlace.values()];
}
