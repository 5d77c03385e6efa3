import { beforeAll, describe, expect, it } from "vitest";
import type { Decision } from "../../src/decide/decision.js";
import type { CoverageMatrix, Served } from "../../src/population/coverage-counts.js";
import type { UserFate } from "../../src/population/coverage-fate.js";
import { type CoverageResult, measureCoverage } from "../../src/population/coverage.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { planPopulation } from "../../src/population/plan.js";
import type { Program, Test } from "../../src/program/program.js";
import { noPolicy, plainChannel, plainOffer, plainProgram, plainStrategy } from "../program/plain.js";
import { field, folderOf } from "./tiny.js";

const DAY = 86_400_000;
const until = Date.parse("2026-06-18T20:00:00+08:00");
const since = until - 4 * DAY;

const column = (place: number) => ({ is: "column", column: place, per: 1 }) as const;
const compare = (place: number, op: "<" | ">=" | "=", n: number): Test => ({
  is: "compare",
  op,
  left: column(place),
  right: { is: "constant", n, d: 1 },
  type: { is: "integer" },
  said: 0,
});
const [AGE, PUSH, SMS, OK, BLOCKED, PAYS] = [0, 1, 2, 3, 4, 5];

const offer = (...channels: number[]) => [
  {
    id: null,
    label: null,
    shares: [10_000],
    offer: {
      ...plainOffer,
      steps: [{ wait: null, channels, materials: channels.map(() => null), preferred: null }],
    },
  },
];

const stage = (id: string, test: Test | null) => ({ id, label: null, test });

/** Strategies that get into each other's way in all the usual ways. */
const program: Program = plainProgram({
  user: {
    fields: [
      field("id", { is: "text" }),
      field("age", { is: "integer" }),
      field("push", { is: "integer" }),
      field("sms", { is: "integer" }),
      field("ok", { is: "integer" }),
      field("blocked", { is: "integer" }),
    ],
    id: 0,
    zone: null,
    locale: null,
    source: null,
  },
  events: [{ id: "pay", label: null, kept: null, model: null, fields: [] }],
  facts: [
    ...[1, 2, 3, 4, 5].map((place) => ({ is: "profile" as const, field: place })),
    { is: "count", event: 0, where: null, window: { is: "ever" } },
  ],
  channels: [
    { ...plainChannel("push"), reach: compare(PUSH, "=", 1) },
    { ...plainChannel("sms"), reach: compare(SMS, "=", 1) },
  ],
  lifecycles: [
    {
      is: "lifecycle",
      id: "buyer",
      label: null,
      of: null,
      stages: [stage("often", compare(PAYS, ">=", 3)), stage("once", compare(PAYS, ">=", 1)), stage("never", null)],
    },
    {
      is: "value",
      id: "worth",
      label: null,
      of: compare(PAYS, ">=", 1),
      stages: [stage("gold", compare(PAYS, ">=", 4)), stage("rest", null)],
    },
  ],
  policy: {
    ...noPolicy,
    consents: [{ channel: 1, purpose: "marketing", test: compare(OK, "=", 1) }],
    stops: [compare(BLOCKED, "=", 1)],
    caps: [{ name: "push per week", channels: [0], n: 1, window: { is: "week" } }],
  },
  strategies: [
    plainStrategy("young", { who: [compare(AGE, "<", 30)], variants: offer(0), priority: 60 }),
    plainStrategy("payers", {
      who: [compare(PAYS, ">=", 2)],
      variants: offer(0, 1),
      priority: 80,
      exclusive: [{ strategy: 2, days: 1 }],
    }),
    plainStrategy("rich", {
      who: [compare(PAYS, ">=", 3)],
      variants: offer(1),
      priority: 70,
      exclusive: [{ strategy: 1, days: 1 }],
      repeat: { is: "never" },
      holdout: { share: 3000, salt: "rich" },
    }),
    plainStrategy("old", { who: [compare(AGE, ">=", 60)], variants: offer(1) }),
  ],
});

/** The same wishes with nothing in their way: whom a strategy wants, it touches. */
const unhindered: Program = {
  ...program,
  channels: program.channels.map((channel) => ({ ...channel, reach: null })),
  policy: noPolicy,
  strategies: program.strategies.map((strategy) => ({
    ...strategy,
    exclusive: [],
    holdout: null,
    repeat: { is: "always" },
  })),
};

