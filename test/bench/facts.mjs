// Facts from an ordered history, in millions of events per second of CPU time of the whole process. Needs `npm run build`.
import { zone } from "../../dist/src/calendar/zone.js";
import { askAt } from "../../dist/src/facts/ask.js";
import { compileFacts } from "../../dist/src/facts/plan.js";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 18, 12);
const EVENTS = 4_000_000;
const zones = [zone("Asia/Shanghai"), zone("America/New_York")];
const noProfile = { fields: [], id: 0, zone: null, locale: null };

const days = (is, n) => ({ is, unit: "day", n });

/** What six strategies of a shop may want of one kind of event, streaks among it. */
function factsOf(event, where) {
  const ever = { is: "ever" };
  return [
    { is: "count", event, where, window: ever },
    { is: "count", event, where, window: days("last", 30) },
    { is: "count", event, where, window: days("for", 15) },
    { is: "days", event, where, window: days("previous", 3) },
    { is: "days", event, where, window: days("last", 7) },
    { is: "pointDate", point: { is: "point", event, where, nth: "last" } },
    { is: "sum", field: 0, event, where, window: days("previous", 7) },
    { is: "countKnown", field: 0, event, where, window: days("previous", 7) },
  ];
}

const all = factsOf(0, null);
const filtered = factsOf(0, {
  is: "compare",
  op: ">=",
  left: { is: "column", column: 0, per: 1 },
  right: { is: "constant", n: 2000, d: 1 },
  type: { is: "integer" },
  said: 0,
});

/** Columns of all users' events over 90 days, ascending within each user; the same on every machine. */
function historyOf(users, perUser, late) {
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
  const order = Float64Array.from({ length: rows }, (_, row) => row % perUser);
  return { frame: { columns: [amount], rows }, occurred, seq: new Float64Array(rows), order, ids: [], visibleFrom };
}

function measure(name, perUser, facts, { kinds = 1, late = false, asks = [askAt(NOW)] } = {}) {
  const users = Math.floor(EVENTS / perUser / kinds);
  const { frame, occurred, seq, order, ids, visibleFrom } = historyOf(users, perUser, late);
  const plan = compileFacts({ facts, user: noProfile, events: [], maps: [] });
  const into = plan.frame(users * asks.length);
  const pass = () => {
    for (let each = 0; each < users; each++) {
      const [from, to] = [each * perUser, (each + 1) * perUser];
      const history = { frame, occurred, seq, order, ids, visibleFrom, from, to };
      const events = kinds === 1 ? [history] : [history, history, history, history];
      plan.write({ zone: zones[each & 1], profile: [], events, asks }, into, each * asks.length);
    }
  };
  pass();
  const before = process.cpuUsage();
  pass();
  const { user, system } = process.cpuUsage(before);
  const perSecond = (users * perUser * kinds) / (user + system);
  console.log(`${perSecond.toFixed(1).padStart(7)} M events per CPU-second: ${name}`);
}

measure("20 events a user, 8 facts", 20, all);
measure("200 events a user, 8 facts", 200, all);
measure("2,000 events a user, 8 facts", 2000, all);
measure("200 events a user, two streaks", 200, all.slice(3, 5));
measure("200 events a user, 8 facts at two instants", 200, all, { asks: [NOW - DAY, NOW].map(askAt) });
measure("200 events a user, 8 facts under a filter", 200, filtered);
measure("200 events a user, 16 facts, half of them filtered", 200, [...all, ...filtered]);
measure("200 events a user, 8 facts, 5 % arrive a day late", 200, all, { late: true });
measure("5 events a user and kind, 4 kinds, 32 facts", 5, [0, 1, 2, 3].flatMap((event) => factsOf(event, null)), { kinds: 4 });

const first = { is: "point", event: 0, where: null, nth: 1 };
const second = { is: "point", event: 0, where: null, nth: 2 };
const step = (event, same = null) => ({ no: false, event, where: null, same, within: same && { unit: "day", n: 2 } });
const same = { field: 0, before: 0 };
const steps = [step(0), step(1, same), { ...step(2, same), no: true }];
const beside = { is: "after", moment: first, unit: "day", n: 30 };
const ordered = [
  { is: "momentIn", moment: second, window: beside },
  { is: "sum", field: 0, event: 1, where: null, window: beside },
  { is: "sequence", window: { is: "ever" }, steps },
];
const ten = [{ is: "sequence", window: { is: "ever" }, steps: Array.from({ length: 10 }, (_, place) => step(place % 4)) }];
measure("5 events a user and kind, 4 kinds, a point, a window beside one, a sequence", 5, ordered, { kinds: 4 });
measure("200 events a user and kind, the same", 200, ordered, { kinds: 4 });
measure("200 events a user and kind, ten steps", 200, ten, { kinds: 4 });
