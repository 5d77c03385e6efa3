import { describe, expect, it } from "vitest";
import type { EncodedEntry } from "../../src/gate/standing.js";
import type { Cap, Repeat, Strategy } from "../../src/program/program.js";
import {
  candidateOf,
  codeOf,
  detailsOf,
  offer,
  programWith,
  push,
  type Situation,
  sms,
  step,
  strategy,
  touch,
  variant,
} from "./world.js";

function code(changes: Partial<Strategy>, situation: Situation, caps: readonly Cap[] = []): string | null {
  const program = programWith({ strategies: [strategy(changes), strategy({ id: "other" })], policy: { caps } });
  return codeOf("fresh", program, situation);
}

describe("repeat", () => {
  it.each<[Repeat, string | null, string, string | null]>([
    [{ is: "never" }, null, "2026-11-10", null],
    [{ is: "never" }, "2020-01-01", "2026-11-10", "capped repeat"],
    [{ is: "always" }, "2026-11-10", "2026-11-10", null],
    [{ is: "after", unit: "day", n: 30 }, "2026-10-12", "2026-11-10", "capped repeat"],
    [{ is: "after", unit: "day", n: 30 }, "2026-10-11", "2026-11-10", null],
    [{ is: "after", unit: "month", n: 1 }, "2026-01-31", "2026-02-27", "capped repeat"],
    [{ is: "after", unit: "month", n: 1 }, "2026-01-31", "2026-02-28", null],
  ])("%j after a touch on %s gives on %s %s", (repeat, last, today, expected) => {
    const entries = last === null ? [] : [touch(`${last} 09:00`)];
    expect(code({ repeat }, { at: `${today} 10:00`, entries })).toBe(expected);
  });

  const weekly: Partial<Strategy> = { repeat: { is: "after", unit: "day", n: 7 } };

  it("counts from the date of the last occurrence, not from that of its sending", () => {
    const entries = [touch("2026-11-03 10:00", { sendDate: touch("2026-11-04 08:00").date })];
    expect(code(weekly, { entries })).toBeNull();
  });

  it("looks at the last of its own first steps, touches and ghosts alike", () => {
    const old = touch("2026-11-01 10:00", { key: "old" });
    const since = (changes: Partial<ReturnType<typeof touch>>): string | null =>
      code(weekly, { entries: [old, touch("2026-11-08 10:00", changes)] });
    expect(since({})).toBe("capped repeat");
    expect(since({ ghost: "control" })).toBe("capped repeat");
    expect(since({ step: 1 })).toBeNull();
    expect(since({ strategy: 1 })).toBeNull();
  });

  it("forgets what was cancelled", () => {
    const entries: EncodedEntry[] = [
      touch("2026-11-08 10:00", { key: "k" }),
      { kind: "cancel", at: touch("2026-11-08 11:00").at, key: "k" },
    ];
    expect(code(weekly, { entries })).toBeNull();
  });
});

describe("limit", () => {
  const twice: Partial<Strategy> = { limit: { n: 2, field: 0 } };

  it("counts the strategy's first steps about the same thing", () => {
    const about = (...keys: string[]): EncodedEntry[] =>
      keys.map((limitKey, n) => touch(`2026-11-0${n + 1} 10:00`, { limitKey }));
    expect(code(twice, { limitKey: "o1", entries: about("o1", "o2", "o2") })).toBeNull();
    expect(code(twice, { limitKey: "o2", entries: about("o1", "o2", "o2") })).toBe("capped limit");
    expect(code(twice, { limitKey: null, entries: about("o1", "o2", "o2") })).toBeNull();
    const other = about("o2", "o2").map((entry) => ({ ...entry, strategy: 1 }) as EncodedEntry);
    expect(code(twice, { limitKey: "o2", entries: other })).toBeNull();
  });
});

describe("caps", () => {
  const caps: Cap[] = [
    { name: "push per day", channels: [push], n: 0, window: { is: "day" } },
    { name: "push and sms in 3 days", channels: [push, sms], n: 1, window: { is: "days", n: 3 } },
    { name: "all in 48 hours", channels: null, n: 2, window: { is: "span", ms: 48 * 3_600_000 } },
  ];

  it("of several channels or all are asked in the policy's order; a channel's own is not asked here", () => {
    expect(code({}, {}, caps)).toBeNull();
    expect(code({}, { entries: [touch("2026-11-08 10:00")] }, caps)).toBe("capped push and sms in 3 days");
    const app = [touch("2026-11-09 12:00", { channel: 2 }), touch("2026-11-10 09:00", { channel: 2 })];
    expect(code({}, { entries: app.slice(1) }, caps)).toBeNull();
    expect(code({}, { entries: app }, caps)).toBe("capped all in 48 hours");
  });

  it("count what lies after the send, too", () => {
    const later = touch("2026-11-09 10:00", { sendDate: touch("2026-11-12 08:00").date });
    expect(code({}, { entries: [later] }, caps)).toBe("capped push and sms in 3 days");
  });

  it("count fallbacks, and hold for them, where repeat and limit do not", () => {
    const entries = [touch("2026-11-09 10:00", { step: 1 })];
    expect(code({}, { entries }, caps)).toBe("capped push and sms in 3 days");
    const own = [touch("2026-11-09 10:00", { limitKey: "o" })];
    const variants = [variant({ offer: offer({ steps: [step(), step()] }) })];
    const strict: Partial<Strategy> = { repeat: { is: "never" }, limit: { n: 1, field: 0 }, variants };
    expect(code(strict, { entries: own, limitKey: "o", step: 1 })).toBeNull();
    expect(code(strict, { entries: own, limitKey: "o", step: 1 }, caps)).toBe("capped push and sms in 3 days");
  });

  it("do not count ghosts of other strategies", () => {
    const ghost = touch("2026-11-09 10:00", { strategy: 1, ghost: "holdout" });
    expect(code({}, { entries: [ghost] }, caps)).toBeNull();
    expect(code({}, { entries: [{ ...ghost, strategy: 0 }] }, caps)).toBe("capped push and sms in 3 days");
  });
});

describe("the detail of fresh", () => {
  it("names the touches that fill a cap and the window that they fill, and since when the strategy waits", () => {
    const cap: Cap = { name: "all in 3 days", channels: null, n: 2, window: { is: "days", n: 3 } };
    const program = programWith({
      strategies: [strategy({ repeat: { is: "after", unit: "month", n: 1 } })],
      policy: { caps: [cap] },
    });
    const entries = ["2026-11-06 10:00", "2026-11-08 10:00", "2026-11-09 10:00"].map((at) => touch(at));
    const { repeat, caps, limit } = detailsOf(program).fresh(candidateOf(program, { entries }));
    const day = (date: string): number => touch(`${date} 00:00`).date;
    expect([repeat?.last.key, repeat?.againFrom, limit]).toEqual([
      "touch at 2026-11-09 10:00",
      day("2026-12-09"),
      null,
    ]);
    expect(caps).toEqual([
      {
        cap: 0,
        byInstant: false,
        from: day("2026-11-08"),
        to: day("2026-11-11"),
        held: 2,
        touches: entries.slice(1),
      },
    ]);
  });
});
