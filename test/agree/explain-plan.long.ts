import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Decision, loadProgram } from "../../src/index.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";
import { userHistory } from "../../src/population/user-history.js";
import { compileFolder, projectFolder } from "../strategies/planned.js";
import { outcomesExplained, outcomesPlanned } from "./explained.js";

// For users of the shop and every strategy, over seven weeks: what `plan --user` counts, by SQL, against what `explain`
// tells of the user's history. Each user is planned alone, so that no difference can hide in a sum, and quantities are all free.

const since = Date.parse("2026-04-30T12:00:00Z");
const until = Date.parse("2026-06-18T12:00:00Z");
const USERS = 30;
/** Pairs of a user and a strategy, for every gate that refuses one candidate in a thousand, and for touches. */
const ENOUGH = 50;

/** Half are those to whom most is sent, since most gates refuse who was touched already; half want no personal messages. */
function someUsers(project: string, decisions: readonly Decision[]): string[] {
  const touches = new Map<string, number>();
  for (const { user } of decisions) touches.set(user, (touches.get(user) ?? 0) + 1);
  const most = [...touches].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([user]) => user);
  const [head = "", ...rows] = readFileSync(join(project, "data/users.csv"), "utf8").split("\n");
  const place = head.split(",").indexOf("personal_ok");
  // The ids of rows that were made to be rejected look different.
  const shy = rows.filter((row) => /^u\d{7},/.test(row) && row.split(",")[place] === "false");
  return [...new Set([...most.slice(0, USERS / 2), ...shy.slice(0, USERS / 2).map((row) => row.slice(0, 8))])];
}

it("law: `explain` agrees with `plan`, gate by gate and clause by clause, on at least 50 pairs for every usual outcome", async () => {
  const project = projectFolder("shop");
  const program = compileFolder(project);
  const loaded = loadProgram(program);
  const data = parseDataMap({ name: "data.yaml", text: readFileSync(join(project, "data.yaml"), "utf8") });
  const decisions: Decision[] = [];
  const all = await planPopulation({ project, program, data, since, until, onDecision: (one) => decisions.push(one) });
  const occurring = new Map<string, number>();
  for (const [outcome, n] of all.strategies.flatMap((strategy) => [...outcomesPlanned(strategy)]))
    occurring.set(gateOf(outcome), (occurring.get(gateOf(outcome)) ?? 0) + n);

  const pairs = new Map<string, number>();
  const differences: string[] = [];
  for (const user of someUsers(project, decisions)) {
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
  const candidates = [...occurring.values()].reduce((sum, n) => sum + n, 0);
  const often = [...occurring].filter(([, n]) => n * 1000 > candidates).map(([gate]) => gate);
  expect(often.length).toBeGreaterThan(3);
  expect(often.filter((gate) => (pairs.get(gate) ?? 0) < ENOUGH)).toEqual([]);
  console.log(`pairs compared: ${[...pairs].map(([gate, n]) => `${gate} ${n}`).join(", ")}`);
});

/** The gate of an outcome; codes are compared one by one, but counted together. */
function gateOf(outcome: string): string {
  return outcome.split(" ")[0] as string;
}
