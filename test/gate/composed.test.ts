import { describe, expect, it } from "vitest";
import { MAX_MESSAGE_BYTES } from "../../src/gate/composed.js";
import type { BenefitValue, Material, Piece } from "../../src/program/program.js";
import {
  benefit,
  type Changes,
  candidateOf,
  detailsOf,
  gateOf,
  localeColumn,
  offer,
  programWith,
  push,
  sms,
  step,
  strategy,
  variant,
} from "./world.js";

function words(text: string): Piece {
  return { is: "words", text };
}

function texts(...lines: readonly (readonly [locale: string, ...pieces: Piece[]])[]): Material {
  return {
    id: "m",
    label: null,
    channel: push,
    template: null,
    texts: lines.map(([locale, ...pieces]) => ({ locale, parts: [{ id: "body", pieces }] })),
  };
}

function programOf(material: Material, changes: Changes = {}) {
  const steps = [step({ channels: [push, sms], materials: [0, null] })];
  return programWith({
    materials: [material],
    strategies: [strategy({ variants: [variant({ offer: offer({ steps }) })] })],
    ...changes,
  });
}

/** The body, or the code; the user gets the first benefit, if there is one. */
function compose(material: Material, changes: Changes = {}, locale: string | null = null): string {
  const program = programOf(material, changes);
  const candidate = { ...candidateOf(program, { locale }), benefit: changes.benefits ? 0 : null };
  return gateOf("composed", program)(candidate) ?? candidate.message?.parts[0]?.[1] ?? "";
}

function hole(field: "amount" | "over" | "expires_at"): Piece {
  return { is: "benefit", field };
}

describe("composed", () => {
  it.each<[BenefitValue, string]>([
    [{ is: "coupon", amount: 2050 }, "¥20.50"],
    [{ is: "percent", share: 125_000, upTo: 5000 }, "12.5%"],
    [{ is: "free_order", upTo: 30_000 }, "¥300"],
    [{ is: "points", amount: 1200 }, "1,200"],
    [{ is: "gift", worth: 3900 }, "¥39"],
    [{ is: "privilege", worth: 990 }, "¥9.90"],
    [{ is: "check_in", points: 50, worth: 0 }, "50"],
    [{ is: "check_in", points: 0, worth: 1000 }, "¥10"],
    [{ is: "lottery", salt: "s", prizes: [] }, "unfilled"],
  ])("writes what a benefit gives: of %j, %s", (value, text) => {
    expect(compose(texts(["zh-CN", hole("amount")]), { benefits: [benefit("b", { value })] })).toBe(text);
  });

  it("writes what an order must reach, and the last day or minute of validity, by the time of sending", () => {
    const days = benefit("b", { over: 20_000, valid: { unit: "day", n: 7 } });
    const line = [hole("over"), words(" "), hole("expires_at")] as const;
    expect(compose(texts(["zh-CN", ...line]), { benefits: [days] })).toBe("¥200 2026年11月17日");
    expect(compose(texts(["en", ...line]), { benefits: [days] })).toBe("CN¥200 Nov 17, 2026");
    // 10:00 + 10 minutes to settle + 90 minutes: 11:40 is the first minute that no longer counts.
    const minutes = benefit("b", { over: 1, valid: { unit: "ms", n: 5_400_000 } });
    expect(compose(texts(["xx", ...line]), { benefits: [minutes] })).toBe("0.01\u00a0CNY 2026-11-10 11:39");
  });

  it("refuses to leave a hole empty", () => {
    expect(compose(texts(["zh", hole("amount")]))).toBe("unfilled");
    for (const field of ["over", "expires_at"] as const)
      expect(compose(texts(["zh", hole(field)]), { benefits: [benefit("b")] })).toBe("unfilled");
    expect(compose(texts(["zh", { is: "text", value: { is: "column", column: localeColumn } }]))).toBe("unfilled");
  });

  it("puts a text where a quantity is unknown, and the quantity where it is known", () => {
    const share = (n: number, otherwise: string | null): Piece => ({
      is: "num",
      value: { is: "over", left: { is: "constant", n, d: 1 }, right: { is: "constant", n, d: 1 } },
      type: { is: "integer" },
      otherwise,
    });
    const filled = [share(7, "咖啡"), share(0, "咖啡"), share(0, null)].map((each) => compose(texts(["zh", each])));
    expect(filled).toEqual(["1", "咖啡", "unfilled"]);
  });

  it("refuses more than 64 KiB of UTF-8, and takes exactly that", () => {
    const of = (text: string): string => compose(texts(["zh", words(text)]));
    expect(of("a".repeat(MAX_MESSAGE_BYTES))).toHaveLength(MAX_MESSAGE_BYTES);
    expect(of("a".repeat(MAX_MESSAGE_BYTES + 1))).toBe("too_long");
    expect(of("商".repeat(21_845))).toHaveLength(21_845);
    expect(of("商".repeat(21_846))).toBe("too_long");
  });

  it("refuses what has more characters than the channel takes, and names the part", () => {
    const limited: Changes = { channels: { push: { limits: [{ part: "body", characters: 5 }] } } };
    expect(compose(texts(["zh", words("耳机降价啦")]), limited)).toBe("耳机降价啦");
    expect(compose(texts(["zh", words("🎧🎧🎧🎧🎧")]), limited)).toBe("🎧🎧🎧🎧🎧");
    expect(compose(texts(["zh", words("耳机降价啦！")]), limited)).toBe("too_long body");
    expect(compose(texts(["zh", words("123456")]), { channels: { sms: limited.channels?.push ?? {} } })).toBe("123456");
    const program = programOf(texts(["zh", words("耳机")]), limited);
    expect(detailsOf(program).composed(candidateOf(program))).toEqual({
      material: "m",
      locale: "zh",
      parts: [{ id: "body", characters: 2, limit: 5 }],
    });
  });

  it("speaks the user's language: the very locale, else the language, else the first", () => {
    const material = texts(["zh-CN", words("简")], ["zh-TW", words("繁")], ["en", words("en")]);
    const spoken = ["zh-tw", "zh-Hant-HK", "EN", "en-GB", "fr", null].map((locale) => compose(material, {}, locale));
    expect(spoken).toEqual(["繁", "简", "en", "en", "简", "简"]);
  });

  it("fills the parameters of a provider's template, in the style of the project's locale that suits the user", () => {
    const material: Material = {
      ...texts(),
      template: { id: "SMS_2041", parameters: [{ id: "amount", value: hole("amount") }] },
    };
    const message = (locales: readonly string[], locale: string | null) => {
      const program = programOf(material, { benefits: [benefit("b")], locales });
      const candidate = { ...candidateOf(program, { locale }), benefit: 0 };
      expect(gateOf("composed", program)(candidate)).toBeNull();
      return candidate.message;
    };
    expect(message(["zh-CN", "en"], "en-GB")).toEqual({
      material: "m",
      locale: "en",
      template: "SMS_2041",
      parts: [["amount", "CN¥20"]],
    });
    expect(message(["zh-CN", "en"], "fr")).toMatchObject({ locale: "zh-CN", parts: [["amount", "¥20"]] });
    expect(message([], "en")).toMatchObject({ locale: "en", parts: [["amount", "CN¥20"]] });
    expect(message([], null)).toMatchObject({ locale: "", parts: [["amount", "20\u00a0CNY"]] });
  });

  it("sends nothing where the channel carries no text", () => {
    const program = programOf(texts(["zh", words("…")]));
    const candidate = { ...candidateOf(program), chosen: 1 };
    expect(gateOf("composed", program)(candidate)).toBeNull();
    expect(candidate.message).toBeNull();
  });
});
