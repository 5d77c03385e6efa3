import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadProgram } from "../../src/index.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";
import { userHistory } from "../../src/population/user-history.js";
import { compileFolder, projectFolder } from "../strategies/planned.js";
import { outcomesExplained, outcomesPlanned } from "./explained.js";

// For users of the shop and every strategy, over seven weeks: what `plan --user` counts, by SQL, against what `explain`
// tells of the user's history. Each user is planned alone, so that no difference can hide in a sum.

const since = Date.parse("2026-04-30T12:00:00Z");
const until = Date.parse("2026-06-18T12:00:00Z");
const USERS = 120;
/** Pairs of a user and a strategy, for every gate that refuses somebody and for touches. */
const ENOUGH = 50;

/** Some users: first those whom push does not reach, since refusals by `reachable` are rare among the others. */
function someUsers(project: string): string[] {
  const lines = readFileSync(join(project, "data/users.csv"), "utf8").split("\n").slice(1);
  const ordered = [...lines.filter((line) => line.includes(",false,")), ...lines];
  const ids = ordered.flatMap((line) => line.split(",").slice(0, 1));
  // The ids of rows that were made to be rejected look different.
  return [...new Set(ids.filter((id) => /^u\d{7}$/.test(id)))].slice(0, USERS);
}

it("law: `explain` agrees with `plan`, gate by gate and clause by clause, on at least 50 pairs for every outcome", async () => {
  const project = projectFolder("shop");
  const program = compileFolder(project);
  const loaded = loadProgram(program);
  const data = parseDataMap({ name: "data.yaml", text: readFileSync(join(project, "data.yaml"), "utf8") });
  const all = await planPopulation({ project, program, data, since, until });
  const occurring = new Set(all.strategies.flatMap((strategy) => [...outcomesPlanned(strategy).keys()].map(gateOf)));

  const pairs = new Map<string, number>();
  const differences: string[] = [];
  for (const user of someUsers(project)) {
    const history = await userHistory({ project, program, data, user });
    const plan = await planPopulation({ project, program, data, since, until, users: [user] });
    for (const strategy of plan.strategies) {
      const explained = loaded.explain({ ...history, strategy: strategy.id, since, until });
      const told = JSON.stringify([...outcomesExplained(explained.occurrences)].sort());
      const planned = outcomesPlanned(strategy);
      const counted = JSON.stringify([...planned].sort());
      if (told !== counted) differences.push(`${user} ${strategy.id}: ${told} against ${counted}`);
      for (const gate of new Set([...planned.keys()].map(gateOf))) pairs.set(gate, (pairs.get(gate) ?? 0) + 1);
    }
  }
  expect(differences).toEqual([]);
  const few = [...occurring].filter((gate) => (pairs.get(gate) ?? 0) < ENOUGH);
  expect(few).toEqual([]);
  console.log(`pairs compared: ${[...pairs].map(([gate, n]) => `${gate} ${n}`).join(", ")}`);
});

/** The gate of an outcome; clauses are compared one by one, but counted together. */
function gateOf(outcome: string): string {
  return outcome.replace(/ clause_\d+$/, "");
}
