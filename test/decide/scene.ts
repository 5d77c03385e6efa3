import { type DecideInput, type DecideResult, type Entry, loadProgram } from "../../src/index.js";
import type { Policy, Program, Step, Strategy, StrategyTag, Test } from "../../src/program/program.js";
import { atLeast, offering, places, shop } from "./shop.js";

/** Small scenes in Shanghai in November 2026, for the meaning of single rules. */

/** `10 22:40` is that instant, in milliseconds. */
export function at(clock: string): number {
  const [day, time] = clock.split(" ") as [string, string];
  return Date.parse(`2026-11-${day}T${time}:00+08:00`);
}

/** As wire formats write it. */
export function iso(clock: string): string {
  return new Date(at(clock)).toISOString();
}

export function program(strategies: readonly Strategy[], changes: Partial<Program> = {}, policy: Partial<Policy> = {}) {
  return loadProgram({ ...shop, ...changes, policy: { ...shop.policy, ...policy }, strategies });
}

export const night = { from: 1320, to: 480, otherwise: "delay" } as const;

/** Over push, then over sms if that can't reach; without a benefit and a text. */
export function plainly(steps: readonly Partial<Step>[] = [{}]) {
  const all = steps.map((step): Step => {
    const channels = step.channels ?? [places.push, places.sms];
    return { wait: null, preferred: null, channels, materials: channels.map(() => null), ...step };
  });
  return offering({ benefit: null, steps: all });
}

export const paid = atLeast("paid", 1, "did pay ever");
export const unpaid: Test = { is: "not", part: paid, said: paid.said };

/** A strategy tag, and the fact and the test that read it. */
export function withTag(valid: StrategyTag["valid"]) {
  const column = shop.facts.length;
  const has: Test = {
    is: "compare",
    op: "=",
    left: { is: "column", column, per: 1 },
    right: { is: "constant", n: 1, d: 1 },
    type: { is: "boolean" },
    said: paid.said,
  };
  return {
    program: {
      facts: [...shop.facts, { is: "strategyTag", tag: 0 }],
      strategyTags: [{ id: "seen", label: null, valid }],
    } satisfies Partial<Program>,
    has,
    hasNot: { is: "not", part: has, said: paid.said } satisfies Test,
  };
}

let next = 0;

export function visit(clock: string) {
  return { event: "visit", id: `v${next++}`, occurred_at: at(clock) };
}

export function pay(clock: string) {
  return { event: "pay", id: `p${next++}`, occurred_at: at(clock), amount: 40 };
}

/** From one local midnight, without it, to another one; a user whom push and sms reach. */
export function days(first: number, last: number, changes: Partial<DecideInput> = {}): DecideInput {
  const [since, until] = [first, last + 1].map((day) => at(`${String(day).padStart(2, "0")} 00:00`)) as [
    number,
    number,
  ];
  return { user: { id: "u", push_on: true, phone: "138" }, events: [], since, until, ...changes };
}

export function touchesOf({ decisions }: Pick<DecideResult, "decisions">): Entry[] {
  return decisions.map((decision): Entry => ({ kind: "touch", ...decision }));
}

/** `strategy occurrence-or-instant step` of what is sent. */
export function told({ decisions }: Pick<DecideResult, "decisions">): string[] {
  return decisions.map(({ strategy, at: instant, step }) => `${strategy} ${instant.slice(8, 16)} ${step}`);
}
