import { describe, expect, it } from "vitest";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { type FunnelResult, measureFunnel, type StepCount } from "../../src/population/process-funnel.js";
import { surveyPopulation } from "../../src/population/survey.js";
import { noAnalysis } from "../../src/program/analysis.js";
import type { Process, Program, SequenceStep, Test } from "../../src/program/program.js";
import { plainProgram } from "../program/plain.js";
import { field, folderOf } from "./tiny.js";

const HOUR = 3_600_000;
const until = Date.parse("2026-06-18T20:00:00+08:00");
/** Four local dates, the last of them today. */
const days = 4;
const windowStart = Date.parse("2026-06-15T00:00:00+08:00");

const step = (event: number, rest: Partial<SequenceStep> = {}): Process["steps"][number] => ({
  id: "abc"[event] as string,
  label: null,
  no: false,
  event,
  where: null,
  same: null,
  within: null,
  ...rest,
});

const process: Process = {
  id: "buying",
  label: null,
  steps: [step(0), step(1, { within: { unit: "ms", n: 20 * HOUR } }), step(2, { same: { field: 0, before: 0 } })],
};

const young: Test = {
  is: "compare",
  op: "<",
  left: { is: "column", column: 0, per: 1 },
  right: { is: "constant", n: 30, d: 1 },
  type: { is: "integer" },
  said: 0,
};

const key = field("key", { is: "text" }, { optional: true });
const program: Program = plainProgram({
  user: {
    fields: [
      field("id", { is: "text" }),
      field("age", { is: "integer" }, { optional: true }),
      field("source", { is: "text" }, { optional: true }),
    ],
    id: 0,
    zone: null,
    locale: null,
    source: 2,
  },
  events: ["a", "b", "c"].map((id) => ({ id, label: null, kept: null, model: null, fields: [key] })),
  facts: [{ is: "profile", field: 1 }],
  lifecycles: [
    {
      is: "lifecycle",
      id: "ages",
      label: null,
      of: { is: "knownNum", value: { is: "column", column: 0, per: 1 }, type: { is: "integer" }, said: 0 },
      stages: [
        { id: "young", label: "年轻", test: young },
        { id: "older", label: null, test: null },
      ],
    },
  ],
  analysis: { ...noAnalysis, processes: [process] },
});

interface Row {
  readonly user: string;
  readonly kind: number;
  readonly at: number;
  readonly key: string;
}

let seed = 11;
const below = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n;

const users = Array.from({ length: 200 }, (_, n) => ({
  id: `u${1000 + n}`,
  age: ["", "20", "40"][below(3)] as string,
  source: ["", "ads", "feed"][below(3)] as string,
}));
const rows: Row[] = users.flatMap(({ id }) =>
  Array.from({ length: below(18) }, () => ({
    user: id,
    kind: below(3),
    at: until - below(6 * 24) * HOUR,
    key: ["", "x", "y"][below(3)] as string,
  })),
);

const files = {
  "people.csv": `id,age,source\n${users.map(({ id, age, source }) => `${id},${age},${source}\n`).join("")}`,
  ...Object.fromEntries(
    [0, 1, 2].map((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      const lines = own.map(
        ({ user, at, key: text }, n) => `${kind}-${n},${user},${new Date(at).toISOString()},${text}\n`,
      );
      return [`e${kind}.csv`, `id,user,at,key\n${lines.join("")}`];
    }),
  ),
};
const mapping = `files:
  people: people.csv
  e0: e0.csv
  e1: e1.csv
  e2: e2.csv
profiles: { from: people, id: id }
events:
  a: { from: e0, id: id, user: user, occurred_at: at }
  b: { from: e1, id: id, user: user, occurred_at: at }
  c: { from: e2, id: id, user: user, occurred_at: at }
`;
const data = () => parseDataMap({ name: "data.yaml", text: mapping });
const measured = (by: Parameters<typeof measureFunnel>[0]["by"]): Promise<FunnelResult> =>
  measureFunnel({ project: folderOf(files), program, data: data(), process: 0, until, days, by });

