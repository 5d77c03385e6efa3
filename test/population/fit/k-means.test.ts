import { describe, expect, it } from "vitest";
import { kMeans } from "../../../src/population/fit/k-means.js";
import type { Fit } from "../../../src/program/program.js";
import { among, chance, common, fitTown, pays, type Person, scores, spent, townProgram, until } from "./town.js";

/** Points in the plane around some centres, near enough to each not to mix. */
function scattered(centres: readonly (readonly [number, number])[], each: number, seed: number) {
  const draw = chance(seed);
  const points = centres.flatMap(([x, y]) =>
    Array.from({ length: each }, () => [x + draw() - 0.5, y + draw() - 0.5] as const),
  );
  return [0, 1].map((at) => Float64Array.from(points, (point) => point[at] as number));
}

const corners = [
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
] as const;

describe("k-means", () => {
  it("finds planted groups, whatever the salt", () => {
    for (let salt = 0; salt < 50; salt++) {
      const { centroids, sizes } = kMeans(scattered(corners, 40, salt), 160, 4, `salt ${salt}`);
      expect(sizes).toEqual([40, 40, 40, 40]);
      // Highest on the first coordinate first: two planted groups share it but for their noise.
      const near = centroids.map(([x = 0, y = 0]) => `${Math.round(x / 10) * 10},${Math.round(y / 10) * 10}`);
      expect([near.slice(0, 2).sort(), near.slice(2).sort()]).toEqual([
        ["10,0", "10,10"],
        ["0,0", "0,10"],
      ]);
    }
  });

  it("puts each centroid in the mean of the points that are nearest to it", () => {
    const points = scattered([...corners, [5, 5]], 30, 3);
    const { centroids } = kMeans(points, 150, 3, "s");
    const own = centroids.map((): number[] => []);
    for (let place = 0; place < 150; place++) {
      const away = centroids.map((centroid) =>
        centroid.reduce((sum, value, at) => sum + (value - (points[at]?.[place] as number)) ** 2, 0),
      );
      own[away.indexOf(Math.min(...away))]?.push(place);
    }
    centroids.forEach((centroid, group) =>
      centroid.forEach((value, at) => {
        const members = own[group] as number[];
        const mean = members.reduce((sum, place) => sum + (points[at]?.[place] as number), 0) / members.length;
        expect(value).toBeCloseTo(mean, 9);
      }),
    );
  });

  it("gives the same centroids for the same points and salt", () => {
    const points = scattered(corners, 25, 9);
    expect(kMeans(points, 100, 3, "a")).toEqual(kMeans(points, 100, 3, "a"));
  });

  it("orders centroids by the first coordinate, then by the next, highest first", () => {
    const points = [Float64Array.of(1, 1, 1, 5), Float64Array.of(0, 9, 4, 0)];
    expect(kMeans(points, 4, 4, "o").centroids).toEqual([
      [5, 0],
      [1, 9],
      [1, 4],
      [1, 0],
    ]);
  });

  it("leaves groups empty where there are fewer different points than groups", () => {
    const points = [Float64Array.of(2, 2, 2, 7)];
    const { sizes } = kMeans(points, 4, 3, "e");
    expect(sizes.filter((size) => size > 0).length).toBe(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4);
  });

  it("lets a point between two belong to one of them only", () => {
    const { sizes } = kMeans([Float64Array.of(0, 1, 2)], 3, 2, "t");
    expect([...sizes].sort()).toEqual([1, 2]);
  });
});

/** A person who paid so often, so much each time (in fen). */
function payer(n: number, times: number, amount: number): Person {
  const payments = Array.from({ length: times }, (_, k) => ({ at: until - (k + 1) * 86_400_000, amount }));
  return { id: `p${n}`, zone: "Asia/Shanghai", visits: [], pays: payments };
}

describe("groups of users", () => {
  const fit: Fit = {
    ...common,
    is: "groups",
    lifecycle: 0,
    scores: [
      { ...scores.f, value: pays, better: null },
      { ...scores.m, value: spent, better: null },
    ],
    groups: 3,
    salt: "habits",
  };
  const stages = among("groups", ["often", "rich", "rare"]);

  it("are the planted habits", async () => {
    const people = Array.from({ length: 150 }, (_, n) =>
      n % 3 === 0 ? payer(n, 20 + (n % 4), 100) : n % 3 === 1 ? payer(n, 3, 90_000 + n) : payer(n, 1 + (n % 2), 150),
    );
    const { fittings, problems } = await fitTown(people, townProgram([fit], [stages]));
    const found = fittings[0]?.calibration.found;
    expect(problems).toEqual([]);
    if (found?.is !== "groups") throw new Error("no groups");
    // In people's units again: the mean of each planted habit, often first.
    const means = [0, 1, 2].map((habit) => {
      const own = people.filter((_, n) => n % 3 === habit);
      const mean = (of: (person: Person) => number): number => own.reduce((sum, one) => sum + of(one), 0) / own.length;
      return [mean((one) => one.pays.length), mean((one) => one.pays.reduce((sum, { amount }) => sum + amount, 0))];
    });
    const centres = found.centroids.map((centre) =>
      centre.map((value, at) => (value * (found.spread[at] ?? 0)) / 1e12),
    );
    centres.forEach((centre, group) => {
      expect(centre[0]).toBeCloseTo(means[group]?.[0] ?? 0, 3);
      expect(Math.abs((centre[1] ?? 0) - (means[group]?.[1] ?? 0))).toBeLessThan(1);
    });
  });

  it("are an error where fewer have members than were asked for", async () => {
    const people = Array.from({ length: 120 }, (_, n) => payer(n, 1 + (n % 2), 500));
    const { fittings, problems } = await fitTown(people, townProgram([fit], [stages]));
    expect(fittings).toEqual([]);
    expect(problems).toMatchObject([{ why: "groups", asked: 3, found: 2, members: 120 }]);
  });
});
