import type {
  Benefit,
  Fact,
  Field,
  Num,
  Offer,
  Phrase,
  Program,
  Repeat,
  Strategy,
  Test,
  Type,
  Variant,
} from "../../src/program/program.js";
import { noAnalysis } from "../../src/program/analysis.js";

/** A small shop, put together by hand as the checker would: what the tests of gates and decisions decide about. */

const text: Type = { is: "text" };
const CNY: Type = { is: "money", currency: "CNY", minor: 100 };
const category: Type = {
  is: "enum",
  members: [
    { id: "headphones", label: "耳机" },
    { id: "phone", label: null },
  ],
};

function field(id: string, type: Type, optional: boolean, marks: { pii?: boolean } = {}): Field {
  return { id, label: null, type, optional, pii: marks.pii ?? false, fixed: false };
}

/** Facts by name: their places are the columns that tests and holes read. */
const facts = {
  nickname: { is: "profile", field: 1 },
  phone: { is: "profile", field: 2 },
  push_on: { is: "profile", field: 3 },
  locale: { is: "profile", field: 4 },
  paid: { is: "count", event: 1, where: null, window: { is: "ever" } },
  visits: { is: "count", event: 0, where: null, window: { is: "last", unit: "day", n: 7 } },
  spent: { is: "sum", event: 1, field: 0, where: null, window: { is: "previous", unit: "day", n: 7 } },
  today: { is: "today" },
  lastVisit: { is: "pointDate", point: { is: "point", event: 0, where: null, nth: "last" } },
  odd: { is: "profile", field: 6 },
} satisfies Record<string, Fact>;

type FactName = keyof typeof facts;

export function column(name: FactName): number {
  return Object.keys(facts).indexOf(name);
}

const phrases: Phrase[] = [];

function said(words: string): number {
  phrases.push({ file: "strategies.touch", line: phrases.length + 1, column: 3, text: words });
  return phrases.length - 1;
}

export function num(name: FactName): Num {
  return { is: "column", column: column(name), per: 1 };
}

export function atLeast(name: FactName, n: number, words: string, type: Type = { is: "integer" }): Test {
  return { is: "compare", op: ">=", left: num(name), right: { is: "constant", n, d: 1 }, type, said: said(words) };
}

const phoneKnown: Test = {
  is: "knownText",
  value: { is: "column", column: column("phone") },
  said: said("user.phone is known"),
};
const pushOn: Test = {
  is: "compare",
  op: "=",
  left: num("push_on"),
  right: { is: "constant", n: 1, d: 1 },
  type: { is: "boolean" },
  said: said("user.push_on is true"),
};

export const places = { push: 0, sms: 1, hp20: 0, p100: 1, push_text: 0, sms_text: 1 } as const;

/** What is offered if nothing else is said. */
const offer: Offer = {
  steps: [
    {
      wait: null,
      channels: [places.push, places.sms],
      materials: [places.push_text, places.sms_text],
      preferred: null,
    },
  ],
  benefit: places.hp20,
  unfunded: "refuse",
  send: { window: null, bestHour: null },
};

/** The one variant of a strategy without a split. */
export function offering(changes: Partial<Offer>, step: Partial<Offer["steps"][number]> = {}): readonly Variant[] {
  const steps = (changes.steps ?? offer.steps).map((each) => ({ ...each, ...step }));
  return [{ id: null, label: null, shares: [10_000], offer: { ...offer, ...changes, steps } }];
}

export function strategy(id: string, changes: Partial<Strategy>): Strategy {
  return {
    id,
    label: null,
    aim: null,
    hypothesis: null,
    set: null,
    point: null,
    when: { is: "every", day: { is: "day" }, minute: 600 },
    purpose: "marketing",
    personal: true,
    who: [],
    repeat: { is: "always" },
    limit: null,
    holdout: null,
    split: null,
    variants: offering({}),
    goal: null,
    priority: 50,
    exclusive: [],
    sets: [],
    guards: [],
    said: said(`strategy ${id}`),
    ...changes,
  };
}

export function benefit(id: string, value: Benefit["value"], changes: Partial<Benefit> = {}): Benefit {
  return {
    id,
    label: null,
    value,
    over: null,
    valid: null,
    quantity: null,
    byChannel: [],
    perUser: null,
    budget: null,
    face: value.is === "coupon" ? value.amount : 0,
    cost: value.is === "coupon" ? value.amount * 10_000 : 0,
    ...changes,
  };
}

const monthly: Repeat = { is: "after", unit: "month", n: 1 };

