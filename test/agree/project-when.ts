import type { Dice } from "./dice.js";
import { block, type Piece } from "./pieces.js";

/** When a random strategy looks at its users. */
export interface RandomWhen {
  readonly text: string;
  /** The event that starts it, which `event.…` reads. */
  readonly event: "view" | "pay" | "visit" | null;
  /** Whether it must say `repeat`. */
  readonly mustRepeat: boolean;
}

export interface WhenFrame {
  /** Few clock times, so that strategies meet. */
  readonly clocks: readonly string[];
  /** Around which everything happens, `2026-03-29`. */
  readonly date: string;
}

/** States of users, by what they did and by what never changes about them: what `enters` and `leaves` ask for. */
export const states = [
  "tag fact warm = did view in the last 2 days",
  "tag fact buyer = did pay where amount >= 10 CNY in the last 5 hours or count of pay ever >= 3",
  "tag fact quiet = did visit ever and did not visit for 1 day",
  "tag fact grown = user.joined is known and user.joined was at least 1 day ago and did view ever",
  "tag fact stuck = did sequence in the last 3 days { view then pay with same ref then no visit within 2 hours }",
] as const;

export const stages = [
  "stage hot when count of view in the last 3 days >= 2",
  "stage cold when did view ever and did not view in the last 30 hours",
  "stage gone when did pay ever and did not pay today",
  "otherwise fresh",
] as const;

/** What divides users and what models say of them. Nothing is found in a population: limits are written, and a measure is what it is otherwise. */
export const models: readonly Piece[] = [
  'tag model risk: percent from "v1" valid 2 days',
  'tag model advice: one of (shoe, hat) from "v2" valid 5 hours',
  "measure pause = smallest n of (1 day, 3 days) such that return rate of pay after n silence observed for 1 day < 30% otherwise 2 days",
  "tag fact still = did pay ever and did not pay for pause",
  block(
    "value worth of users who did pay ever",
    "score m = sum of pay.amount in the last 3 days better when higher",
    "score f = count of pay ever better when higher",
    "tier top when m >= 20 CNY and f >= 2",
    "tier mid when f >= 2 or m is 10 CNY",
    "otherwise low",
  ),
];

export const processes = [
  "process funnel { view then pay with same ref within 2 days then visit }",
  "process path { visit where page is known as start then view as middle within 2 hours then pay where amount >= 10 CNY as finish }",
] as const;

const spans = ["1 minute", "30 minutes", "2 hours", "24 hours"];
const lengths = [...spans, "1 day", "2 days", "1 week", "1 month"];

const views = ["view", "view", "view where kind is shoe", "view where price >= 10 CNY"];
const pays = ["pay", "pay", "pay where amount >= 10 CNY", "pay where gift is false", "pay where tip is known"];
const visits = ["visit", "visit", "visit where page is known"];

export function whenOf(dice: Dice, frame: WhenFrame): RandomWhen {
  const kind = dice.pick([byClock, byClock, byClock, byDate, byEvent, byEvent, byEvent, byEvent, byState, byState]);
  return kind(dice, frame);
}

function byClock(dice: Dice, { clocks, date }: WhenFrame): RandomWhen {
  const at = ` at ${dice.pick(clocks)}`;
  const day = dice.pick([
    "day",
    "day",
    "day",
    "day",
    "Monday",
    "Sunday",
    "Saturday",
    "workday",
    "holiday",
    "makeup workday",
  ]);
  const texts = [`every ${day}${at}`, `every ${day}${at}`, `every ${day}${at}`, ofMonth(dice) + at];
  if (dice.once(20)) return { text: "every hour", event: null, mustRepeat: true };
  if (dice.once(8)) return { text: `once${at.replace("at", `at ${date}`)}`, event: null, mustRepeat: false };
  return { text: dice.pick(texts), event: null, mustRepeat: true };
}

function ofMonth(dice: Dice): string {
  return dice.pick([
    "every month on the last day",
    "every month on day 29",
    "every month on day 31",
    "every month on day 1",
  ]);
}

const festivals = ["spring_festival", "new_years_eve", "mid_autumn", "national_day", "qingming", "double_ninth"];

function byDate(dice: Dice, { clocks }: WhenFrame): RandomWhen {
  const field = dice.pick([
    "user.birthday",
    "user.birthday",
    "user.lunar_birthday",
    "user.lunar_birthday",
    "user.joined",
  ]);
  const date = dice.once(2) ? dice.pick(festivals) : field;
  const shift = dice.pick([
    "on",
    "on",
    "1 day before",
    "3 days before",
    "2 days after",
    "1 month before",
    "1 year after",
  ]);
  return { text: `${shift} ${date} at ${dice.pick(clocks)}`, event: null, mustRepeat: true };
}

function byEvent(dice: Dice): RandomWhen {
  const event = dice.pick(["view", "pay", "visit"] as const);
  const pattern = dice.pick({ view: views, pay: pays, visit: visits }[event]);
  const started = (text: string): RandomWhen => ({ text, event, mustRepeat: false });
  switch (dice.below(4)) {
    case 0:
      return started(`${pattern} happens`);
    case 1: {
      const then = dice.pick([...views, ...pays, ...visits]);
      const same = dice.pick(["", " with same ref"]);
      return started(`${pattern} is not followed by ${then}${same} within ${dice.pick(lengths)}`);
    }
    case 2:
      return started(`${dice.pick(lengths)} after ${dice.pick(["1st", "2nd", "3rd"])} ${pattern}`);
    default:
      return byStall(dice);
  }
}

function byStall(dice: Dice): RandomWhen {
  const [step, event] = dice.pick([
    ["funnel stalls at pay", "view"],
    ["funnel stalls at visit", "pay"],
    ["path stalls at middle", "visit"],
    ["path stalls at finish", "view"],
  ] as const);
  return { text: `${step} for ${dice.pick(lengths)}`, event, mustRepeat: false };
}

function byState(dice: Dice, { clocks }: WhenFrame): RandomWhen {
  const state = dice.pick([
    "warm",
    "buyer",
    "quiet",
    "grown",
    "stuck",
    "mood.hot",
    "mood.cold",
    "mood.gone",
    "mood.fresh",
    "still",
    "worth.top",
    "worth.mid",
    "worth.low",
  ]);
  const clock = dice.once(2) ? ` at ${dice.pick(clocks)}` : "";
  return { text: `user ${dice.pick(["enters", "enters", "leaves"])} ${state}${clock}`, event: null, mustRepeat: false };
}
