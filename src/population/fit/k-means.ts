import { murmur3 } from "../../gate/murmur3.js";

/** Points by coordinate: a column each. */
export type Points = readonly Float64Array[];

export interface Clusters {
  /** Highest on the first coordinate first; where they agree, on the next. */
  readonly centroids: readonly (readonly number[])[];
  /** How many points are nearest to each. */
  readonly sizes: readonly number[];
}

/** Rounds after which the centroids are taken as they are. */
const ROUNDS = 100;

/**
 * k-means: centroids such that each is the mean of the points that are nearest to it (Lloyd's rounds, until no point changes its
 * centroid). A point between two belongs to the first. The search begins where `salt` says, by k-means++: each new centroid is the best
 * of a few points, drawn more often the farther they lie from the centroids so far. The same points in the same order and the same salt
 * give the same centroids.
 */
export function kMeans(points: Points, count: number, groups: number, salt: string): Clusters {
  let centroids = firstCentroids(points, count, groups, draws(salt));
  const nearest = new Int32Array(count).fill(-1);
  for (let round = 0; round < ROUNDS && assign(points, centroids, nearest); round++)
    centroids = meansOf(points, nearest, centroids);
  const order = centroids.map((_, place) => place).sort((a, b) => higher(centroids[a] ?? [], centroids[b] ?? []));
  const sizes = centroids.map(() => 0);
  for (const place of nearest) sizes[place] = (sizes[place] as number) + 1;
  return {
    centroids: order.map((place) => centroids[place] as number[]),
    sizes: order.map((place) => sizes[place] as number),
  };
}

function higher(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((value, at) => value !== b[at]);
  return differs < 0 ? 0 : (b[differs] as number) - (a[differs] as number);
}

/** Numbers from 0 to below 1, by hashing the salt with a count. */
function draws(salt: string): () => number {
  const encoder = new TextEncoder();
  let count = 0;
  return () => murmur3(encoder.encode(`${salt}\u001f${count++}`)) / 2 ** 32;
}

function firstCentroids(points: Points, count: number, groups: number, draw: () => number): number[][] {
  const first = pointAt(points, Math.floor(draw() * count));
  const centroids = [first];
  let away: Float64Array = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  narrow(points, first, away);
  const tries = 2 + Math.floor(Math.log(groups));
  while (centroids.length < groups) {
    const drawn = Array.from({ length: tries }, () => pointAt(points, drawnPlace(away, draw())));
    const best = leastLeft(points, drawn, away);
    centroids.push(best.point);
    away = best.away;
  }
  return centroids;
}

/** Of some points, the one that leaves all points nearest to their centroids; of equally good ones the first. */
function leastLeft(
  points: Points,
  drawn: readonly number[][],
  away: Float64Array,
): { point: number[]; away: Float64Array } {
  const outcomes = drawn.map((point) => {
    const left = away.slice();
    return { point, away: left, total: narrow(points, point, left) };
  });
  return outcomes.reduce((best, next) => (next.total < best.total ? next : best));
}

function pointAt(points: Points, place: number): number[] {
  return points.map((column) => column[place] as number);
}

/** The place at which the running total of the distances passes `share` of the whole. */
function drawnPlace(away: Float64Array, share: number): number {
  let left = share * sum(away);
  for (let place = 0; place < away.length; place++) {
    left -= away[place] as number;
    if (left < 0) return place;
  }
  return away.length - 1;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Lowers each point's squared distance to that from one more centroid; gives their total. */
function narrow(points: Points, centroid: readonly number[], away: Float64Array): number {
  let total = 0;
  for (let place = 0; place < away.length; place++) {
    const distance = squared(points, place, centroid);
    if (distance < (away[place] as number)) away[place] = distance;
    total += away[place] as number;
  }
  return total;
}

function squared(points: Points, place: number, centroid: readonly number[]): number {
  let total = 0;
  for (let at = 0; at < centroid.length; at++) {
    const apart = (points[at]?.[place] as number) - (centroid[at] as number);
    total += apart * apart;
  }
  return total;
}

/** Finds the nearest centroid of each point; whether any changed. */
function assign(points: Points, centroids: readonly number[][], nearest: Int32Array): boolean {
  let changed = false;
  for (let place = 0; place < nearest.length; place++) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    centroids.forEach((centroid, group) => {
      const distance = squared(points, place, centroid);
      if (distance < least) [best, least] = [group, distance];
    });
    if (nearest[place] !== best) changed = true;
    nearest[place] = best;
  }
  return changed;
}

/** The mean of each group's points; a group without points stays where it was. */
function meansOf(points: Points, nearest: Int32Array, before: readonly number[][]): number[][] {
  const sizes = before.map(() => 0);
  const totals = before.map((centroid) => centroid.map(() => 0));
  for (let place = 0; place < nearest.length; place++) {
    const group = nearest[place] as number;
    const total = totals[group] as number[];
    sizes[group] = (sizes[group] as number) + 1;
    for (let at = 0; at < total.length; at++) total[at] = (total[at] as number) + (points[at]?.[place] as number);
  }
  return totals.map((total, group) => {
    const size = sizes[group] as number;
    return size === 0 ? (before[group] as number[]) : total.map((each) => each / size);
  });
}
