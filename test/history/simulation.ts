import { compile } from "../../src/compile.js";
import type { Entry, EventInput } from "../../src/index.js";
import { loadProgram } from "../../src/index.js";
import { randomFrom } from "../experiment/arms.js";
import type { History, Item, UserHistory } from "./log.js";
import { town } from "./town.js";

/** How much is lived through. */
export interface Life {
  readonly seed: number;
  readonly users: number;
  readonly days: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Two weeks before clocks go back in New York and, a week before that, in Paris. */
const start = Date.parse("2025-10-19T12:00:00Z");
const zones = ["America/New_York", "Asia/Shanghai", "Europe/Paris", "Australia/Lord_Howe"];

interface Person {
  readonly history: UserHistory & { readonly log: Item[] };
  readonly profile: Readonly<Record<string, unknown>>;
  readonly events: readonly EventInput[];
  /** What others record about the person, by its instant. */
  readonly recorded: Recorded[];
}

type Recorded = Extract<Entry, { kind: "opt_out" | "opt_in" | "receipt" }> & { readonly at: number };

/**
 * A town lives for some weeks. Time is cut anywhere; in each piece everybody is decided for, with shared stock, from what was recorded
 * before. What goes out is acknowledged a while later, and some of it is opened.
 */
export function simulate({ seed, users, days }: Life): History {
  const { program, diagnostics } = compile([{ name: "town.touch", text: town }], { prove: false });
  if (!program) throw new Error(diagnostics.map(({ code, span }) => `${code} at ${span.start}`).join(", "));
  const loaded = loadProgram(program);
  const random = randomFrom(seed);
  const people = Array.from({ length: users }, (_, n) => personOf(`citizen-${seed}-${n}`, n, days, random));
  const stock = loaded.createGrants();
  const end = start + days * DAY;
  for (let since = start; since < end; ) {
    const until = Math.min(end, since + Math.ceil((1 + 19 * random()) * HOUR));
    for (const person of people) {
      const { history, profile, events, recorded } = person;
      const known = recorded.filter(({ at }) => at <= until);
      const entries = [...history.log.filter(isDecided), ...known] as readonly Entry[];
      const result = loaded.decide({ user: profile, events, entries, since, until, grants: stock });
      for (const decision of result.decisions) history.log.push({ kind: "touch", ...decision });
      for (const ghost of result.ghosts) history.log.push({ kind: "ghost", ...ghost });
      for (const cancellation of result.cancellations) history.log.push({ kind: "cancel", ...cancellation });
      acknowledge(person, since, until, random);
    }
    since = until;
  }
  for (const { history, recorded } of people) history.log.push(...recorded.filter(({ at }) => at <= end));
  return { program, users: people.map(({ history }) => history), until: end, stock };
}

function isDecided({ kind }: Item): boolean {
  return kind === "touch" || kind === "ghost" || kind === "cancel";
}

/** What was to be sent in a piece of time, and not cancelled, is handed over after it; some is opened. */
function acknowledge({ history: { log }, recorded }: Person, since: number, until: number, random: () => number): void {
  const cancelled = new Set(log.flatMap((item) => (item.kind === "cancel" ? [item.key] : [])));
  for (const item of log) {
    if (item.kind !== "touch" || cancelled.has(item.key)) continue;
    const sendAt = Date.parse(item.send_at);
    if (sendAt <= since || sendAt > until) continue;
    const handed = until + 1 + Math.floor(random() * 20 * MINUTE);
    recorded.push({ kind: "receipt", at: handed, key: item.key, outcome: "handed_over" });
    if (random() < 0.5) {
      const outcome = random() < 0.5 ? "opened" : "clicked";
      recorded.push({ kind: "receipt", at: handed + Math.floor(random() * 5 * HOUR), key: item.key, outcome });
    }
  }
}

function personOf(id: string, n: number, days: number, random: () => number): Person {
  const zone = zones[n % zones.length] as string;
  const events: EventInput[] = [];
  const add = (event: string, at: number, fields: object): void => {
    events.push({ event, id: `${event}-${events.length}`, occurred_at: at, ...fields });
  };
  for (let day = -3; day < days; day++) {
    const midnight = start + day * DAY;
    const at = (): number => midnight + Math.floor(random() * DAY);
    if (random() < 0.8) add("visit", at(), { page: "home" });
    if (random() < 0.4) {
      const [order_id, when] = [`order-${Math.floor(random() * 6)}`, at()];
      add("cart", when, { order_id });
      if (random() < 0.4) add("pay", when + Math.floor(random() * 12 * HOUR), { order_id, amount: 30 });
    }
  }
  return {
    history: { id, zone, log: [] },
    profile: { id, zone, phone: n % 3 === 0 ? null : `phone-${n}` },
    events,
    recorded: consentsOf(days, random),
  };
}

/** Some change their minds, at any instant or at the very one at which strategies look at people. */
function consentsOf(days: number, random: () => number): Recorded[] {
  const recorded: Recorded[] = [];
  for (let day = 0; day < days; day++) {
    if (random() > 0.08) continue;
    const minute = random() < 0.5 ? pick([9 * 60, 12 * 60, 21 * 60 + 30, 21 * 60 + 50], random) : random() * 1440;
    const at = start - 12 * HOUR + day * DAY + pick([0, 4, 5, -8, -11], random) * HOUR + Math.floor(minute) * MINUTE;
    const channel = pick([{}, { channel: "push" }, { channel: "sms" }], random);
    const purpose = pick([{}, { purpose: "marketing" as const }], random);
    recorded.push({ kind: random() < 0.5 ? "opt_out" : "opt_in", at, ...channel, ...purpose });
  }
  return recorded;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
