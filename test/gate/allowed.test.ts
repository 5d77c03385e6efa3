import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EncodedEntry } from "../../src/gate/standing.js";
import type { Purpose } from "../../src/program/program.js";
import {
  app,
  candidateOf,
  codeOf,
  detailsOf,
  gateOf,
  is,
  offer,
  programWith,
  push,
  sms,
  step,
  strategy,
  variant,
} from "./world.js";

function optOut(channel: number | null, purpose: Purpose | null = null): EncodedEntry {
  return { kind: "opt_out", at: 0, channel, purpose };
}

describe("allowed", () => {
  it("refuses who opted out of everything, or of every channel of the step", () => {
    const code = (...entries: EncodedEntry[]): string | null => codeOf("allowed", programWith(), { entries });
    expect(code()).toBeNull();
    expect(code(optOut(push))).toBeNull();
    expect(code(optOut(push), optOut(sms))).toBe("opted_out");
    expect(code(optOut(null))).toBe("opted_out");
  });

  it("hears an opt-out of marketing for marketing only", () => {
    const service = programWith({ strategies: [strategy({ purpose: "service" })] });
    const entries = [optOut(null, "marketing")];
    expect([codeOf("allowed", programWith(), { entries }), codeOf("allowed", service, { entries })]).toEqual([
      "opted_out",
      null,
    ]);
  });

  it("asks every consent that speaks of the channel and the purpose", () => {
    const consents = [
      { channel: sms, purpose: "marketing" as const, test: is("agreed") },
      { channel: null, purpose: "service" as const, test: is("buyer") },
    ];
    const about = (purpose: Purpose, channels: number[], flags: ("agreed" | "buyer")[]): string | null =>
      codeOf(
        "allowed",
        programWith({
          policy: { consents },
          strategies: [strategy({ purpose, variants: [variant({ offer: offer({ steps: [step({ channels })] }) })] })],
        }),
        { flags },
      );
    expect(about("marketing", [sms], [])).toBe("opted_out");
    expect(about("marketing", [sms], ["agreed"])).toBeNull();
    expect(about("marketing", [sms, push], [])).toBeNull();
    expect(about("service", [push, app], ["agreed"])).toBe("opted_out");
    expect(about("service", [sms], ["buyer"])).toBeNull();
  });

  it("puts the stop list first, then who may not be looked at", () => {
    const program = programWith({ policy: { stops: [is("stopped"), is("buyer")], personal: is("may_look") } });
    const entries = [optOut(null)];
    expect(codeOf("allowed", program, { flags: ["buyer"], entries })).toBe("stop_listed");
    expect(codeOf("allowed", program, { flags: [], entries })).toBe("not_personal");
    expect(codeOf("allowed", program, { flags: ["may_look"], entries })).toBe("opted_out");
    const plain = programWith({ policy: { personal: is("may_look") }, strategies: [strategy({ personal: false })] });
    expect(codeOf("allowed", plain, { flags: [] })).toBeNull();
    expect(detailsOf(program).allowed(candidateOf(program, { flags: ["buyer"] }))).toMatchObject({
      stop: 1,
      personal: false,
    });
  });

  it("asks about the channels of the user's own variant, and of none where that offers nothing", () => {
    const arms = (share: number) => [
      variant({ id: "a", shares: [share], offer: offer({ steps: [step({ channels: [push] })] }) }),
      variant({ id: "b", shares: [10_000 - share], offer: null }),
    ];
    const entries = [optOut(push)];
    const code = (share: number): string | null => {
      const program = programWith({ strategies: [strategy({ split: { salt: "s" }, variants: arms(share) })] });
      const candidate = { ...candidateOf(program, { entries }), variant: -1 };
      return gateOf("allowed", program)(candidate) ?? `${candidate.variant} ${candidate.ghost}`;
    };
    expect([code(10_000), code(0)]).toEqual(["opted_out", "1 control"]);
  });

  it("tells the same in detail as it decides", () => {
    const program = programWith({ policy: { consents: [{ channel: sms, purpose: null, test: is("agreed") }] } });
    const out = fc.record({
      kind: fc.constantFrom("opt_out" as const, "opt_in" as const),
      at: fc.nat(3),
      channel: fc.constantFrom(null, push, sms),
      purpose: fc.constantFrom(null, "marketing" as const, "service" as const),
    });
    fc.assert(
      fc.property(fc.array(out, { maxLength: 4 }), fc.boolean(), (entries, agreed) => {
        const situation = { entries, flags: agreed ? (["agreed"] as const) : [] };
        const { channels } = detailsOf(program).allowed(candidateOf(program, situation));
        const isAllowed = channels.some(({ optedOut, rules }) => !optedOut && rules.every(({ holds }) => holds));
        expect(codeOf("allowed", program, situation)).toBe(isAllowed ? null : "opted_out");
        expect(channels.map(({ channel }) => channel)).toEqual([push, sms]);
      }),
    );
  });
});
