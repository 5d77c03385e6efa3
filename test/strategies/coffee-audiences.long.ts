import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Program, Strategy } from "../../src/program/program.js";
import { type Answers, answersFromRawFiles, audienceOf, clausesInSql, favouritesFromRawFiles } from "./coffee-sql.js";
import { compileFolder, type Planned, planned, projectFolder } from "./planned.js";

const folder = fileURLToPath(new URL("../../../shared/data/starbucks", import.meta.url));
const present = existsSync(folder);
if (!present)
  console.warn(`\nSKIPPED: the ten audiences of strategies/coffee, because the public data set is not at ${folder}\n`);

/** Counted once by the SQL of `coffee-sql.ts`; all but the `taste` ones again by a loop in another language, before the engine existed. */
const recorded: Readonly<Record<string, number>> = {
  bogo_nudge: 591,
  lapsed: 717,
  big_basket: 361,
  streak: 99,
  taste: 8971,
  bogo_nudge_pm: 563,
  lapsed_pm: 664,
  big_basket_pm: 361,
  streak_pm: 99,
  taste_pm: 8775,
};

/** The strategy without one of the parts of its `who`, counted from 0. */
function without(strategy: Strategy, part: number): Strategy {
  return { ...strategy, id: `${strategy.id}/${part}`, who: strategy.who.filter((_, place) => place !== part) };
}

describe.skipIf(!present)("the audiences of strategies/coffee", () => {
  const clocks = { "": "10:00", _pm: "14:00" } as const;
  const expected = new Map<string, Answers>();
  let whole: Program;
  let plan: Planned;

  beforeAll(async () => {
    for (const [suffix, clock] of Object.entries(clocks)) {
      for (const [strategy, answers] of await answersFromRawFiles(folder, clock))
        expected.set(strategy + suffix, answers);
    }
    whole = compileFolder(projectFolder("coffee"));
    const thinner = whole.strategies.flatMap((strategy) => strategy.who.map((_, part) => without(strategy, part)));
    const program = { ...whole, strategies: [...whole.strategies, ...thinner] };
    plan = await planned(projectFolder("coffee"), program, "2018-07-19T18:00:00Z", "2018-07-20T18:00:00Z", {
      dataRoot: folder,
    });
  });

  /** Whom `who` lets through: e-mail reaches everybody and `repeat` is always, so nothing else refuses. */
  const audience = (strategy: string): string[] =>
    plan.decisions
      .filter((decision) => decision.strategy === strategy)
      .map(({ user }) => user)
      .sort();

  it("are ten, of the recorded sizes, none empty and none everybody", () => {
    expect(whole.strategies.map(({ id }) => id).sort()).toEqual(Object.keys(recorded).sort());
    for (const [strategy, answers] of expected) {
      const size = audienceOf(answers).length;
      console.log(`${strategy}: ${size} of ${answers.size}`);
      expect({ strategy, size }).toEqual({ strategy, size: recorded[strategy] });
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThan(answers.size);
    }
  });

  it.each(Object.keys(recorded))("%s touches whom the raw files say, user by user", (strategy) => {
    expect(audience(strategy)).toEqual(audienceOf(expected.get(strategy) as Answers));
  });

  it.each(Object.keys(recorded))("%s changes when any part of its `who` is left out", (strategy) => {
    const answers = expected.get(strategy) as Answers;
    const parts = clausesInSql[strategy.replace("_pm", "")] ?? [];
    expect(whole.strategies.find(({ id }) => id === strategy)?.who).toHaveLength(parts.length);
    for (const part of parts.keys()) {
      const wider = audience(`${strategy}/${part}`);
      expect(wider).toEqual(audienceOf(answers, part));
      expect(wider.length).toBeGreaterThan(audienceOf(answers).length);
    }
  });

  it("differ between the two instants, because events happen at the very moment of the second", () => {
    expect(audience("bogo_nudge")).not.toEqual(audience("bogo_nudge_pm"));
    expect(audience("lapsed")).not.toEqual(audience("lapsed_pm"));
  });

  it.each(Object.entries(clocks))(
    "name each member's favourite kind of offer, and what goes with it%s",
    async (suffix, clock) => {
      const favourites = await favouritesFromRawFiles(folder, clock);
      const words: Readonly<Record<string, readonly [string, string]>> = {
        bogo: ["buy one, get one", "a discount on your next cup"],
        discount: ["discount", "two cups for the price of one"],
        informational: ["information only", "what is on the board today"],
        none: ["an offer for you", "what is on the board today"],
      };
      const said = plan.decisions.filter(({ strategy }) => strategy === `taste${suffix}`);
      const kinds = said.map(({ user }) => favourites.get(user) ?? "none");
      expect(new Set(kinds).size).toBe(4);
      const texts = said.map(({ material }) => Object.values(material?.parts ?? {}));
      expect(texts).toEqual(
        kinds.map((kind) => [`Back again: ${words[kind]?.[0]}`, `You may also like ${words[kind]?.[1]}.`]),
      );
    },
  );
});
