import { expect, it } from "vitest";
import { touchline } from "../cli/capture.js";
import { project, until } from "../cli/project.js";
import { projectFolder } from "../strategies/planned.js";
import { outcomesExplained, outcomesPlanned } from "./explained.js";

// What the two commands print, pair by pair. Every pair of a project is compared in `explain-plan.long.ts`.

const shop = projectFolder("shop");
const week = ["--since", "2026-06-11T12:00:00Z", "--until", "2026-06-18T12:00:00Z"];

const json = async (cwd: string, ...argv: string[]) =>
  JSON.parse((await touchline([...argv, "--format", "json"], { cwd })).stdout);

it("law: `explain` and `plan` tell the same outcome of a user and a strategy, same gate, same code", {
  timeout: 300_000,
}, async () => {
  const seen = new Set<string>();
  for (const [user, strategies] of [
    ["u0000015", ["dormant_wake", "d618", "camera_back"]],
    ["u0000092", ["camera_back", "camera_try"]],
    ["u0000001", ["first_order", "headphone_nudge", "coupon_unused"]],
  ] as const) {
    // All strategies together: they share caps and hours, and `explain` knows of them all.
    const plan = await json(shop, "plan", "--user", user, ...week);
    for (const id of strategies) {
      const explained = await json(shop, "explain", "--user", user, "--strategy", id, ...week);
      const planned = outcomesPlanned(plan.strategies.find((each: { id: string }) => each.id === id));
      expect(outcomesExplained(explained.occurrences), `${user} ${id}`).toEqual(planned);
      for (const outcome of planned.keys()) seen.add(outcome);
    }
  }
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(["fresh capped repeat", "targeted clause_1", "targeted clause_2", "touched"]),
  );
});

it("law: a wrong clause would be noticed", async () => {
  const cwd = project();
  const plan = await json(cwd, "plan", "--user", "c", "--until", until);
  const other = await json(cwd, "explain", "--user", "b", "--strategy", "wake", "--until", until);
  expect(outcomesExplained(other.occurrences)).not.toEqual(outcomesPlanned(plan.strategies[0]));
});