export const shop: Program = {
  project: {
    id: "shop",
    label: "商城",
    zone: "Asia/Shanghai",
    currency: "CNY",
    minor: 100,
    weekStarts: 1,
    settle: 600_000,
    locales: [],
  },
  user: {
    fields: [
      field("id", text, false),
      field("nickname", text, true),
      field("phone", text, true, { pii: true }),
      field("push_on", { is: "boolean" }, false),
      field("language", { is: "locale" }, true),
      field("zone", { is: "zone" }, true),
      field("constructor", { is: "number" }, true),
      field("__proto__", { is: "points" }, true),
      field("birthday", { is: "date" }, true),
      field("registered_at", { is: "instant" }, true),
      field("balance", CNY, true, { pii: true }),
      field("likes", category, true),
      field("churn", { is: "ratio" }, true),
    ],
    id: 0,
    zone: 5,
    locale: 4,
    source: null,
  },
  events: [
    { id: "visit", label: null, kept: null, model: null, fields: [field("page", text, true)] },
    {
      id: "pay",
      label: null,
      kept: null,
      model: null,
      fields: [field("amount", CNY, false), field("category", category, true)],
    },
    { id: "__proto__", label: null, kept: null, model: null, fields: [] },
  ],
  facts: Object.values(facts),
  phrases,
  tags: [{ id: "buyer", label: null, value: { is: "test", test: atLeast("paid", 1, "did pay ever") } }],
  maps: [],
  lifecycles: [
    {
      is: "lifecycle",
      id: "life",
      label: null,
      of: null,
      stages: [
        { id: "mature", label: null, test: atLeast("paid", 2, "count of pay ever >= 2") },
        { id: "growth", label: null, test: { is: "tag", tag: 0, said: said("has buyer") } },
        { id: "intro", label: null, test: null },
      ],
    },
  ],
  channels: [
    { id: "push", label: "推送", reach: pushOn, cost: 0, quota: null, limits: [] },
    { id: "sms", label: "短信", reach: phoneKnown, cost: 50_000, quota: null, limits: [] },
  ],
  benefits: [
    benefit("hp20", { is: "coupon", amount: 2000 }, { over: 20_000, valid: { unit: "day", n: 7 } }),
    benefit("p100", { is: "points", amount: 1200 }, { valid: { unit: "ms", n: 5_400_000 } }),
  ],
  materials: [
    {
      id: "push_text",
      label: null,
      channel: places.push,
      template: null,
      texts: [
        {
          locale: "zh-CN",
          parts: [
            {
              id: "title",
              pieces: [
                {
                  is: "text",
                  value: {
                    is: "ifUnknown",
                    value: { is: "column", column: column("nickname") },
                    otherwise: { is: "constant", text: "朋友" },
                  },
                },
                { is: "words", text: "，立减 " },
                { is: "benefit", field: "amount" },
              ],
            },
            { id: "__proto__", pieces: [{ is: "benefit", field: "expires_at" }] },
          ],
        },
        { locale: "en", parts: [{ id: "title", pieces: [{ is: "words", text: "A gift" }] }] },
      ],
    },
    {
      id: "sms_text",
      label: null,
      channel: places.sms,
      template: null,
      texts: [
        {
          locale: "en",
          parts: [{ id: "body", pieces: [{ is: "num", value: num("spent"), type: CNY, otherwise: null }] }],
        },
      ],
    },
  ],
  analysis: noAnalysis,
  strategyTags: [],
  goals: [],
  calendar: null,
  policy: {
    id: null,
    label: null,
    consents: [],
    stops: [],
    personal: null,
    quiet: null,
    caps: [],
    holdout: null,
    bestHour: { events: [], least: 10 },
  },
  points: [],
  sets: [],
  strategies: [
    strategy("paid_often", {
      who: [atLeast("paid", 1, "did pay ever"), atLeast("visits", 2, "did visit at least 2 times")],
    }),
    strategy("everybody", { repeat: { is: "after", unit: "day", n: 2 }, variants: offering({ benefit: places.p100 }) }),
    strategy("once_only", {
      repeat: { is: "never" },
      priority: 90,
      variants: offering({ benefit: null }, { materials: [null, null] }),
    }),
    strategy("constructor", {
      repeat: monthly,
      variants: offering({}, { channels: [places.sms], materials: [places.sms_text] }),
    }),
    strategy("life", {
      when: { is: "every", day: { is: "day" }, minute: 1200 },
      who: [
        {
          is: "or",
          parts: [
            {
              is: "compare",
              op: "!=",
              left: { is: "stage", lifecycle: 0 },
              right: { is: "constant", n: 0, d: 1 },
              type: {
                is: "enum",
                members: ["mature", "growth", "intro"].map((id) => ({ id, label: null })),
              },
              said: said("life is not mature"),
            },
            atLeast("spent", 10_000, "sum of pay.amount in the previous 7 days >= 100 CNY", CNY),
          ],
          said: said("life is not mature or sum of pay.amount in the previous 7 days >= 100 CNY"),
        },
        { is: "not", part: phoneKnown, said: said("user.phone is not known") },
      ],
    }),
  ],
};

/** The shop with other settings for one of its strategies, alone. */
export function shopWith(changes: Partial<Strategy>): Program {
  return { ...shop, strategies: [strategy("only", changes)] };
}
