import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EncodedEntry, StandingReceipt } from "../../src/gate/standing.js";
import type { Cap, Channel } from "../../src/program/program.js";
import {
  app,
  type Changes,
  candidateOf,
  codeOf,
  detailsOf,
  gateOf,
  instantOf,
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

function cap(name: string, channels: number[] | null, n: number): Cap {
  return { name, channels, n, window: { is: "day" } };
}

/** The place of the channel that was chosen, or the code. */
function chosen(changes: Changes, situation: Situation): number | string {
  const program = programWith(changes);
  const candidate = candidateOf(program, situation);
  return gateOf("reachable", program)(candidate) ?? candidate.chosen;
}

const both: Situation = { flags: ["push_on", "phone"] };

describe("reachable", () => {
  it("takes the first channel of the step that reaches, and passes over one that was opted out of", () => {
    const out = (channel: number): EncodedEntry[] => [{ kind: "opt_out", at: 0, channel, purpose: null }];
    expect(chosen({}, both)).toBe(0);
    expect(chosen({}, { flags: ["phone"] })).toBe(1);
    expect(chosen({}, { flags: [] })).toBe("unreachable");
    expect(chosen({}, { ...both, entries: out(push) })).toBe(1);
    expect(chosen({}, { flags: ["push_on"], entries: out(push) })).toBe("unreachable");
  });

  it("passes on where a channel's own cap is full, and names the first full one where nothing is left", () => {
    const caps = [cap("sms per day", [sms], 0), cap("push per day", [push], 1), cap("all per day", null, 1)];
    const entries = [touch("2026-11-10 09:00")];
    expect(chosen({ policy: { caps: caps.slice(1) } }, { ...both, entries })).toBe(1);
    expect(chosen({ policy: { caps } }, { ...both, entries })).toBe("capped push per day");
    expect(chosen({ policy: { caps } }, { flags: ["phone"], entries })).toBe("capped sms per day");
    // Only who could be reached otherwise is held back by a cap.
    expect(chosen({ policy: { caps } }, { flags: [], entries })).toBe("unreachable");
    expect(chosen({ policy: { caps } }, { ...both, entries: [touch("2026-11-09 09:00")] })).toBe(0);
  });

  it("counts a channel's own cap on the day of sending, not on that of deciding", () => {
    const changes = {
      policy: { caps: [cap("push per day", [push], 1)], quiet: { from: 1320, to: 480, otherwise: "delay" as const } },
    };
    const entries = [touch("2026-11-10 20:00", { sendDate: touch("2026-11-11 08:00").date })];
    expect(chosen(changes, { ...both, at: "2026-11-10 22:30", entries })).toBe(1);
    expect(chosen(changes, { ...both, at: "2026-11-10 21:30", entries })).toBe(0);
  });

  it("passes on where a quota of the day, week or month of sending, in the project's zone, is used up", () => {
    const quota = (per: "day" | "week" | "month"): Partial<Channel> => ({ quota: { n: 2, per } });
    const resources = { day: "2026-11-11", week: "2026-11-09", month: "2026-11-01" };
    for (const per of ["day", "week", "month"] as const) {
      const program = programWith({ channels: { push: quota(per) } });
      const candidate = candidateOf(program, { ...both, at: "2026-11-11 10:00" });
      const want = { resource: `quota:push:${resources[per]}`, amount: 1 };
      const seen = [1, 2, 3].map(() => {
        const code = gateOf("reachable", program)(candidate) ?? candidate.chosen;
        candidate.grants.reserve("another", [want]);
        return code;
      });
      expect(seen).toEqual([0, 0, 1]);
      const alone = candidateOf(program, { flags: ["push_on"], at: "2026-11-11 10:00" });
      alone.grants = candidate.grants;
      expect(gateOf("reachable", program)(alone)).toBe("quota push");
      expect(detailsOf(program).reachable(alone).channels[0]?.quota).toEqual({ resource: want.resource, free: false });
    }
  });

  it("asks for no room where nothing may be sent at any instant: that is for `timely` to say", () => {
    const policy = {
      caps: [cap("push per day", [push], 0)],
      quiet: { from: 0, to: 1439, otherwise: "skip" as const },
    };
    expect(chosen({ policy }, both)).toBe(0);
    const program = programWith({ policy });
    const candidate = candidateOf(program, both);
    gateOf("reachable", program)(candidate);
    expect(gateOf("timely", program)(candidate)).toBe("quiet");
  });
});

/** A strategy that prefers what the user opens, of three channels. */
function preferring(least: number): Changes {
  const steps = [step({ channels: [push, sms, app], preferred: { least } })];
  return { strategies: [strategy({ variants: [variant({ offer: offer({ steps }) })] })] };
}

const everywhere: Situation["flags"] = ["push_on", "phone", "app"];

/** So many touches over a channel, of which so many were opened; the rest was delivered. */
function record(channel: number, sent: number, opened: number, at = "2026-10-10 10:00"): EncodedEntry[] {
  return Array.from({ length: sent }, (_, n) => {
    const key = `${channel} ${at} ${n}`;
    const receipt: StandingReceipt = {
      kind: "receipt",
      at: instantOf(at) + n,
      key,
      outcome: n < opened ? (n % 2 ? "opened" : "clicked") : "delivered",
    };
    return [touch(at, { key, channel }), receipt];
  }).flat();
}

describe("the preferred channel", () => {
  it("is that of which the user opens the greatest share", () => {
    const entries = [...record(push, 10, 3), ...record(sms, 5, 2), ...record(app, 6, 2)];
    expect(chosen(preferring(5), { flags: everywhere, entries })).toBe(1);
    expect(chosen(preferring(5), { flags: ["push_on", "app"], entries })).toBe(2);
  });

  it("is the one that is named first, of equal shares", () => {
    const entries = [...record(push, 5, 1), ...record(sms, 6, 2), ...record(app, 9, 3)];
    expect(chosen(preferring(5), { flags: everywhere, entries })).toBe(1);
  });

  it("is as declared while one of them has too few receipts, and says so", () => {
    const entries = [...record(push, 10, 0), ...record(sms, 10, 9), ...record(app, 4, 4)];
    const program = programWith(preferring(5));
    const candidate = candidateOf(program, { flags: everywhere, entries });
    expect(gateOf("reachable", program)(candidate)).toBeNull();
    expect([candidate.chosen, candidate.byPreference]).toEqual([0, false]);
    expect(detailsOf(program).reachable(candidate)).toMatchObject({
      byPreference: false,
      least: 5,
      channels: [{ evidence: { receipts: 10, opened: 0 } }, {}, { evidence: { receipts: 4, opened: 4 } }],
    });
    expect(chosen(preferring(4), { flags: everywhere, entries })).toBe(2);
  });

  it("counts no failures, no ghosts, no touch twice, and nothing sent before the 90 dates before today, or still to be sent", () => {
    const failed = record(app, 5, 0).map((entry) =>
      entry.kind === "receipt" ? { ...entry, outcome: "failed" as const } : entry,
    );
    const ghosts = record(app, 5, 5).map((entry) =>
      entry.kind === "touch" ? { ...entry, ghost: "control" as const } : entry,
    );
    const twice = record(app, 3, 0).flatMap((entry): EncodedEntry[] =>
      entry.kind === "receipt" ? [entry, { ...entry, outcome: "opened" }] : [entry],
    );
    const early = record(app, 5, 5, "2026-08-11 23:59");
    const ahead = record(app, 5, 5).map((entry) =>
      entry.kind === "touch" ? { ...entry, sendAt: instantOf("2026-11-10 10:01") } : entry,
    );
    // With enough evidence of the last channel SMS would be preferred to push, so that push says that there is too little.
    const known = [...record(push, 5, 0), ...record(sms, 5, 1)];
    for (const entries of [failed, ghosts, twice, early, ahead])
      expect(chosen(preferring(5), { flags: everywhere, entries: [...known, ...entries] })).toBe(0);
    const inTime = record(app, 5, 5, "2026-08-12 00:00");
    expect(chosen(preferring(5), { flags: everywhere, entries: [...known, ...inTime] })).toBe(2);
  });

  it("is recovered from a planted habit, whatever it is", () => {
    const channels = [push, sms, app];
    fc.assert(
      fc.property(fc.constantFrom(...channels), fc.integer({ min: 5, max: 30 }), (liked, sent) => {
        const entries = channels.flatMap((channel) =>
          record(channel, sent, Math.floor(sent * (channel === liked ? 0.8 : 0.3))),
        );
        const program = programWith(preferring(5));
        const candidate = candidateOf(program, { flags: everywhere, entries });
        gateOf("reachable", program)(candidate);
        expect([candidate.chosen, candidate.byPreference]).toEqual([liked, true]);
      }),
    );
  });
});

describe("the detail of reachable", () => {
  it("explains the choice", () => {
    const caps = [cap("push per day", [push], 1), cap("sms per day", [sms], 1)];
    const days = fc.constantFrom("2026-11-09 09:00", "2026-11-10 09:00");
    const touches = fc.array(
      fc
        .tuple(days, fc.constantFrom(push, sms))
        .map(([at, channel]) => touch(at, { channel, key: `${at} ${channel}` })),
      { maxLength: 4 },
    );
    const flags = fc.subarray<"push_on" | "phone">(["push_on", "phone"]);
    const program = programWith({ policy: { caps } });
    fc.assert(
      fc.property(touches, flags, (entries, set) => {
        const situation = { entries, flags: set };
        const { channels } = detailsOf(program).reachable(candidateOf(program, situation));
        const open = channels.filter(({ permitted, reaches }) => permitted && reaches);
        const free = open.find((channel) => channel.caps.every(({ held }) => held < 1));
        const full = open.length > 0 ? `capped ${open[0]?.channel === push ? "push" : "sms"} per day` : "unreachable";
        expect(chosen({ policy: { caps } }, situation)).toBe(free ? channels.indexOf(free) : full);
      }),
    );
    expect(codeOf("reachable", program, both)).toBeNull();
  });
});
