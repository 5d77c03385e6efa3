import * as fc from "fast-check";
import { expect, it } from "vitest";
import { zone } from "../../src/calendar/zone.js";
import { clockOf } from "./clock-walk.js";
import { bothSendTimes, sendRules } from "./send-rules.js";

const HOUR = 3_600_000;
const [FROM, TO] = [Date.UTC(2015, 0, 1), Date.UTC(2038, 0, 1)];

/** Of all zones whose clocks change at the same instants by the same offsets, the first. */
function zonesThatDiffer(): readonly string[] {
  const known = new Map<string, string>();
  for (const name of Intl.supportedValuesOf("timeZone")) {
    const changes = JSON.stringify([zone(name).offsetAt(FROM), zone(name).transitions(FROM, TO)]);
    if (!known.has(changes)) known.set(changes, name);
  }
  return [...known.values()];
}

it("finds what a walk from minute to minute finds, two hours around every transition of every zone from 2015 to 2037", () => {
  const names = zonesThatDiffer();
  let [transitions, questions] = [0, 0];
  const differences: string[] = [];
  for (const name of names) {
    for (const { at } of zone(name).transitions(FROM, TO)) {
      transitions++;
      const clock = clockOf(name);
      const asked = fc.sample(fc.tuple(sendRules, fc.integer({ min: -2 * HOUR, max: 2 * HOUR })), {
        numRuns: 12,
        seed: transitions,
      });
      for (const [rules, lead] of asked) {
        questions++;
        const [computed, walked] = bothSendTimes(name, at + lead, rules, clock);
        if (computed !== walked) differences.push(computed, walked);
      }
    }
  }
  console.log(`${names.length} zones that differ, ${transitions} transitions, ${questions} times of sending`);
  expect(names.length).toBeGreaterThan(60);
  expect(transitions).toBeGreaterThan(1000);
  expect(differences).toEqual([]);
});
