import * as fc from "fast-check";
import { zone } from "../../src/calendar/zone.js";
import { type SendRules, sendTime } from "../../src/gate/send-time.js";
import type { Hours } from "../../src/program/program.js";
import { clockOf, walkedSendTime } from "./clock-walk.js";

/** Quarters of an hour, and now and then a single minute: hours near the transitions of clocks, and around midnight. */
const minute = fc.oneof(
  { weight: 4, arbitrary: fc.nat(95).map((quarter) => quarter * 15) },
  { weight: 1, arbitrary: fc.nat(1439) },
  { weight: 2, arbitrary: fc.constantFrom(0, 60, 120, 150, 180, 1380) },
);

const hours: fc.Arbitrary<Hours> = fc
  .record({ from: minute, to: minute, otherwise: fc.constantFrom("skip", "delay", "delay") })
  .filter(({ from, to }) => from !== to);

export const sendRules: fc.Arbitrary<{ readonly rules: SendRules; readonly bestHour: number | null }> = fc.record({
  rules: fc.record({
    window: fc.option(hours, { freq: 3 }),
    quiet: fc.option(hours, { freq: 3 }),
  }),
  bestHour: fc.option(fc.nat(23), { freq: 2 }),
});

/** What was computed and what was walked to, as text that shows all of the question where they differ. */
export function bothSendTimes(
  name: string,
  earliest: number,
  { rules, bestHour }: { readonly rules: SendRules; readonly bestHour: number | null },
  clock = clockOf(name),
): readonly [string, string] {
  const question = `${name} ${new Date(earliest).toISOString()} ${JSON.stringify({ rules, bestHour })}`;
  const [computed, walked] = [
    sendTime(zone(name), rules, earliest, bestHour),
    walkedSendTime(clock, rules, earliest, bestHour),
  ];
  return [`${question}: ${JSON.stringify(computed)}`, `${question}: ${JSON.stringify(walked)}`];
}
