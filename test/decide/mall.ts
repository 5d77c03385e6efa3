import * as fc from "fast-check";
import type { Entry, EventInput } from "../../src/index.js";
import type {
  Benefit,
  Cap,
  Exclusion,
  Fact,
  Hours,
  Offer,
  Policy,
  Program,
  Step,
  Strategy,
  Test,
  Variant,
  When,
} from "../../src/program/program.js";
import { atLeast, benefit, column, num, shop, strategy } from "./shop.js";

/**
 * Random programs put together by hand, with every kind of `when`, gate and offer on at once, and random users for them: for laws about
 * what decisions do to each other. Most rules are tight, so that most of them are met.
 */

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** Tuesday, 10 November 2026, 00:00 in Shanghai. */
export const start = Date.parse("2026-11-09T16:00:00Z");
/** Days over which there are events, and over which is decided. */
export const DAYS = 6;

const shopFacts = shop.facts.length;
/** Facts besides those of the shop: whether the user has the tag, and the page of the visit that started it. */
const facts: readonly Fact[] = [...shop.facts, { is: "strategyTag", tag: 0 }, { is: "trigger", event: 0, field: 0 }];
const tagged: Test = {
  is: "compare",
  op: "=",
  left: { is: "column", column: shopFacts, per: 1 },
  right: { is: "constant", n: 1, d: 1 },
  type: { is: "boolean" },
  said: 0,
};
const notTagged: Test = { is: "not", part: tagged, said: 0 };
const paid = atLeast("paid", 1, "did pay ever");
const visited = atLeast("visits", 2, "did visit at least 2 times in the last 7 days");
const unpaid: Test = { is: "not", part: paid, said: 0 };
/** Turns true with a visit, and false with a payment. */
const undecided: Test = {
  is: "and",
  parts: [atLeast("visits", 1, "did visit in the last 7 days"), unpaid],
  said: 0,
};
const likesEmail: Test = {
  is: "compare",
  op: "=",
  left: num("push_on"),
  right: { is: "constant", n: 1, d: 1 },
  type: { is: "boolean" },
  said: 0,
};
const nicknameKnown: Test = { is: "knownText", value: { is: "column", column: column("nickname") }, said: 0 };

const visit = { event: 0, where: null };
const pay = { event: 1, where: null };

const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<When>(daily(600), daily(1200), daily(60), { is: "hourly" }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<When>(
      { is: "happens", pattern: visit },
      { is: "absence", first: visit, then: pay, same: null, within: { unit: "ms", n: HOUR / 2 } },
      { is: "nth", pattern: pay, nth: 2, after: { unit: "day", n: 1 } },
      { is: "state", change: "enters", state: undecided, minute: 720, reads: [0, 1] },
      { is: "state", change: "enters", state: undecided, minute: null, reads: [0, 1] },
      { is: "state", change: "leaves", state: visited, minute: null, reads: [0] },
      {
        is: "stall",
        steps: [{ ...visit, same: null, within: null }],
        next: { ...pay, same: null, within: null },
        after: { unit: "ms", n: 2 * HOUR },
      },
    ),
  },
);

function daily(minute: number): When {
  return { is: "every", day: { is: "day" }, minute };
}

const hours: fc.Arbitrary<Hours> = fc.record({
  from: fc.constantFrom(480, 600, 1320),
  to: fc.constantFrom(420, 1200, 1380),
  otherwise: fc.constantFrom("skip", "delay", "delay", "delay", "delay"),
});

/** Three channels: the last one reaches everybody. */
const channels = fc.subarray([0, 1, 2], { minLength: 1 });

function step(wait: Step["wait"]): fc.Arbitrary<Step> {
  return fc
    .record({ list: channels, preferred: fc.constantFrom(null, null, { least: 1 }) })
    .map(({ list, preferred }) => ({ wait, channels: list, materials: list.map(() => null), preferred }));
}

const later = fc.constantFrom<Step["wait"]>(
  { ms: HOUR, unless: "opened" },
  { ms: 26 * HOUR, unless: "clicked" },
  { ms: 60_000, unless: "delivered" },
);

