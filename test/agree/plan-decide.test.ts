import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Decision, InputError, loadProgram } from "../../src/index.js";
import { DataError } from "../../src/population/data-error.js";
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

/** One user who paid nothing and then two amounts, and the code of what is wrong in a population and alone; `null` if nothing is. */
async function refusals(window: string, first: string, second: string): Promise<(string | null)[]> {
  const program = compiled(`
project p { time zone Asia/Shanghai  currency CNY  settle after 10 minutes }
user { id: text }
event pay { amount: CNY }
channel push { cost 0 CNY }
material hello for push { en title "Hello" }
strategy s { when every day at 10:00  who sum of pay.amount ${window} > 1 CNY  repeat always  channel push  benefit none  material hello }
`);
  const events = ["0", first, second].map((amount, k) => ({ event: "pay", id: `${k}`, occurred_at: k, amount }));
  const people = [{ user: { id: "ada" }, events }];
  const [since, until] = [86_400_000, 172_800_000];
  const disk = writePeople(program, people);
  const codeOf = (error: unknown): string | null => {
    if (error instanceof DataError) return error.diagnostics[0]?.code ?? "";
    return error instanceof InputError ? (error.problems[0]?.code ?? "") : String(error);
  };
  try {
    const plan = planPopulation({ project: disk.folder, program, data: disk.data, since, until });
    const alone = Promise.resolve(people[0]).then((person) => {
      return loadProgram(program).decide({ user: {}, events: [], ...person, since, until });
    });
    return await Promise.all([plan, alone].map((one) => one.then(() => null, codeOf)));
  } finally {
    disk.remove();
  }
}

it("a total that would have to be rounded is refused in a population and for one user", async () => {
  const refused = ["data-sum-too-large", "too-large-total"];
  expect(await refusals("ever", "90071992547409.91", "0")).toEqual([null, null]);
  expect(await refusals("ever", "90071992547409.91", "0.01")).toEqual(refused);
  expect(await refusals("ever", "-90071992547409.91", "-0.01")).toEqual(refused);
  expect(await refusals("since 1st pay", "90071992547409.91", "0")).toEqual([null, null]);
  expect(await refusals("since 1st pay", "90071992547409.91", "0.01")).toEqual(refused);
});