let seed = 5;
const below = (n: number): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return Math.floor((n * seed) / 2_147_483_647);
};
const users = Array.from({ length: 400 }, (_, n) => ({
  id: `u${1000 + n}`,
  age: 15 + below(60),
  push: below(3) > 0 ? 1 : 0,
  sms: below(2),
  ok: below(2),
  blocked: below(20) === 0 ? 1 : 0,
  pays: below(6),
}));
const files = {
  "people.csv": `id,age,push,sms,ok,blocked\n${users
    .map(({ id, age, push, sms, ok, blocked }) => `${[id, age, push, sms, ok, blocked].join(",")}\n`)
    .join("")}`,
  "pays.csv": `id,user,at\n${users
    .flatMap(({ id, pays }) => Array.from({ length: pays }, (_, n) => `${id}-${n},${id},2026-05-0${n + 1}T00:00:00Z\n`))
    .join("")}`,
};
const mapping = `files:
  people: people.csv
  pays: pays.csv
profiles: { from: people, id: id }
events:
  pay: { from: pays, id: id, user: user, occurred_at: at }
`;
const optOuts = new Map(
  users
    .filter((_, n) => n % 17 === 0)
    .map(({ id }) => [id, [{ kind: "opt_out" as const, at: new Date(until - DAY).toISOString() }]]),
);

const options = () => ({
  project: folderOf(files),
  data: parseDataMap({ name: "data.yaml", text: mapping }),
  since,
  until,
  entries: optOuts,
});

const served = (
  list: readonly { readonly id: string }[],
  targeted: ReadonlySet<string>,
  touched: ReadonlySet<string>,
) => ({
  users: list.length,
  targeted: list.filter(({ id }) => targeted.has(id)).length,
  touched: list.filter(({ id }) => touched.has(id)).length,
});

