import { describe, expect, it } from "vitest";
import { parseDate } from "../../src/calendar/civil.js";
import { zone } from "../../src/calendar/zone.js";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import type { Candidate } from "../../src/gate/candidate.js";
import { MAX_MESSAGE_BYTES } from "../../src/gate/composed.js";
import { createGates, type GateId, gateIds } from "../../src/gate/gates.js";
import { createStanding } from "../../src/gate/standing.js";
import { compileMatchers } from "../../src/match/matchers.js";
import type { Piece, Program, Repeat, Test } from "../../src/program/program.js";
import { atLeast, column, places, shop, shopWith } from "../decide/shop.js";

/** The facts of one user; what is not given is unknown, or 0 for counts. */
function frameOf(values: { readonly [name in Parameters<typeof column>[0]]?: number | string }): Frame {
  const columns = shop.facts.map((fact) => {
    const isText = fact.is === "profile" && [1, 2, 4].includes(fact.field);
    return isText ? [null as string | null] : Float64Array.of(fact.is === "profile" ? Number.NaN : 0);
  });
  for (const [name, value] of Object.entries(values)) {
    columns[column(name as Parameters<typeof column>[0])] =
      typeof value === "string" ? [value] : Float64Array.of(value);
  }
  return { columns, rows: 1 };
}

function candidateOf(frame: Frame, date = "2026-11-10"): Candidate {
  const shanghai = zone("Asia/Shanghai");
  const day = parseDate(date) as number;
  const instant = shanghai.resolve(day, 600) as number;
  return {
    frame,
    row: 0,
    strategy: 0,
    zone: shanghai,
    instant,
    date: day,
    sendAt: instant + 600_000,
    standing: createStanding(1),
    chosen: 0,
    message: null,
  };
}

function gateOf(id: GateId, program: Program) {
  const environment = createEnvironment(program);
  const gates = createGates({ program, environment, matchers: compileMatchers(program, environment) });
  const found = gates.find((each) => each.id === id);
  if (!found) throw new Error(`no gate ${id}`);
  return found.gate;
}

describe("the gates", () => {
  it("stand in the order of the list, those that ask nothing yet left out", () => {
    const environment = createEnvironment(shop);
    const ids = createGates({ program: shop, environment, matchers: [] }).map(({ id }) => id);
    expect(ids).toEqual(["targeted", "allowed", "reachable", "fresh", "composed"]);
    expect(gateIds.filter((id) => ids.includes(id))).toEqual(ids);
  });
});

describe("targeted", () => {
  it("names the first clause that fails, from 1", () => {
    const who: Test[] = Array.from({ length: 11 }, () => atLeast("visits", 0, "…"));
    who.push(atLeast("paid", 1, "did pay ever"));
    const gate = gateOf("targeted", shopWith({ who }));
    expect(gate(candidateOf(frameOf({ paid: 1 })))).toBeNull();
    expect(gate(candidateOf(frameOf({ paid: 0 })))).toBe("clause_12");
    expect(gateOf("targeted", shopWith({ who: [] }))(candidateOf(frameOf({})))).toBeNull();
  });
});

describe("allowed", () => {
  const gate = gateOf("allowed", shopWith({}));

  function codeFor(...outs: (number | null)[]): string | null {
    const candidate = candidateOf(frameOf({}));
    candidate.standing.begin(outs.map((channel) => ({ kind: "opt_out", at: 0, channel })));
    candidate.standing.advance(candidate.instant);
    return gate(candidate);
  }

  it("refuses who opted out of everything, or of every channel of the chain", () => {
    expect(codeFor()).toBeNull();
    expect(codeFor(places.push)).toBeNull();
    expect(codeFor(places.push, places.sms)).toBe("opted_out");
    expect(codeFor(null)).toBe("opted_out");
  });
});

describe("reachable", () => {
  const gate = gateOf("reachable", shopWith({}));

  function chosenFor(values: Parameters<typeof frameOf>[0], out?: number): string | number {
    const candidate = candidateOf(frameOf(values));
    candidate.standing.begin(out === undefined ? [] : [{ kind: "opt_out", at: 0, channel: out }]);
    candidate.standing.advance(candidate.instant);
    return gate(candidate) ?? candidate.chosen;
  }

  it("takes the first channel of the chain that reaches, and passes over one that was opted out of", () => {
    expect(chosenFor({ push_on: 1, phone: "1" })).toBe(0);
    expect(chosenFor({ push_on: 0, phone: "1" })).toBe(1);
    expect(chosenFor({ push_on: 0 })).toBe("unreachable");
    expect(chosenFor({ push_on: 1, phone: "1" }, places.push)).toBe(1);
    expect(chosenFor({ push_on: 1 }, places.push)).toBe("unreachable");
  });
});