const offer: fc.Arbitrary<Offer> = fc.record({
  steps: fc
    .tuple(step(null), fc.array(later.chain(step), { maxLength: 2 }))
    .map(([first, others]): readonly Step[] => [first, ...others]),
  benefit: fc.constantFrom(null, 0, 1, 2, 3),
  unfunded: fc.constantFrom("refuse", "without"),
  send: fc.record({
    window: fc.option(hours, { freq: 3 }),
    bestHour: fc.constantFrom(null, null, { from: 0, to: 1440 }, { from: 600, to: 1200 }),
  }),
});

const variants: fc.Arbitrary<readonly Variant[]> = fc.oneof(
  offer.map((only): readonly Variant[] => [{ id: null, label: null, shares: [10_000], offer: only }]),
  fc.tuple(offer, offer, fc.boolean()).map(([a, b, some]): readonly Variant[] => [
    { id: "a", label: null, shares: [6000, 3000], offer: a },
    { id: "b", label: null, shares: [2000, 3000], offer: b },
    { id: "none", label: null, shares: [2000, 4000], offer: some ? a : null },
  ]),
);

function member(id: string): fc.Arbitrary<Strategy> {
  return fc
    .record({
      when,
      who: fc.subarray([notTagged, visited, paid, unpaid], { maxLength: 1 }),
      repeat: fc.constantFrom<Strategy["repeat"]>(
        { is: "always" },
        { is: "always" },
        { is: "never" },
        { is: "after", unit: "day", n: 1 },
        { is: "after", unit: "day", n: 3 },
      ),
      variants,
      priority: fc.constantFrom(50, 50, 80),
      set: fc.constantFrom(null, null, 0, 1),
      holdout: fc.constantFrom(null, null, { share: 3000, salt: `hold-${id}` }),
      purpose: fc.constantFrom("marketing", "service"),
      personal: fc.boolean(),
      sets: fc.subarray([0]),
    })
    .map((parts) =>
      strategy(id, {
        ...parts,
        split: parts.variants.length > 1 ? { salt: `split-${id}` } : null,
        limit: parts.when.is === "happens" ? { n: 1, field: 0 } : null,
      }),
    );
}

const cap: fc.Arbitrary<Cap> = fc
  .record({
    channels: fc.constantFrom<readonly number[] | null>(null, null, [0], [1], [2], [0, 2]),
    n: fc.constantFrom(0, 1, 1, 2, 2, 3),
    window: fc.constantFrom<Cap["window"]>(
      { is: "day" },
      { is: "week" },
      { is: "month" },
      { is: "days", n: 2 },
      { is: "span", ms: 5 * HOUR },
    ),
  })
  .map((parts) => ({ ...parts, name: `${parts.channels?.join(" and ") ?? "all"} ${JSON.stringify(parts.window)}` }));

const policy: fc.Arbitrary<Policy> = fc.record({
  id: fc.constant("reach"),
  label: fc.constant(null),
  consents: fc.constantFrom<Policy["consents"]>(
    [],
    [{ channel: 1, purpose: "marketing", test: nicknameKnown }],
    [{ channel: null, purpose: "service", test: likesEmail }],
  ),
  stops: fc.constantFrom<readonly Test[]>([], [], [atLeast("paid", 3, "count of pay ever >= 3")]),
  personal: fc.constantFrom(null, null, nicknameKnown),
  quiet: fc.option(hours),
  caps: fc.array(cap, { maxLength: 2 }),
  holdout: fc.constantFrom(null, null, { share: 2000, salt: "global" }),
  bestHour: fc.constant({ events: [], least: 1 }),
});

/** Few of each: they run out. */
const benefits: fc.Arbitrary<readonly Benefit[]> = fc
  .record({ quantity: fc.constantFrom(null, 1, 4), perUser: fc.constantFrom(null, 1, 3), budget: fc.nat(6) })
  .map(({ quantity, perUser, budget }) => [
    benefit("hp20", { is: "coupon", amount: 2000 }, { quantity, byChannel: [{ channel: 0, quantity: 2 }] }),
    benefit("p100", { is: "points", amount: 100 }, { perUser }),
    benefit(
      "wheel",
      {
        is: "lottery",
        salt: "wheel",
        prizes: [
          { share: 4000, benefit: 0 },
          { share: 6000, benefit: 1 },
        ],
      },
      { budget: budget * 20_000_000 },
    ),
    benefit("friends", { is: "referral", giver: 0, friend: 1 }, { perUser }),
  ]);