describe("coverage", () => {
  let found: CoverageResult;
  /** By strategy, from the plan of the unhindered program, and from that of the real one. */
  let wanted: Map<string, Set<string>>;
  let touchedBy: Map<string, Set<string>>;
  const all = (by: ReadonlyMap<string, ReadonlySet<string>>): Set<string> =>
    new Set([...by.values()].flatMap((ids) => [...ids]));

  beforeAll(async () => {
    found = await measureCoverage({ ...options(), program });
    const decisions: Decision[] = [];
    const gone = new Set<string>();
    await planPopulation({
      ...options(),
      program,
      onDecision: (decision) => decisions.push(decision),
      onCancellation: ({ key }) => gone.add(key),
    });
    const free: Decision[] = [];
    await planPopulation({
      ...options(),
      entries: undefined,
      program: unhindered,
      onDecision: (decision) => free.push(decision),
    });
    const by = (list: readonly Decision[]): Map<string, Set<string>> =>
      new Map(
        program.strategies.map(({ id }) => [
          id,
          new Set(list.filter(({ strategy }) => strategy === id).map(({ user }) => user)),
        ]),
      );
    wanted = by(free);
    touchedBy = by(decisions.filter(({ key }) => !gone.has(key)));
  });

  it("counts by strategy whom it would touch with nothing in its way, and whom it touches", () => {
    expect(found.strategies).toEqual(
      program.strategies.map(({ id }) => ({ targeted: wanted.get(id)?.size, touched: touchedBy.get(id)?.size })),
    );
    expect(found.users).toBe(users.length);
  });

  it("gives every user one fate, the first that is true", () => {
    const counts = new Map(found.fates.map(({ fate, users: n }) => [fate, n]));
    expect(found.fates.reduce((sum, { users: n }) => sum + n, 0)).toBe(users.length);
    const unreachable = users.filter(({ push, sms }) => push === 0 && sms === 0);
    const open = users.filter(({ push, sms }) => push === 1 || sms === 1);
    const mayHear = ({ id, push, sms, ok, blocked }: (typeof users)[number]): boolean =>
      blocked === 0 && !optOuts.has(id) && (push === 1 || (sms === 1 && ok === 1));
    const hearing = open.filter(mayHear);
    const [targeted, touched] = [all(wanted), all(touchedBy)];
    expect(counts.get("unreachable")).toBe(unreachable.length);
    expect(counts.get("no_consent")).toBe(open.length - hearing.length);
    expect(counts.get("never_targeted")).toBe(hearing.filter(({ id }) => !targeted.has(id)).length);
    expect(counts.get("touched")).toBe(hearing.filter(({ id }) => touched.has(id)).length);
  });

  it("tells what most often stood in the way of those who were wanted and not touched", async () => {
    const touched = all(touchedBy);
    const left = users.filter(
      ({ id, push, sms, ok, blocked }) =>
        all(wanted).has(id) &&
        !touched.has(id) &&
        blocked === 0 &&
        !optOuts.has(id) &&
        (push === 1 || (sms === 1 && ok === 1)),
    );
    const by = (fate: UserFate): number => found.fates.find((each) => each.fate === fate)?.users ?? 0;
    const others = ["not_allowed", "held_back", "out_of_reach", "lost", "capped"] as const;
    expect(others.reduce((sum, fate) => sum + by(fate), 0)).toBe(left.length);
    // `young` goes by push alone, and whoever has paid twice is wanted by `payers` too, which also goes by SMS.
    const onlyYoung = left.filter(({ age, pays, push }) => age < 30 && pays < 2 && push === 0);
    // `old` goes by SMS alone: whoever does not agree to that is not allowed, and whoever agrees has no number.
    const onlyOld = left.filter(({ age, pays }) => age >= 60 && pays < 2);
    expect(onlyYoung.length).toBeGreaterThan(0);
    expect(left.length).toBe(onlyYoung.length + onlyOld.length);
    expect(by("not_allowed")).toBe(onlyOld.filter(({ ok }) => ok === 0).length);
    expect(by("out_of_reach")).toBe(onlyYoung.length + onlyOld.filter(({ ok }) => ok === 1).length);
  });

  it("counts the cells of lifecycle × value, and those in none, which make up everybody", () => {
    const [matrix] = found.matrices as [CoverageMatrix];
    expect([matrix.rows, matrix.columns, found.matrices.length]).toEqual([0, 1, 1]);
    const rows = [(n: number) => n >= 3, (n: number) => n >= 1 && n < 3, (n: number) => n === 0, () => false];
    const columns = [(n: number) => n >= 4, (n: number) => n >= 1 && n < 4, (n: number) => n === 0];
    const [targeted, touched] = [all(wanted), all(touchedBy)];
    const expected = rows.map((row) =>
      columns.map((inColumn) =>
        served(
          users.filter(({ pays }) => row(pays) && inColumn(pays)),
          targeted,
          touched,
        ),
      ),
    );
    expect(matrix.cells).toEqual(expected);
    const sum = (of: (cell: Served) => number): number =>
      matrix.cells.flat().reduce((total, cell) => total + of(cell), 0);
    expect(sum((cell) => cell.users)).toBe(users.length);
    expect(sum((cell) => cell.touched)).toBe(touched.size);
  });

  it("knows which strategies wanted anybody of a stage", () => {
    const never = found.stages.find(({ lifecycle, stage: place }) => lifecycle === 0 && place === 2);
    expect(never?.strategies.map((place) => program.strategies[place]?.id)).toEqual(["young", "old"]);
  });

  it("finds the pairs that want the same people, the one of higher priority first", () => {
    const names = (place: number): string => program.strategies[place]?.id ?? "";
    const common = (a: string, b: string): number =>
      [...(wanted.get(a) ?? [])].filter((id) => wanted.get(b)?.has(id)).length;
    for (const { first, second, shared, smaller } of found.pairs) {
      expect(shared).toBe(common(names(first), names(second)));
      expect(smaller).toBe(Math.min(wanted.get(names(first))?.size ?? 0, wanted.get(names(second))?.size ?? 0));
      expect(program.strategies[first]?.priority).toBeGreaterThanOrEqual(program.strategies[second]?.priority ?? 0);
    }
    expect(found.pairs.map(({ first, second }) => [names(first), names(second)].join(" "))).toContain("payers rich");
    // Nobody is both young and old.
    expect(found.pairs.length).toBe(5);
  });
});
