import { dateOfLunar, formatLunar, lunarOf } from "../../src/calendar/lunar.js";
import { keyOf } from "../reference/entries.js";
import { Clock, DAY, dateFromText, dateText, HOUR, MINUTE } from "../reference/clock.js";
import type { Row } from "../conformance/cases.js";
import type { Situation } from "../conformance/input.js";
import { COST_PER_MINOR, type Program } from "../../src/program/program.js";
import type { Taken } from "../conformance/cases.js";
import type { Dice } from "./dice.js";
import type { Length } from "../reference/window.js";
import { shifted, type Times } from "./lengths.js";
import { type Project, strategyIds } from "./project.js";
import { benefitIds, channelIds } from "./project-offer.js";
import { zones } from "./programs.js";

/** A user, what happened to them, and the interval to decide, in milliseconds. */
export interface Life extends Situation {
  readonly since: number;
  readonly until: number;
  readonly taken: Taken;
}

/**
 * A random user of a random project. All that happens to them happens at few moments, which lie a length of the program apart, at its
 * clock times or at the starts of days, give or take a millisecond: where something begins or ceases to hold.
 */
export function lifeOf(
  dice: Dice,
  project: Project,
  { program, times }: { readonly program: Program; readonly times: Times },
): Life {
  const home = dice.once(2) ? dice.pick(zones) : null;
  const clock = Clock.of(home ?? project.zone);
  const date = dateFromText(project.date);
  const moments = momentsOf(dice, clock, date, project.clocks, times);
  const user = userOf(dice, home, date);
  const events = [...eventsOf(dice, moments), ...scoresOf(dice, moments)];
  const since = from(dice, clock, date, project.clocks, moments);
  const until = since + (1 + dice.below(5)) * DAY + dice.pick([-1, 0, 0, HOUR]);
  const frame = { user: String(user["id"]), moments, since, events };
  return { user, events, entries: entriesOf(dice, frame), since, until, taken: takenOf(dice, program, date) };
}

const nudges = [-1, 0, 0, 0, 1];

/** What lies between an occurrence and its sending, or a hand-over and what follows it. */
const soon: readonly Length[] = [5 * MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, 9 * HOUR].map((ms) => ({ is: "span", ms }));

function momentsOf(dice: Dice, clock: Clock, date: number, clocks: readonly string[], { lengths }: Times): number[] {
  const moments: number[] = [];
  for (let left = 3 + dice.below(8); left > 0; left--) {
    const day = date + 4 - dice.below(9);
    const earlier = moments.length > 0 ? dice.pick(moments) : null;
    if (earlier !== null && !dice.once(3)) {
      const whole = Math.round(earlier / MINUTE) * MINUTE;
      const length = lengths.length > 0 && !dice.once(3) ? dice.pick(lengths) : dice.pick(soon);
      const at = shifted(clock, whole, length, dice.pick([1, -1] as const), dice.pick([0, 1] as const));
      // Some lengths are years. Whatever falls due may be called off before it goes out.
      if (Math.abs(at - whole) >= 60 * DAY) continue;
      moments.push(at + dice.pick(nudges));
      if (dice.once(3)) moments.push(shifted(clock, at, dice.pick(soon), 1, 0) + dice.pick(nudges));
    } else if (dice.once(3)) moments.push(clock.startOf(day) + dice.below(1440) * MINUTE);
    else moments.push(clockTime(clock, day, dice.pick([...clocks, "00:00"])) + dice.pick(nudges));
  }
  return moments.length > 0 ? moments : [clock.startOf(date)];
}

function clockTime(clock: Clock, date: number, text: string): number {
  const [hour = "0", minute = "0"] = text.split(":");
  return clock.resolve(date, Number(hour) * 60 + Number(minute)) ?? clock.startOf(date);
}

function from(dice: Dice, clock: Clock, date: number, clocks: readonly string[], moments: readonly number[]): number {
  if (dice.once(3)) return dice.pick(moments) - dice.pick([0, 1, DAY]);
  return clockTime(clock, date - dice.below(4), dice.pick(clocks)) + dice.pick([-1, 0, HOUR]);
}

function userOf(dice: Dice, home: string | null, date: number): Row {
  const maybe = <T>(value: T, inSoMany = 3): T | null => (dice.once(inSoMany) ? null : value);
  const near = () => date + dice.pick([-30, -4, -2, -1, 0, 1, 2, 3, 4, 31]);
  const solar = `${dice.pick(["1990", "2000", "2024"])}${dateText(near()).slice(4)}`;
  return {
    id: `u${dice.below(500)}`,
    name: maybe(dice.pick(["Li", "小明", "👩‍👩‍👧 Anna", ...(dice.once(40) ? ["长".repeat(30_000)] : [])])),
    home,
    language: maybe(dice.pick(["en", "zh-CN", "zh-TW", "de"])),
    age: maybe(dice.below(6)),
    city: maybe(dice.pick(["a", "b", "首页", "Übersee"])),
    plan: dice.pick(["free", "free", "silver", "gold"]),
    wallet: maybe(dice.pick([0, 9.99, 10, "30"])),
    score: maybe(dice.pick([0, 0.3, "0.333333", 1.5])),
    share: maybe(dice.pick([0, 0.25, 1])),
    vip: !dice.once(3),
    seen: maybe("2024-01-01T00:00:00Z"),
    favourite: maybe(dice.pick(["shoe", "hat", "coat"])),
    app: maybe(dice.pick(["8.1", "8.2", "8.2.0", "8.10.1", "9.0"])),
    birthday: maybe(dice.once(8) ? "2000-02-29" : solar.endsWith("02-29") ? "2000-02-29" : solar, 5),
    lunar_birthday: maybe(lunarNear(dice, near()), 5),
    joined: maybe((date - dice.below(4)) * DAY + dice.below(86_400_000)),
    first_day: maybe(dateText(date - dice.below(5))),
  };
}