function freshCode(repeat: Repeat, last: string | null, today: string): string | null {
  const candidate = candidateOf(frameOf({}), today);
  candidate.standing.begin([]);
  if (last !== null) candidate.standing.touch(0, parseDate(last) as number);
  return gateOf("fresh", shopWith({ repeat }))(candidate);
}

describe("fresh", () => {
  it.each<[Repeat, string | null, string, string | null]>([
    [{ is: "never" }, null, "2026-11-10", null],
    [{ is: "never" }, "2020-01-01", "2026-11-10", "capped repeat"],
    [{ is: "always" }, "2026-11-10", "2026-11-10", null],
    [{ is: "after", unit: "day", n: 30 }, "2026-10-12", "2026-11-10", "capped repeat"],
    [{ is: "after", unit: "day", n: 30 }, "2026-10-11", "2026-11-10", null],
    [{ is: "after", unit: "month", n: 1 }, "2026-01-31", "2026-02-27", "capped repeat"],
    [{ is: "after", unit: "month", n: 1 }, "2026-01-31", "2026-02-28", null],
  ])("with repeat %j after a touch on %s gives on %s %s", (repeat, last, today, code) => {
    expect(freshCode(repeat, last, today)).toBe(code);
  });
});

function compose(
  pieces: readonly Piece[],
  changes: Parameters<typeof shopWith>[0] = {},
  values: Parameters<typeof frameOf>[0] = {},
) {
  const material = {
    id: "m",
    label: null,
    channel: places.push,
    texts: [{ locale: "zh-CN", parts: [{ id: "body", pieces }] }],
  };
  const program = { ...shopWith({ channels: [places.push], materials: [0], ...changes }), materials: [material] };
  const candidate = candidateOf(frameOf(values));
  const code = gateOf("composed", program)(candidate);
  return code ?? candidate.message?.parts[0]?.[1];
}

function words(text: string): Piece[] {
  return [{ is: "words", text }];
}

describe("composed", () => {
  it("writes the benefit: amounts with their sign, the last day or minute of validity", () => {
    const pieces: Piece[] = (["amount", "over", "expires_at"] as const).flatMap((field) => [
      { is: "benefit", field },
      { is: "words", text: " " },
    ]);
    expect(compose(pieces)).toBe("¥20 ¥200 2026-11-17 ");
    expect(compose([{ is: "benefit", field: "amount" }], { benefit: places.p100 })).toBe("1,200");
    // 10:00 + 10 minutes to settle + 90 minutes: 11:40 is the first minute that no longer counts.
    expect(compose([{ is: "benefit", field: "expires_at" }], { benefit: places.p100 })).toBe("2026-11-10 11:39");
  });

  it("refuses to leave a hole empty", () => {
    expect(compose([{ is: "benefit", field: "amount" }], { benefit: null })).toBe("unfilled");
    expect(compose([{ is: "text", value: { is: "column", column: column("nickname") } }])).toBe("unfilled");
  });

  it("puts a text where a quantity is unknown, and the quantity where it is known", () => {
    const hole = (n: number): Piece => ({
      is: "num",
      value: { is: "over", left: { is: "constant", n, d: 1 }, right: { is: "constant", n, d: 1 } },
      type: { is: "integer" },
      otherwise: "咖啡",
    });
    expect([compose([hole(7)]), compose([hole(0)])]).toEqual(["1", "咖啡"]);
    expect(compose([{ ...hole(0), otherwise: null } as Piece])).toBe("unfilled");
  });

  it("refuses more than 64 KiB of UTF-8, and takes exactly that", () => {
    expect(compose(words("a".repeat(MAX_MESSAGE_BYTES)))).toHaveLength(MAX_MESSAGE_BYTES);
    expect(compose(words("a".repeat(MAX_MESSAGE_BYTES + 1)))).toBe("too_long");
    expect(compose(words("商".repeat(21_845)))).toHaveLength(21_845);
    expect(compose(words("商".repeat(21_846)))).toBe("too_long");
  });

  it("speaks the user's language: the very locale, else the language, else the first", () => {
    const gate = gateOf("composed", { ...shop, strategies: shopWith({}).strategies });
    const titles = ["zh-CN", "zh-Hant-TW", "EN", "en-GB", "fr", undefined].map((locale) => {
      const candidate = candidateOf(frameOf({ nickname: "小李", ...(locale === undefined ? {} : { locale }) }));
      gate(candidate);
      return candidate.message?.parts[0]?.[1];
    });
    expect(titles).toEqual([
      "小李，立减 ¥20",
      "小李，立减 ¥20",
      "A gift",
      "A gift",
      "小李，立减 ¥20",
      "小李，立减 ¥20",
    ]);
  });

  it("sends nothing where the channel carries no text", () => {
    const candidate = candidateOf(frameOf({}));
    expect(gateOf("composed", shopWith({ materials: [null, null] }))(candidate)).toBeNull();
    expect(candidate.message).toBeNull();
  });
});