const sets: Program["sets"] = [
  { id: "d11", label: null, point: null, holdout: { share: 2000, salt: "d11" }, budget: 60_000_000 },
  { id: "d12", label: null, point: null, holdout: null, budget: null },
];

/** What two strategies say about each other holds both ways. */
function exclude(strategies: readonly Strategy[], pairs: readonly (readonly [number, number, number])[]): Strategy[] {
  const found = strategies.map((): Exclusion[] => []);
  for (const [one, other, days] of pairs) {
    if (one === other || one >= strategies.length || other >= strategies.length) continue;
    found[one]?.push({ strategy: other, days });
    found[other]?.push({ strategy: one, days });
  }
  return strategies.map((each, place) => ({ ...each, exclusive: found[place] ?? [] }));
}

const ids = ["alpha", "beta", "gamma", "小四"];

export const mall: fc.Arbitrary<Program> = fc
  .record({
    strategies: fc.tuple(...ids.map(member)).chain((all) => fc.subarray(all, { minLength: 1 })),
    pairs: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(1, 2)), { maxLength: 2 }),
    policy,
    benefits,
    settle: fc.constantFrom(0, 600_000),
    quota: fc.constantFrom<Program["channels"][number]["quota"]>(null, { n: 1, per: "day" }, { n: 2, per: "week" }),
    valid: fc.constantFrom<Program["strategyTags"][number]["valid"]>(
      null,
      { unit: "day", n: 1 },
      { unit: "ms", n: HOUR },
    ),
  })
  .map(({ strategies, pairs, settle, quota, valid, ...parts }) => ({
    ...shop,
    ...parts,
    project: { ...shop.project, settle },
    facts,
    channels: [...shop.channels, { id: "mail", label: null, reach: null, cost: 10_000, quota, limits: [] }],
    strategyTags: [{ id: "seen", label: null, valid }],
    sets,
    strategies: exclude(strategies, pairs),
  }));

/** An instant in the days that are decided, often at one where something falls due. */
export const instant = fc
  .tuple(fc.nat(DAYS * 24 * 4), fc.constantFrom(0, 0, 1, 600_000, 60_000))
  .map(([quarters, ms]) => start + quarters * 900_000 + ms);

const event: fc.Arbitrary<EventInput> = fc
  .record({
    event: fc.constantFrom("visit", "visit", "pay"),
    id: fc.constantFrom("e1", "e2", "e3", "e4", "e5", "e6", "e7"),
    at: instant,
    late: fc.constantFrom(null, 0, 300_000, HOUR, DAY),
    seq: fc.constantFrom(null, 1),
    page: fc.constantFrom(null, "home", "sale"),
  })
  .map(({ at, late, page, ...rest }) => ({
    ...rest,
    occurred_at: at,
    received_at: late === null ? null : at + late,
    page,
    amount: 40,
  }));

export interface Person {
  readonly user: Readonly<Record<string, unknown>>;
  readonly events: readonly EventInput[];
  readonly entries: readonly Entry[];
}

const consent: fc.Arbitrary<Entry> = fc.record({
  kind: fc.constantFrom("opt_out" as const, "opt_out" as const, "opt_in" as const),
  at: instant,
  channel: fc.constantFrom("push", "sms", "mail"),
});
const entry: fc.Arbitrary<Entry> = fc.oneof(
  consent,
  fc.record({
    kind: fc.constantFrom("opt_out" as const, "opt_in" as const),
    at: instant,
    purpose: fc.constant("marketing" as const),
  }),
  fc.record({ kind: fc.constant("tag" as const), at: instant, tag: fc.constant("seen") }),
  fc.record({
    kind: fc.constant("touch" as const),
    at: instant.map((at) => at - 2 * DAY),
    strategy: fc.constantFrom("alpha", "beta", "gone"),
    occurrence: fc.constantFrom("e1", "2026-11-09T10:00"),
    channel: fc.constantFrom("push", "mail", "gone"),
  }),
);

export const person: fc.Arbitrary<Person> = fc.record({
  user: fc.record({
    id: fc.nat(60).map((n) => `u${n}`),
    push_on: fc.boolean(),
    phone: fc.constantFrom(null, "13800000000"),
    nickname: fc.constantFrom(null, "Li"),
    zone: fc.constantFrom(null, null, "America/New_York"),
  }),
  events: fc.array(event, { maxLength: 10 }),
  entries: fc.array(entry, { maxLength: 3 }),
});