/** A lunar date of an earlier year whose anniversary lies near a date. */
function lunarNear(dice: Dice, date: number): string | null {
  const lunar = lunarOf(date);
  if (lunar === null) return null;
  const born = { ...lunar, year: dice.pick([1990, 1995, 2001, lunar.year]), leap: dice.once(6) };
  return dateOfLunar(born) === null ? null : formatLunar(born);
}

const prices = [0, 0.01, 9.99, 10, 10.01, 20, "30"];
const kinds = ["shoe", "shoe", "hat", "coat"];

function eventsOf(dice: Dice, moments: readonly number[]): Row[] {
  const rows = dice.times(dice.below(16), (): Row => {
    const at = dice.pick(moments);
    const late = dice.pick([null, null, null, null, 0, 10 * MINUTE - 1, 10 * MINUTE, 10 * MINUTE + 1, 2 * HOUR, DAY]);
    const what = whatOf(dice);
    // Few ids, so that some rows are told twice.
    const id = `${String(what["event"])}-${dice.below(12)}`;
    const row = { ...what, id, occurred_at: at, received_at: late === null ? null : at + late };
    return dice.once(4) ? { ...row, seq: dice.below(3) } : row;
  });
  // Of two rows with one id the first received counts. Which of two that arrived at once is not said, so none do.
  const arrival = (row: Row) => JSON.stringify([row["event"], row["id"], row["received_at"] ?? row["occurred_at"]]);
  return [...new Map(rows.map((row) => [arrival(row), row])).values()];
}

/** What models said of the user: now and then, never twice at one instant. */
function scoresOf(dice: Dice, moments: readonly number[]): Row[] {
  const rows = dice.times(dice.pick([0, 0, 1, 2, 4]), (place): Row => {
    const at = dice.pick(moments);
    const late = dice.pick([null, null, 0, HOUR]);
    const said = dice.once(3)
      ? { event: "advice", value: dice.pick(["shoe", "hat"]) }
      : { event: "risk", value: dice.pick([0, 0.2, 0.5, "0.499999", 1]) };
    return { ...said, id: `score-${place}`, occurred_at: at, received_at: late === null ? null : at + late };
  });
  return [...new Map(rows.map((row) => [`${String(row["event"])} ${String(row["occurred_at"])}`, row])).values()];
}

function whatOf(dice: Dice): Row {
  const maybe = <T>(value: T): T | null => (dice.once(3) ? null : value);
  const ref = maybe(dice.pick(["x", "x", "x", "y"]));
  const page = maybe(dice.pick(["a", "b", "", "首页"]));
  switch (dice.below(3)) {
    case 0:
      return { event: "view", kind: dice.pick(kinds), price: dice.pick(prices), page, ref };
    case 1:
      return {
        event: "pay",
        amount: dice.pick(prices),
        items: dice.below(4),
        tip: maybe(dice.pick(prices)),
        gift: dice.once(3),
        kind: maybe(dice.pick(kinds)),
        ref,
      };
    default:
      return { event: "visit", page, ref };
  }
}

interface EntryFrame {
  readonly user: string;
  readonly moments: readonly number[];
  readonly since: number;
  readonly events: readonly Row[];
}

function entriesOf(dice: Dice, frame: EntryFrame): Row[] {
  const { moments, since } = frame;
  const consents = dice.times(dice.pick([0, 0, 0, 1, 2]), () => ({
    kind: dice.pick(["opt_out", "opt_out", "opt_in"]),
    at: dice.pick([...moments, since]),
    ...(dice.once(4) ? {} : { channel: dice.pick(channelIds) }),
    ...(dice.once(2) ? {} : { purpose: dice.pick(["marketing", "service"]) }),
  }));
  const tags = dice.times(dice.pick([0, 0, 1]), () => ({
    kind: "tag",
    at: dice.pick([...moments, since, since + 1]),
    tag: dice.pick(["seen", "marked", "kept"]),
  }));
  const touches = dice.times(dice.pick([0, 1, 2, 4]), (place) => touchOf(dice, frame, place));
  // Nothing is recorded twice under a key.
  const recorded = [...new Map(touches.map((touch) => [touch["key"], touch])).values()];
  const became = recorded.flatMap((touch) => [touch, ...becameOf(dice, touch)]);
  return [...consents, ...tags, ...became, ...(dice.once(4) ? habitsOf(dice, frame) : [])];
}

