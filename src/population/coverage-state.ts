import { createEnvironment } from "../evaluate/environment.js";
import type { Frame } from "../evaluate/frame.js";
import { compileTest } from "../evaluate/test.js";
import { createStanding, type EncodedEntry } from "../gate/standing.js";
import type { Program, Purpose } from "../program/program.js";

/** Why no strategy could touch a user at an instant, whatever it asks: in this order. */
export type Closed = "unreachable" | "no_consent";

/**
 * Compiles whether somebody could be touched at all at an instant: some channel reaches them, and over one that does, for something that
 * strategies are for, they have not opted out, are not on the stop list, and give every consent that the policy asks for.
 */
export function compileOpen(
  program: Program,
  at: number,
): (frame: Frame, row: number, entries: readonly EncodedEntry[]) => Closed | null {
  const environment = createEnvironment(program);
  const reach = program.channels.map((channel) => channel.reach && compileTest(channel.reach, environment));
  const stops = program.policy.stops.map((test) => compileTest(test, environment));
  const consents = program.policy.consents.map((rule) => ({ ...rule, holds: compileTest(rule.test, environment) }));
  const purposes: readonly Purpose[] = [...new Set(program.strategies.map(({ purpose }) => purpose))];
  const standing = createStanding(program);

  const consented = (frame: Frame, row: number, channel: number, purpose: Purpose): boolean =>
    consents.every(
      (rule) =>
        (rule.channel !== null && rule.channel !== channel) ||
        (rule.purpose !== null && rule.purpose !== purpose) ||
        rule.holds(frame, row),
    );

  return (frame, row, entries) => {
    const reaching = reach.flatMap((test, channel) => (test === null || test(frame, row) ? [channel] : []));
    if (reaching.length === 0) return "unreachable";
    if (stops.some((test) => test(frame, row))) return "no_consent";
    standing.begin(entries);
    standing.advance(at);
    // Without a strategy nobody asks for consent.
    const isOpen =
      purposes.length === 0 ||
      purposes.some((purpose) =>
        reaching.some((channel) => !standing.isOptedOut(channel, purpose) && consented(frame, row, channel, purpose)),
      );
    return isOpen ? null : "no_consent";
  };
}
