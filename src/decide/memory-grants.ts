import type { Grants, Resource, Want } from "../gate/grants.js";
import type { Program } from "../program/program.js";

/**
 * Counters in memory: what the program limits, all of it free at first. Share one among the calls and users that draw on the same
 * quantities, budgets and quotas.
 */
export function createGrants(program: Program): Grants {
  return createStock(program)();
}

/** Makes such counters, time and again. */
export function createStock(program: Program): () => Grants {
  const limitOf = limitsOf(program);
  return () => grantsWithin(limitOf);
}

type LimitOf = (resource: Resource) => number;

function grantsWithin(limitOf: LimitOf): Grants {
  const taken = new Map<Resource, number>();
  const held = new Map<string, readonly Want[]>();

  function left(resource: Resource): number {
    return limitOf(resource) - (taken.get(resource) ?? 0);
  }

  function has({ resource, amount }: Want): boolean {
    return amount <= left(resource);
  }

  function add({ resource, amount }: Want, sign: 1 | -1): void {
    taken.set(resource, (taken.get(resource) ?? 0) + sign * amount);
  }

  return {
    has,
    reserve(key, wants) {
      for (const [place, want] of wants.entries()) {
        if (!has(want)) {
          for (const earlier of wants.slice(0, place)) add(earlier, -1);
          return want;
        }
        add(want, 1);
      }
      held.set(key, [...(held.get(key) ?? []), ...wants]);
      return null;
    },
    release(key) {
      for (const want of held.get(key) ?? []) add(want, -1);
      held.delete(key);
    },
    left,
  };
}

/** How much there is of each resource; a quota is the same for each of its days, weeks or months. */
function limitsOf({ benefits, sets, channels }: Program): LimitOf {
  const limits = new Map<Resource, number>();
  const quotas = new Map<string, number>();
  for (const { id, quantity, byChannel, budget } of benefits) {
    if (quantity !== null) limits.set(`benefit:${id}`, quantity);
    for (const limit of byChannel) limits.set(`benefit:${id}@${channels[limit.channel]?.id ?? ""}`, limit.quantity);
    if (budget !== null) limits.set(`money:benefit:${id}`, budget);
  }
  for (const { id, budget } of sets) if (budget !== null) limits.set(`money:set:${id}`, budget);
  for (const { id, quota } of channels) if (quota !== null) quotas.set(`quota:${id}`, quota.n);
  return (resource) => {
    const limit = limits.get(resource) ?? quotas.get(resource.slice(0, -DATE.length));
    if (limit === undefined) throw new RangeError(`the program has no limited \`${resource}\``);
    return limit;
  };
}

/** What a quota's resource ends with: the day on which its day, week or month starts. */
const DATE = ":2026-11-10";
