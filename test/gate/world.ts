import { parseDate } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { createGrants } from "../../src/decide/memory-grants.js";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import type { Candidate, Gate } from "../../src/gate/candidate.js";
import { createDetails } from "../../src/gate/details.js";
import { createGates, type GateId, type GateSources } from "../../src/gate/gates.js";
import { createStanding, type EncodedEntry, type StandingTouch } from "../../src/gate/standing.js";
import type {
  Benefit,
  BenefitValue,
  Channel,
  Fact,
  Offer,
  Policy,
  Program,
  Step,
  Strategy,
  Test,
  Variant,
} from "../../src/program/program.js";
import { noAnalysis } from "../../src/program/analysis.js";

/** A small project for the gates, put together by hand: columns are what a user says of themselves, 0 for no. */
const hours = Array.from({ length: 24 }, (_, hour): Fact => ({ is: "hour", event: 0, hour, days: 90 }));

const flags = ["push_on", "phone", "app", "agreed", "stopped", "may_look", "buyer"] as const;
type Flag = (typeof flags)[number];

const facts: readonly Fact[] = [
  ...flags.map((_, place): Fact => ({ is: "profile", field: place + 1 })),
  { is: "profile", field: flags.length + 1 },
  ...hours,
];

export const localeColumn = flags.length;
const firstHour = flags.length + 1;

/** Whether a flag is set. */
export function is(flag: Flag): Test {
  return {
    is: "compare",
    op: "=",
    left: { is: "column", column: flags.indexOf(flag), per: 1 },
    right: { is: "constant", n: 1, d: 1 },
    type: { is: "boolean" },
    said: 0,
  };
}

/** Places of channels. */
export const [push, sms, app] = [0, 1, 2];

function channel(id: string, reach: Test | null, changes: Partial<Channel> = {}): Channel {
  return { id, label: null, reach, cost: 0, quota: null, limits: [], ...changes };
}

export function benefit(id: string, changes: Partial<Benefit> = {}): Benefit {
  return {
    id,
    label: null,
    value: { is: "coupon", amount: 2000 },
    over: null,
    valid: null,
    quantity: null,
    byChannel: [],
    perUser: null,
    budget: null,
    face: 2000,
    cost: 20_000_000,
    ...changes,
  };
}

export function giving(id: string, value: BenefitValue, changes: Partial<Benefit> = {}): Benefit {
  return benefit(id, { value, ...changes });
}

export function step(changes: Partial<Step> = {}): Step {
  const channels = changes.channels ?? [push, sms];
  return { wait: null, channels, materials: channels.map(() => null), preferred: null, ...changes };
}

export function offer(changes: Partial<Offer> = {}): Offer {
  return {
    steps: [step()],
    benefit: null,
    unfunded: "refuse",
    send: { window: null, bestHour: null },
    ...changes,
  };
}

export function variant(changes: Partial<Variant> = {}): Variant {
  return { id: null, label: null, shares: [10_000], offer: offer(), ...changes };
}

export function strategy(changes: Partial<Strategy> = {}): Strategy {
  return {
    id: "nudge",
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
    variants: [variant()],
    goal: null,
    priority: 50,
    exclusive: [],
    sets: [],
    guards: [],
    said: 0,
    ...changes,
  };
}

const policy: Policy = {
  id: null,
  label: null,
  consents: [],
  stops: [],
  personal: null,
  quiet: null,
  caps: [],
  holdout: null,
  bestHour: { events: [0], least: 10 },
};

export interface Changes {
  readonly strategies?: readonly Strategy[];
  readonly policy?: Partial<Policy>;
  readonly channels?: { readonly push?: Partial<Channel>; readonly sms?: Partial<Channel> };
  readonly benefits?: readonly Benefit[];
  readonly sets?: Program["sets"];
  readonly materials?: Program["materials"];
  readonly locales?: readonly string[];
}