// The same once more from the rows, by trying every choice of events.

/** When somebody had first come as far as each step, as far as they came. */
function firstTimes(id: string): number[] {
  const own = (kind: number): Row[] =>
    rows.filter((row) => row.user === id && row.kind === kind && row.at >= windowStart);
  const pairs = own(0).flatMap((a) => own(1).flatMap((b) => (b.at > a.at && b.at - a.at <= 20 * HOUR ? [b] : [])));
  const ends = pairs.flatMap((b) =>
    own(2).flatMap((c) => (c.at > b.at && c.key !== "" && c.key === b.key ? [c.at] : [])),
  );
  const first = [own(0).map(({ at }) => at), pairs.map(({ at }) => at), ends].map((each) => Math.min(...each));
  return first.filter((at) => Number.isFinite(at));
}

function expectedSteps(ids: readonly string[]): { users: number; toNext: number | null }[] {
  const times = ids.map(firstTimes);
  return [0, 1, 2].map((place) => {
    const waits = times.flatMap((own) =>
      own.length > place + 1 ? [(own[place + 1] as number) - (own[place] as number)] : [],
    );
    const sorted = waits.sort((a, b) => a - b);
    const middle = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
    const toNext = sorted.length === 0 ? null : ((middle[0] as number) + (middle[1] as number)) / 2;
    return { users: times.filter((own) => own.length > place).length, toNext };
  });
}

const plain = (steps: readonly StepCount[]) =>
  steps.map(({ users: count, toNext }) => ({ users: count, toNext: toNext && Number(toNext.n) / Number(toNext.d) }));

describe("the funnel of a process", () => {
  it("counts at each step who took it after all before it, in the window, and how long they waited for the next", async () => {
    const { steps, users: all } = await measured(null);
    expect(plain(steps)).toEqual(expectedSteps(users.map(({ id }) => id)));
    expect(all).toBe(users.length);
    expect(steps.map(({ users: count }) => count).every((count) => count > 5)).toBe(true);
  });

  it("agrees with `reached` at every step", async () => {
    const { steps } = await measured(null);
    const bare = process.steps.map(({ no, event, where, same, within }) => ({ no, event, where, same, within }));
    const window = { is: "last", unit: "day", n: days } as const;
    const facts = [
      { is: "count", event: 0, where: null, window } as const,
      { is: "sequence", window, steps: bare.slice(0, 2) } as const,
      { is: "sequence", window, steps: bare } as const,
    ];
    const counts = [0, 0, 0];
    await surveyPopulation(
      { project: folderOf(files), program: { ...program, facts }, data: data(), at: [until] },
      ({ ids, frame, row }) =>
        ids.forEach((_, user) => {
          for (const place of counts.keys()) {
            const held = ((frame.columns[place] as Float64Array)[row(user, 0)] as number) >= 1;
            counts[place] = (counts[place] as number) + (held ? 1 : 0);
          }
        }),
    );
    expect(counts).toEqual(steps.map(({ users: count }) => count));
  });

  it("by source and by stage is that of each group, and the groups make up everybody", async () => {
    const groups = {
      source: (id: string) => users.find((user) => user.id === id)?.source ?? "",
      stage: (id: string) =>
        ({ "": "", 20: "young", 40: "older" })[users.find((user) => user.id === id)?.age ?? ""] ?? "",
    };
    for (const [by, groupOf] of [
      ["source", groups.source],
      [{ lifecycle: 0 }, groups.stage],
    ] as const) {
      const { segments } = await measured(by);
      expect(segments.map(({ segment }) => segment.id).sort()).toEqual(
        [...new Set(users.map(({ id }) => groupOf(id)))].sort(),
      );
      for (const { segment, steps } of segments) {
        const ids = users.filter(({ id }) => groupOf(id) === segment.id).map(({ id }) => id);
        expect(segment.users).toBe(ids.length);
        expect(plain(steps)).toEqual(expectedSteps(ids));
      }
      expect(segments.reduce((sum, { segment }) => sum + segment.users, 0)).toBe(users.length);
    }
  });
});
