import type { Ask } from "../facts/ask.js";
import type { Program } from "../program/program.js";
import { ranksOf } from "../program/ranks.js";
import { byCodePoint } from "../text/order.js";
import type { Agenda, Due, Occurrence } from "./agenda.js";

/** Adds what falls due, in any order, to an agenda; gives back the agenda itself if there is nothing to add. */
export type Merge = (agenda: Agenda, dues: readonly Due[]) => Agenda;

export function createMerge(program: Pick<Program, "strategies">): Merge {
  const ranks = ranksOf(program);

  /** The total order of the fold: instant, priority (high first), strategy id by code point, key. */
  function compareDues(left: Keyed, right: Keyed): number {
    if (left.now !== right.now) return left.now - right.now;
    const rank = (ranks[left.strategy] as number) - (ranks[right.strategy] as number);
    return rank || byCodePoint(left.key, right.key);
  }

  return (agenda, dues) => {
    if (dues.length === 0) return agenda;
    const added = distinctAsks(dues.flatMap(({ ask, before }) => (before ? [ask, before] : [ask])));
    const { asks, ofLeft, ofRight } = mergeAsks(agenda.asks, added);
    const placeOf = (ask: Ask): number => ofRight[findAsk(added, ask)] as number;
    const moved = agenda.occurrences.map(({ strategy, at, before, date, key }) => {
      const now = agenda.asks[at]?.now as number;
      return {
        now,
        strategy,
        at: ofLeft[at] as number,
        before: before < 0 ? -1 : (ofLeft[before] as number),
        date,
        key,
      };
    });
    const fresh = dues
      .map(({ strategy, ask, before, date, key }) => {
        return { now: ask.now, strategy, at: placeOf(ask), before: before ? placeOf(before) : -1, date, key };
      })
      .sort(compareDues);
    return { asks, occurrences: mergeSorted(moved, fresh, compareDues).map(withoutInstant) };
  };
}

interface Keyed extends Occurrence {
  readonly now: number;
}

function withoutInstant({ strategy, at, before, date, key }: Keyed): Occurrence {
  return { strategy, at, before, date, key };
}

/** By `now`, then by `upTo`; what is left only has to be the same order always. */
function compareAsks(left: Ask, right: Ask): number {
  return (
    compare(left.now, right.now) ||
    compare(left.upTo, right.upTo) ||
    compare(left.until, right.until) ||
    compare(left.trigger?.event ?? -1, right.trigger?.event ?? -1) ||
    compare(left.trigger?.row ?? -1, right.trigger?.row ?? -1)
  );
}

function compare(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function distinctAsks(asks: readonly Ask[]): Ask[] {
  const sorted = [...asks].sort(compareAsks);
  return sorted.filter((ask, place) => place === 0 || compareAsks(sorted[place - 1] as Ask, ask) !== 0);
}

function findAsk(asks: readonly Ask[], ask: Ask): number {
  let low = 0;
  let high = asks.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAsks(asks[middle] as Ask, ask) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Both lists in one, with the new places of the members of each; equal asks become one. */
function mergeAsks(
  left: readonly Ask[],
  right: readonly Ask[],
): { readonly asks: readonly Ask[]; readonly ofLeft: readonly number[]; readonly ofRight: readonly number[] } {
  const asks: Ask[] = [];
  const [ofLeft, ofRight]: [number[], number[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    const order = one === undefined ? 1 : other === undefined ? -1 : compareAsks(one, other);
    if (order <= 0) ofLeft[i++] = asks.length;
    if (order >= 0) ofRight[j++] = asks.length;
    asks.push((order <= 0 ? one : other) as Ask);
  }
  return { asks, ofLeft, ofRight };
}

function mergeSorted<T>(left: readonly T[], right: readonly T[], order: (one: T, other: T) => number): T[] {
  const merged: T[] = [];
  let j = 0;
  for (const one of left) {
    while (j < right.length && order(right[j] as T, one) < 0) merged.push(right[j++] as T);
    merged.push(one);
  }
  return [...merged, ...right.slice(j)];
}
