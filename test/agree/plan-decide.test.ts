import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Decision, loadProgram } from "../../src/index.js";
import { planPopulation } from "../../src/population/plan.js";
import { userHistory } from "../../src/population/user-history.js";
import { compiled, peopleOf, writePeople } from "./population.js";
import { program as randomProgram } from "./programs.js";
import { situationOf } from "./situations.js";

const USERS = 12;
const runs = Math.ceil(Number(process.env["AGREE_PAIRS"] ?? 72) / USERS);
const seed = process.env["AGREE_SEED"] === undefined ? undefined : Number(process.env["AGREE_SEED"]);

const cases = randomProgram.chain((program) =>
  fc.record({
    program: fc.constant(program),
    situations: fc.array(situationOf(program), { minLength: USERS, maxLength: USERS }),
  }),
);

it("law 2: a population is decided as its users are one by one, refusals included", {
  timeout: 24 * 3_600_000,
}, async () => {
  const property = fc.asyncProperty(cases, async ({ program: random, situations }) => {
    const program = compiled(random.text);
    const people = peopleOf(situations);
    const { since, until } = situations[0] as { since: number; until: number };
    const disk = writePeople(program, people);
    try {
      const decisions: Decision[] = [];
      const options = { project: disk.folder, program, data: disk.data };
      const plan = await planPopulation({ ...options, since, until, onDecision: (one) => decisions.push(one) });
      const loaded = loadProgram(program);
      const alone = people.map((person) => loaded.decide({ ...person, since, until }));
      expect(decisions).toEqual(alone.flatMap((result) => result.decisions));
      for (const { id, funnel } of plan.strategies) {
        const counts = alone.map((result) => result.counts.find(({ strategy }) => strategy === id)?.gates ?? []);
        expect(funnel).toEqual(added(counts));
      }
      const [first] = people;
      const history = await userHistory({ ...options, user: String(first?.user["id"]) });
      expect(loaded.decide({ ...history, since, until })).toEqual(alone[0]);
    } finally {
      disk.remove();
    }
  });
  await fc.assert(property, { numRuns: runs, endOnFailure: true, ...(seed === undefined ? {} : { seed }) });
});

type Gates = readonly {
  readonly gate: string;
  readonly passed: number;
  readonly refused: Readonly<Record<string, number>>;
}[];

/** The funnels of single users, added up gate by gate. */
function added(funnels: readonly Gates[]): Gates {
  return (funnels[0] ?? []).map(({ gate }, place) => {
    const refused: Record<string, number> = {};
    let passed = 0;
    for (const funnel of funnels) {
      passed += funnel[place]?.passed ?? 0;
      for (const [code, count] of Object.entries(funnel[place]?.refused ?? {}))
        refused[code] = (refused[code] ?? 0) + count;
    }
    return { gate, passed, refused };
  });
}
