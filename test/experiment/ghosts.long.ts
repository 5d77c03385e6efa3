import { beforeAll, describe, expect, it } from "vitest";
import type { EventInput, LoadedProgram } from "../../src/index.js";
import { apart, loaded, type Outcome, randomFrom, ratiosApart } from "./arms.js";

/**
 * An A/A test: both arms live the same life, since the touch changes nothing. A strategy looks at everybody every evening and sends
 * in the morning; a fifth of the users buys in the night between, and is then left alone.
 */
const project = `
project aa { time zone Asia/Shanghai  currency CNY  week starts Monday  settle after 10 minutes }
user { id: text }
event visit { page: text }
event pay { amount: CNY }
channel push { cost 0 CNY }
material hello for push { en title "Hello" }
policy pace { quiet hours from 21:00 to 08:00 else delay  cap all 3 per week }
strategy daily {
  when every day at 21:30
  who did visit in the last 3 days and did not pay for 1 day
  repeat after 2 days
  split salt "aa" {
    50% variant treated { channel push  benefit none  material hello }
    50% variant control { none }
  }
}`;

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Midnight of 2026-03-01 in Shanghai. */
const start = Date.parse("2026-02-28T16:00:00Z");
const days = 90;
const users = 4_000;

/** More standard errors than this come about by chance once in a thousand. */
const TOO_FAR = 3.29;

let treated: Outcome[] = [];
let control: Outcome[] = [];
let cancelled = 0;

beforeAll(() => {
  const program = loaded(project);
  const random = randomFrom(618);
  [treated, control, cancelled] = [[], [], 0];
  for (let n = 0; n < users; n++) live(program, `user-${n}`, random);
});

function live(program: LoadedProgram, user: string, random: () => number): void {
  const events: EventInput[] = [];
  const pays: number[] = [];
  const add = (event: "visit" | "pay", at: number, fields: object): void => {
    events.push({ event, id: `${event}-${events.length}`, occurred_at: at, ...fields });
    if (event === "pay") pays.push(at);
  };
  for (let day = 0; day < days; day++) {
    const midnight = start + day * DAY;
    if (random() < 0.6) add("visit", midnight + Math.floor((9 + 11 * random()) * HOUR), { page: "home" });
    if (random() < 0.2) add("pay", midnight + Math.floor((22 + 9 * random()) * HOUR), { amount: 10 });
    if (random() < 0.1) add("pay", midnight + Math.floor((9 + 11 * random()) * HOUR), { amount: 10 });
  }
  const { decisions, ghosts, cancellations } = program.decide({
    user: { id: user },
    events,
    since: start,
    until: start + days * DAY,
  });
  const gone = new Set(cancellations.map(({ key }) => key));
  const sent = [...decisions, ...ghosts].filter(({ key }) => !gone.has(key));
  const bought = sent.filter(({ send_at }) => {
    const at = Date.parse(send_at);
    return pays.some((pay) => pay > at && pay <= at + DAY);
  });
  cancelled += gone.size;
  (ghosts.length > 0 ? control : treated).push({ touches: sent.length, bought: bought.length });
}

describe("ghosts", () => {
  it("are half of the users, and as busy as everybody else", () => {
    expect(treated.length + control.length).toBe(users);
    expect(Math.abs(treated.length - users / 2)).toBeLessThan(TOO_FAR * Math.sqrt(users / 4));
    expect(cancelled).toBeGreaterThan(users);
  });

  it("are counted as often as the treated are touched", () => {
    const [one, other] = [treated, control].map((arm) => arm.map(({ touches }) => touches)) as [number[], number[]];
    expect(apart(one, other)).toBeLessThan(TOO_FAR);
  });

  it("buy afterwards as often as the treated do", () => {
    expect(ratiosApart(treated, control)).toBeLessThan(TOO_FAR);
  });
});
