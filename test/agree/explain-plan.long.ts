import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadProgram } from "../../src/index.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";
import { userHistory } from "../../src/population/user-history.js";
import { compileFolder, projectFolder } from "../strategies/planned.js";
import { outcomesExplained, outcomesPlanned } from "./explained.js";

// For every user and every strategy of the shop, over a week: what `plan --user` counts, by SQL, against what `explain`
// tells of the user's history. Each user is planned alone, so that no difference can hide in a sum.

const since = Date.parse("2026-06-11T12:00:00Z");
const until = Date.parse("2026-06-18T12:00:00Z");

it("law: `explain` agrees with `plan` on every pair of the shop, whatever the outcome", async () => {
  const project = projectFolder("shop");
  const program = compileFolder(project);
  const loaded = loadProgram(program);
  const data = parseDataMap({ name: "data.yaml", text: readFileSync(join(project, "data.yaml"), "utf8") });
  const all = await planPopulation({ project, program, data, since, until });
  const occurring = new Map<string, number>();
  for (const strategy of all.strategies)
    for (const [outcome, n] of outcomesPlanned(strategy)) occurring.set(outcome, (occurring.get(outcome) ?? 0) + n);

  const ids = readFileSync(join(project, "data/users.csv"), "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]);
  const pairs = new Map<string, number>();
  const compared = new Map<string, number>();
  const differences: string[] = [];
  let rejected = 0;
  for (const user of new Set(ids.filter((id): id is string => id !== undefined && id !== ""))) {
    const history = await userHistory({ project, program, data, user }).catch(() => null);
    if (history === null) {
      rejected++;
      continue;
    }
    const plan = await planPopulation({ project, program, data, since, until, users: [user] });
    for (const strategy of plan.strategies) {
      const explained = outcomesExplained(
        loaded.explain({ ...history, strategy: strategy.id, since, until }).occurrences,
      );
      const planned = outcomesPlanned(strategy);
      if (JSON.stringify([...explained].sort()) !== JSON.stringify([...planned].sort()))
        differences.push(
          `${user} ${strategy.id}: ${JSON.stringify([...explained])} against ${JSON.stringify([...planned])}`,
        );
      for (const [outcome, n] of planned) {
        pairs.set(outcome, (pairs.get(outcome) ?? 0) + 1);
        compared.set(outcome, (compared.get(outcome) ?? 0) + n);
      }
    }
  }
  expect(differences).toEqual([]);
  expect(rejected).toBeLessThan(10);
  // Whatever the whole population's plan counts was compared, candidate by candidate.
  expect([...compared].sort()).toEqual([...occurring].sort());
  console.log(`pairs compared by outcome: ${[...pairs].map(([outcome, n]) => `${outcome} ${n}`).join(", ")}`);
});
