import { describe, expect, it } from "vitest";
import { decisionKey } from "../../src/decide/key.js";
import { type Entry, InputError } from "../../src/index.js";
import type { Repeat } from "../../src/program/program.js";
import { at, days, plainly, program, told, touchesOf } from "./scene.js";
import { benefit, offering, strategy } from "./shop.js";

const weekly: Repeat = { is: "after", unit: "day", n: 7 };

function touch(changes: Partial<Extract<Entry, { kind: "touch" }>> = {}): Entry {
  return { kind: "touch", at: at("08 10:00"), strategy: "a", occurrence: "x", channel: "push", ...changes };
}

function problems(entries: readonly unknown[]): string[] {
  try {
    program([strategy("a", { variants: plainly() })]).decide(days(10, 10, { entries: entries as Entry[] }));
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
}

describe("a touch among the entries", () => {
  it("by hand says as much as one that was decided, as far as it can be worked out", () => {
    const cap = { name: "all per day", channels: null, n: 1, window: { is: "day" } } as const;
    const loaded = program([strategy("a", { variants: plainly() })], {}, { caps: [cap] });
    const first = loaded.decide(days(10, 10));
    const byHand = touch({ at: at("10 10:00"), occurrence: "2026-11-10T10:00" });
    const next = (entries: readonly Entry[]) => loaded.decide(days(10, 11, { since: at("10 10:00"), entries }));
    expect(next([byHand])).toEqual(next(touchesOf(first)));
    // Its key can be named before it is known.
    const key = decisionKey("a", "u", "2026-11-10T10:00", "1");
    expect(first.decisions.map((decision) => decision.key)).toEqual([key]);
  });

  it("counts by the dates that it says, or by those of its instants", () => {
    const loaded = program([strategy("a", { variants: plainly(), repeat: weekly })]);
    const after = (changes: Parameters<typeof touch>[0]) =>
      told(loaded.decide(days(10, 20, { entries: [touch(changes)] })))[0]?.split(" ")[1];
    expect(after({})).toBe("15T02:00");
    expect(after({ date: "2026-11-09" })).toBe("16T02:00");
    // In Shanghai it is the 9th already.
    expect(after({ at: "2026-11-08T16:00:00Z" })).toBe("16T02:00");
    expect(after({ step: "2" })).toBe("10T02:00");
  });

  it("is followed up by the variant that it says, whatever the split gives by now; of one that is gone, by none", () => {
    const wait = { ms: 3_600_000, unless: "opened" } as const;
    const offer = plainly([{ channels: [0] }, { wait, channels: [1] }])[0]?.offer ?? null;
    const variants = [
      { id: "all", label: null, shares: [10_000], offer },
      { id: "none_yet", label: null, shares: [0], offer },
    ];
    const loaded = program([strategy("a", { variants, split: { salt: "s" }, repeat: weekly })]);
    const key = decisionKey("a", "u", "x", "1");
    const handed: Entry = { kind: "receipt", at: at("08 10:10"), key, outcome: "handed_over" };
    const after = (variant?: string) => {
      const entries = [touch(variant === undefined ? {} : { variant }), handed];
      return loaded.decide(days(8, 8, { entries, since: at("08 10:05") })).decisions.map(({ variant: by }) => by);
    };
    expect(after()).toEqual(["all"]);
    expect(after("none_yet")).toEqual(["none_yet"]);
    expect(after("gone")).toEqual([]);
  });

  it("of a strategy or a channel that is gone still counts under the caps of all channels", () => {
    const caps = [
      { name: "all per day", channels: null, n: 1, window: { is: "day" } },
      { name: "push per day", channels: [0], n: 1, window: { is: "day" } },
    ] as const;
    const decide = (entry: Entry, place: 0 | 1) =>
      program([strategy("a", { variants: plainly() })], {}, { caps: [caps[place]] }).decide(
        days(10, 10, { entries: [entry] }),
      );
    const gone = touch({ at: at("10 01:00"), strategy: "gone", channel: "gone" });
    expect(decide(gone, 0).refusals).toMatchObject([{ code: "capped all per day" }]);
    expect(decide(gone, 1).refusals).toEqual([]);
    expect(decide(touch({ at: at("10 01:00"), strategy: "gone" }), 1).decisions).toMatchObject([{ channel: "sms" }]);
  });

  it("counts what it gave for the user, a draw also as the lottery that it came from", () => {
    const gift = benefit("gift", { is: "gift", worth: 1 }, { perUser: 1 });
    const wheel = benefit(
      "wheel",
      { is: "lottery", salt: "w", prizes: [{ share: 10_000, benefit: 2 }] },
      { perUser: 1 },
    );
    const other = benefit("other", { is: "gift", worth: 1 });
    const loaded = (place: number) =>
      program([strategy("a", { variants: offering({ benefit: place }, { materials: [null, null] }) })], {
        benefits: [gift, wheel, other],
      });
    const given = (place: number, was: { id: string; lottery?: string }) =>
      loaded(place)
        .decide(days(10, 10, { entries: [touch({ benefit: was })] }))
        .refusals.map(({ code }) => code);
    expect(given(0, { id: "gift" })).toEqual(["per_user gift"]);
    expect(given(0, { id: "other" })).toEqual([]);
    expect(given(1, { id: "other", lottery: "wheel" })).toEqual(["per_user wheel"]);
    expect(loaded(1).decide(days(10, 10)).decisions).toMatchObject([{ benefit: { id: "other", lottery: "wheel" } }]);
  });
});

describe("entries", () => {
  it("are refused where they can't be understood, each with its place", () => {
    expect(
      problems([
        { kind: "ghost", at: 0, strategy: "a", occurrence: "x", channel: "push" },
        { kind: "ghost", at: 0, strategy: "a", occurrence: "x", channel: "push", reason: "bored" },
        touch({ step: "0" }),
        touch({ date: "2026-02-30", send_date: "soon" }),
        touch({ send_at: "2026-11-10T10:00" }),
        { kind: "cancel", at: 0 },
        { kind: "too_late", at: "x", key: "k" },
        { kind: "opt_out", at: 0, purpose: "fun" },
        { kind: "opt_in", at: 0, channel: "pigeon" },
        { kind: "receipt", at: 0, key: "k", outcome: "burned" },
        { kind: "tag", at: 0 },
        { kind: "dance", at: 0 },
        7,
      ]),
    ).toEqual([
      "entries[0].reason empty-id",
      "entries[1].reason not-a-choice",
      "entries[2].step wrong-value",
      "entries[3].date wrong-value",
      "entries[3].send_date wrong-value",
      "entries[4].send_at instant-without-zone",
      "entries[5].key empty-id",
      "entries[6].at wrong-value",
      "entries[7].purpose not-a-choice",
      "entries[8].channel not-a-choice",
      "entries[9].outcome not-a-choice",
      "entries[10].tag empty-id",
      "entries[11].kind not-a-choice",
      "entries[12] not-an-object",
    ]);
  });

  it("may name tags that the program no longer has", () => {
    expect(problems([{ kind: "tag", at: 0, tag: "gone" }])).toEqual([]);
  });

  it("hold opt-outs by purpose", () => {
    const loaded = program([
      strategy("a", { variants: plainly() }),
      strategy("b", { variants: plainly(), purpose: "service" }),
    ]);
    const out: Entry = { kind: "opt_out", at: at("10 09:00"), purpose: "marketing" };
    expect(told(loaded.decide(days(10, 10, { entries: [out] })))).toEqual(["b 10T02:00 1"]);
  });
});