export function programWith(changes: Changes = {}): Program {
  const fields = ["id", ...flags, "language"].map((id) => ({
    id,
    label: null,
    type: id === "id" ? ({ is: "text" } as const) : ({ is: "boolean" } as const),
    optional: false,
    pii: false,
    fixed: false,
  }));
  return {
    project: {
      id: "shop",
      label: null,
      zone: "Asia/Shanghai",
      currency: "CNY",
      minor: 100,
      weekStarts: 1,
      settle: 600_000,
      locales: changes.locales ?? [],
    },
    user: { fields, id: 0, zone: null, locale: flags.length + 1, source: null },
    events: [{ id: "visit", label: null, kept: null, model: null, fields: [] }],
    facts,
    phrases: [{ file: "shop.touch", line: 1, column: 1, text: "…" }],
    tags: [],
    analysis: noAnalysis,
    strategyTags: [],
    maps: [],
    lifecycles: [],
    channels: [
      channel("push", is("push_on"), changes.channels?.push),
      channel("sms", is("phone"), { cost: 50_000, ...changes.channels?.sms }),
      channel("app", is("app")),
    ],
    benefits: changes.benefits ?? [],
    materials: changes.materials ?? [],
    goals: [],
    calendar: null,
    policy: { ...policy, ...changes.policy },
    points: [],
    sets: changes.sets ?? [],
    strategies: changes.strategies ?? [strategy()],
  };
}

/** A user, an instant, and what happened before. */
export interface Situation {
  readonly user?: string;
  /** What is true of the user; by default that push and SMS reach them. */
  readonly flags?: readonly Flag[];
  readonly locale?: string | null;
  /** How often they visited at each hour. */
  readonly visits?: Readonly<Record<number, number>>;
  /** Local time of the occurrence in Shanghai. */
  readonly at?: string;
  readonly entries?: readonly EncodedEntry[];
  readonly strategy?: number;
  readonly step?: number;
  readonly limitKey?: string | null;
}

const shanghai = zone("Asia/Shanghai");

/** An instant in Shanghai: `2026-11-10 10:00`. */
export function instantOf(local: string): number {
  return Date.parse(`${local.replace(" ", "T")}+08:00`);
}

export function dateOf(local: string): number {
  return parseDate(local.slice(0, 10)) as number;
}

function frameOf({ flags: set = ["push_on", "phone"], locale = null, visits = {} }: Situation): Frame {
  const columns = facts.map((_, place) =>
    place === localeColumn
      ? [locale]
      : Float64Array.of(
          place < localeColumn ? Number(set.includes(flags[place] as Flag)) : (visits[place - firstHour] ?? 0),
        ),
  );
  return { columns, rows: 1 };
}

/** A candidate that has met no gate yet; send times are those of the occurrence until a gate writes others. */
export function candidateOf(program: Program, situation: Situation = {}): Candidate {
  const at = situation.at ?? "2026-11-10 10:00";
  const instant = instantOf(at);
  const standing = createStanding(program);
  standing.begin(situation.entries ?? []);
  standing.advance(instant);
  const sendAt = instant + program.project.settle;
  return {
    user: situation.user ?? "u1",
    frame: frameOf(situation),
    row: 0,
    before: -1,
    strategy: situation.strategy ?? 0,
    zone: shanghai,
    instant,
    date: dateOf(at),
    occurrence: at,
    limitKey: situation.limitKey ?? null,
    step: situation.step ?? 0,
    earliest: sendAt,
    standing,
    grants: createGrants(program),
    variant: 0,
    ghost: null,
    sendAt,
    sendDate: shanghai.dateAt(sendAt),
    sendBy: "settled",
    chosen: 0,
    byPreference: false,
    key: () => `${situation.strategy ?? 0}/${situation.user ?? "u1"}/${at}`,
    benefit: null,
    givenAt: null,
    message: null,
  };
}

/** A touch over push by the strategy at place 0, sent when it was decided. */
export function touch(at: string, changes: Partial<StandingTouch> = {}): StandingTouch {
  return {
    kind: "touch",
    ghost: null,
    at: instantOf(at),
    key: `touch at ${at}`,
    strategy: 0,
    variant: 0,
    walked: 0,
    step: 0,
    occurrence: at,
    date: dateOf(at),
    sendAt: instantOf(at),
    sendDate: dateOf(at),
    channel: push,
    limitKey: null,
    benefits: [],
    ...changes,
  };
}

export function sourcesOf(program: Program): GateSources {
  return { program, environment: createEnvironment(program), matchers: program.strategies.map(() => () => -1) };
}

export function gateOf(id: GateId, program: Program): Gate {
  const found = createGates(sourcesOf(program)).find((each) => each.id === id);
  if (!found) throw new Error(`no gate ${id}`);
  return found.gate;
}

export function detailsOf(program: Program): ReturnType<typeof createDetails> {
  return createDetails(sourcesOf(program));
}

/** What a gate says about a user. */
export function codeOf(id: GateId, program: Program, situation: Situation = {}): string | null {
  return gateOf(id, program)(candidateOf(program, situation));
}
