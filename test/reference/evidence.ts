import type { Clock as ClockTime, PolicyRule } from "../../src/syntax/tree.js";
import { type Candidate, type Course, standing } from "./course.js";
import { isBetween } from "./send-time.js";
import type { Step } from "./offer.js";

/** Habits show today and on so many dates before. */
const DAYS = 90;

/** How often a user must have been there for the best hour to be known, where the policy does not say. */
const LEAST = 10;

/** From where on evidence counts. */
function since({ instant }: Candidate, { person: { clock } }: Course): number {
  return clock.startOf(clock.dateAt(instant) - DAYS);
}

/**
 * The hour in which the user was there most often, of equally frequent ones the earliest; `null` where there is too little to tell.
 * Opening, clicking, and the events that the policy names tell; of hours that do not begin in the stretch nothing counts.
 */
export function bestHour(
  candidate: Candidate,
  course: Course,
  between: { readonly from: ClockTime; readonly to: ClockTime } | null,
): number | null {
  const { clock } = course.person;
  const rule = (candidate.world.catalogue.policy?.rules ?? []).find(
    (each): each is Extract<PolicyRule, { is: "bestHour" }> => each.is === "bestHour",
  );
  const named = rule?.events.map(({ text }) => text) ?? [];
  const opened = course.entries.receipts
    .filter(({ outcome, at }) => (outcome === "opened" || outcome === "clicked") && at <= candidate.instant)
    .map(({ at }) => at);
  const done = candidate.world.events.filter(({ event }) => named.includes(event)).map(({ occurredAt }) => occurredAt);
  const from = since(candidate, course);
  const hours = [...opened, ...done]
    .filter((at) => at >= from)
    .map((at) => Math.floor(clock.minuteAt(at) / 60))
    .filter((hour) => between === null || isBetween(hour * 60, between.from, between.to));
  const least = rule?.least ? Number(rule.least.amount) : LEAST;
  if (hours.length === 0 || hours.length < least) return null;
  const often = (hour: number) => hours.filter((other) => other === hour).length;
  const most = Math.max(...hours.map(often));
  return Math.min(...hours.filter((hour) => often(hour) === most));
}

/**
 * The channels of a step in the order in which they are tried: those of which the user opens more come first, once enough is known
 * of each.
 */
export function inOrder(
  { channels, least }: Step,
  candidate: Candidate,
  course: Course,
): { readonly channels: readonly string[]; readonly preferred: boolean } {
  if (least === null) return { channels, preferred: false };
  const from = since(candidate, course);
  const receipts = course.entries.receipts.filter(({ at }) => at <= candidate.instant);
  const sent = standing(course, candidate.instant, candidate.aside).filter(
    ({ ghost, sendAt }) => ghost === null && from <= sendAt && sendAt <= candidate.instant,
  );
  const count = (channel: string, outcomes: readonly string[]) =>
    sent.filter(
      (touch) =>
        touch.channel === channel &&
        receipts.some(({ key, outcome }) => key === touch.key && outcomes.includes(outcome)),
    ).length;
  const known = channels.map((channel) => ({
    channel,
    receipts: count(channel, ["handed_over", "delivered", "opened", "clicked"]),
    opened: count(channel, ["opened", "clicked"]),
  }));
  if (known.some((each) => each.receipts < least)) return { channels, preferred: false };
  const sorted = known.toSorted((a, b) => b.opened * a.receipts - a.opened * b.receipts);
  return { channels: sorted.map(({ channel }) => channel), preferred: true };
}
