import { expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import type { EventHistory } from "../../src/facts/log.js";
import { compileFacts } from "../../src/facts/plan.js";
import type { EventFact, Program, Test, Window } from "../../src/program/program.js";

// Facts from an ordered history, in events per second of CPU time of the process, collecting of garbage included. Printed, not asserted.

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 18, 12);
const EVENTS = 4_000_000;
const zones = [zone("Asia/Shanghai"), zone("America/New_York")];
const user: Program["user"] = { fields: [], id: 0, zone: null, locale: null };
const ever: Window = { is: "ever" };
const days = (is: "last" | "previous" | "for", n: number): Window => ({ is, unit: "day", n });

/** What six strategies of a shop may want of one kind of event, streaks among it. */
function factsOf(event: number, where: Test | null): EventFact[] {
  const of = (is: "count" | "days" | "lastInstant" | "lastDate", window: Window): EventFact => {
    return { is, event, where, window };
  };
  return [
    of("count", ever),
    of("count", days("last", 30)),
    of("count", days("for", 15)),
    of("days", days("previous", 3)),
    of("days", days("last", 7)),
    of("lastDate", ever),
    { is: "sum", field: 0, event, where, window: days("previous", 7) },
    { is: "countKnown", field: 0, event, where, window: days("previous", 7) },
  ];
}

const atLeast20: Test = {
  is: "compare",
  op: ">=",
  type: { is: "integer" },
  said: 0,
  left: { is: "column", column: 0, per: 1 },
  right: { is: "constant", n: 2000, d: 1 },
};

/** Columns of all users' events over 90 days, ascending within each user; the same on every machine. */
function historyOf(users: number, perUser: number, late: boolean): Omit<EventHistory, "from" | "to"> {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const rows = users * perUser;
  const occurred = new Float64Array(rows);
  for (let first = 0; first < rows; first += perUser) {
    for (let row = first; row < first + perUser; row++) occurred[row] = NOW - Math.floor(random() * 90 * DAY);
    occurred.subarray(first, first + perUser).sort();
  }
  const amount = Float64Array.from({ length: rows }, () => Math.floor(random() * 10_000));
  const visibleFrom = occurred.map((instant) => (late && random() < 0.05 ? instant + DAY : instant));
  return { frame: { columns: [amount], rows }, occurred, visibleFrom };
}

interface Case {
  readonly name: string;
  readonly perUser: number;
  readonly facts: readonly EventFact[];
  readonly kinds?: number;
  readonly late?: boolean;
  readonly instants?: readonly number[];
}

it.each<Case>([
  { name: "20 events a user, 8 facts of one kind", perUser: 20, facts: factsOf(0, null) },
  { name: "200 events a user, 8 facts of one kind", perUser: 200, facts: factsOf(0, null) },
  { name: "2,000 events a user, 8 facts of one kind", perUser: 2000, facts: factsOf(0, null) },
  { name: "200 events a user, streaks alone", perUser: 200, facts: factsOf(0, null).slice(3, 5) },
  {
    name: "200 events a user, 8 facts, at two instants",
    perUser: 200,
    facts: factsOf(0, null),
    instants: [NOW - DAY, NOW],
  },
  { name: "200 events a user, 8 facts under a filter", perUser: 200, facts: factsOf(0, atLeast20) },
  {
    name: "200 events a user, 16 facts, half of them filtered",
    perUser: 200,
    facts: [...factsOf(0, null), ...factsOf(0, atLeast20)],
  },
  { name: "200 events a user, 8 facts, 5 % arrive a day late", perUser: 200, facts: factsOf(0, null), late: true },
  {
    name: "5 events a user and kind, 4 kinds, 32 facts",
    perUser: 5,
    kinds: 4,
    facts: [0, 1, 2, 3].flatMap((kind) => factsOf(kind, null)),
  },
])("computes $name", ({ name, perUser, facts, kinds = 1, late = false, instants = [NOW] }) => {
  const users = Math.floor(EVENTS / perUser / kinds);
  const { frame, occurred, visibleFrom } = historyOf(users, perUser, late);
  const plan = compileFacts({ facts, user });
  const into = plan.frame(users * instants.length);
  const pass = () => {
    for (let each = 0; each < users; each++) {
      const history: EventHistory = { frame, occurred, visibleFrom, from: each * perUser, to: (each + 1) * perUser };
      const events = Array.from({ length: kinds }, () => history);
      const place = zones[each & 1] ?? zone("UTC");
      plan.write({ zone: place, profile: [], events, instants }, into, each * instants.length);
    }
  };
  pass();
  const before = process.cpuUsage();
  pass();
  const { user: own, system } = process.cpuUsage(before);
  const perSecond = (users * perUser * kinds) / (own + system);
  console.log(`facts, ${name}: ${perSecond.toFixed(1)} M events per CPU-second`);
  expect(into.rows).toBe(users * instants.length);
});