/** Touches over every channel, some of which were opened: enough to tell what the user likes, and when they are there. */
function habitsOf(dice: Dice, { user, since }: EntryFrame): Row[] {
  return [...channelIds, ...channelIds].flatMap((channel, place) => {
    const [strategy, occurrence, at] = ["gone", `habit ${place}`, since - (2 + dice.below(95)) * DAY];
    const key = keyOf(strategy, user, occurrence, 1);
    const opened = at + 10 * HOUR + dice.pick([0, 0, HOUR]);
    const outcome = dice.pick(["delivered", "opened", "clicked", "failed"]);
    const touch = { kind: "touch", at, strategy, occurrence, channel, key };
    return [touch, ...(dice.once(6) ? [] : [{ kind: "receipt", key, at: opened, outcome }])];
  });
}

/** A touch or a ghost of before, mostly; some of strategies and channels that the project no longer has. */
function touchOf(dice: Dice, { user, moments, since, events }: EntryFrame, place: number): Row {
  const at = dice.once(3) ? dice.pick(moments) : since - dice.pick([0, 1, HOUR, 5 * HOUR, DAY, 2 * DAY, 7 * DAY]);
  const strategy = dice.pick([...strategyIds, "alpha", "beta", "gone"]);
  const ids = events.map((event) => String(event["id"]));
  const occurrence = ids.length > 0 && dice.once(2) ? dice.pick(ids) : `before ${place}`;
  const sent = dice.once(2) ? {} : { send_at: at + dice.pick([0, 10 * MINUTE, HOUR, 9 * HOUR, 30 * HOUR]) };
  const step = dice.once(5) ? 2 : 1;
  const row = {
    at,
    strategy,
    occurrence,
    channel: dice.pick([...channelIds, ...channelIds, "gone"]),
    key: keyOf(strategy, user, occurrence, step),
    step: String(step),
    ...sent,
    ...(dice.once(3) ? { limit_key: dice.pick(["x", "y"]) } : {}),
    ...(dice.once(4) ? { variant: dice.pick(["first", "second", "control", "gone"]) } : {}),
  };
  if (dice.once(4)) {
    const would = dice.once(2) ? { would: dice.some(["first", "second", "third"], 1, 2) } : {};
    return { kind: "ghost", reason: dice.pick(["global_holdout", "holdout", "control"]), ...row, ...would };
  }
  return { kind: "touch", ...row, ...(dice.once(2) ? { benefit: givenOf(dice) } : {}) };
}

function givenOf(dice: Dice): Row {
  const id = dice.pick(benefitIds);
  if (dice.once(5)) return { id: dice.pick(["c20", "mug", "p100"]), lottery: "wheel" };
  return dice.once(5) ? { id: "c20", referral: { id: "friends" } } : { id };
}

/** What became of a touch: nothing, its place was given back, or a channel told of it. */
function becameOf(dice: Dice, touch: Row): Row[] {
  const [sent, key] = [Number(touch["send_at"] ?? touch["at"]), touch["key"]];
  if (dice.once(4)) return [];
  if (dice.once(4)) return [{ kind: dice.pick(["cancel", "too_late"]), key, at: sent + dice.pick([0, 1, HOUR, DAY]) }];
  // What is made up to have been given may not be what the strategy gives, so no fallback goes on with it.
  return touch["benefit"] === undefined ? receiptsOf(dice, String(key), sent) : [];
}

/** A hand-over, and mostly what came of it. */
export function receiptsOf(dice: Dice, key: string, sent: number): Row[] {
  const at = sent + dice.pick([0, MINUTE, HOUR, 3 * HOUR]);
  const handed = { kind: "receipt", key, at, outcome: "handed_over" };
  const outcome = dice.pick([null, "delivered", "opened", "clicked", "opened", "failed"]);
  return outcome === null
    ? [handed]
    : [handed, { kind: "receipt", key, at: at + dice.pick([0, MINUTE, 5 * HOUR, DAY]), outcome }];
}

/** What others have taken before: of each thing that the program limits nothing, some, or all. */
function takenOf(dice: Dice, { benefits, sets, channels, project }: Program, date: number): Taken {
  const some = (resource: string, limit: number | null): [string, number][] =>
    limit === null || !dice.once(4) ? [] : [[resource, dice.once(2) ? limit : Math.floor(limit / 2)]];
  const units = (budget: number | null) => budget && budget / (project.minor * COST_PER_MINOR);
  return Object.fromEntries([
    ...benefits.flatMap(({ id, quantity, byChannel, budget }) => [
      ...some(`benefit:${id}`, quantity),
      ...byChannel.flatMap((each) => some(`benefit:${id}@${channels[each.channel]?.id ?? ""}`, each.quantity)),
      ...some(`money:benefit:${id}`, units(budget)),
    ]),
    ...sets.flatMap(({ id, budget }) => some(`money:set:${id}`, units(budget))),
    ...channels.flatMap(({ id, quota }) =>
      [0, 1, 2].flatMap((days) => some(`quota:${id}:${dateText(date + days)}`, quota?.per === "day" ? quota.n : null)),
    ),
  ]);
}
