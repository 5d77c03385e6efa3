import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownersOf } from "../../src/cli/test/clauses.js";
import { createRehearsal, engineFor } from "../../src/cli/test/rehearsal.js";
import { readScenarioFiles } from "../../src/host/scenario/files.js";
import { loadProgram } from "../../src/index.js";
import { compileFolder } from "../strategies/planned.js";

const folder = join(import.meta.dirname, "../../strategies/shop");

describe("a clause turned round", () => {
  it("comes to what a whole new program comes to in which it says the opposite", () => {
    const program = compileFolder(folder);
    const { files } = readScenarioFiles(folder, program);
    const cases = files.flatMap((file) => file.scenarios).map(createRehearsal(program));
    const owners = ownersOf(program);
    // The first clause of each tag and stage and of some strategies, with every seventh case, beginning each time with another one.
    const clauses = owners
      .filter(({ is }, nth) => is !== "strategy" || nth % 7 === 0)
      .flatMap((owner) => owner.clauses.slice(0, 1));
    const differing = clauses.flatMap(({ turned }, nth) => {
      const other = turned();
      const [engine, loaded] = [engineFor(other), loadProgram(other)];
      const some = cases.filter((_, place) => (place + nth) % 7 === 0);
      return some.filter((rehearsed) => {
        const { decisions, ghosts, cancellations } = rehearsed.decide(engine);
        const { user, events, entries, since, until } = rehearsed.scenario;
        const whole = loaded.decide({ user, events, entries, since, until });
        const rest = { ghosts: whole.ghosts, cancellations: whole.cancellations, decisions: whole.decisions };
        return told({ ghosts, cancellations, decisions }) !== told(rest);
      });
    });
    expect(clauses.length).toBeGreaterThan(15);
    expect(differing.map(({ scenario }) => scenario.name)).toEqual([]);
  });
});

/** All but the program's hash, which a rehearsal does not work out. */
function told(outcome: object): string {
  return JSON.stringify(outcome, (key, value) => (key === "program" ? undefined : value));
}
