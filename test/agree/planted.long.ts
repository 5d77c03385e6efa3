import { beforeAll, describe, expect, it } from "vitest";
import { NOTHING, sourceOf, withBug } from "./plant.js";
import { planted } from "./planted.js";
import type { Catcher } from "./planted-bug.js";
import { type PlantedRun, runPlanted } from "./planted-run.js";

/** Runs at a time: a machine may have two cores. */
const LANES = 2;

/** All of them take ten minutes on two free cores, and several times as long on busy ones. */
const HOUR = 3_600_000;

const catchers: readonly Catcher[] = ["cases", "agreement", "facts", "where", "history", "whole"];
const controls = catchers.map((by) => ({ what: NOTHING, by, theme: null }));
const runs = new Map<object, PlantedRun>();

beforeAll(async () => {
  // A bug that has come loose would be caught for the wrong reason, so nothing is run before all of them fit.
  for (const bug of planted) withBug(bug, sourceOf(bug));
  const waiting = [...controls, ...planted].values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const each of waiting) runs.set(each, await runPlanted(each.what, each.by, each.theme));
    }),
  );
}, HOUR);

describe("the instrument", () => {
  it.each(controls)("passes without a bug: $by", (control) => {
    const { passed, failed, said } = runs.get(control) as PlantedRun;
    expect(failed).toEqual([]);
    expect(passed, said).toBeGreaterThan(0);
  });

  it.each(planted)("catches, by the $by: $what", (bug) => {
    const { failed, said } = runs.get(bug) as PlantedRun;
    expect(failed.length, `not caught; the run said: ${said}`).toBeGreaterThan(0);
  });
});
