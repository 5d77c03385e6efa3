import { describe, expect, it } from "vitest";
import { type Calibration, compile } from "../../src/compile.js";
import type { Fit, Found, Program } from "../../src/program/program.js";

const schema = `project shop { time zone Asia/Shanghai  currency CNY }
user { id: text }
event visit { page: text }
event pay { amount: CNY }
channel push { }
material hi for push { en title "Hi" }
`;
const strategy =
  "strategy s { when every day at 10:00  who $who  repeat always  channel push  benefit none  material hi }";
const rfm = `value rfm "RFM" of users who did pay in the last 365 days {
  score f "频次" = count of pay in the last 365 days better when higher
  split at average
  tier often when f is high
  otherwise rest
}
`;

function program(text: string, calibrations: readonly Calibration[] = [], who = "did pay ever"): Program {
  const source = { name: "a.touch", text: schema + text + strategy.replace("$who", who) };
  const compiled = compile([source], { calibrations, prove: false });
  if (!compiled.program) throw new Error(compiled.diagnostics.map(({ code }) => code).join(", "));
  return compiled.program;
}

function fitOf(text: string): Fit {
  const [fit] = program(text).analysis.fits;
  if (!fit) throw new Error("nothing is fitted");
  return fit;
}

const calibration = (text: string, found: Found): Calibration => {
  const { id, definition } = fitOf(text);
  return { id, definition, until: 0, sample: 100, found };
};

describe("what a definition is", () => {
  const { definition } = fitOf(rfm);

  it.each([
    ["another label", rfm.replace('"RFM"', '"价值"').replace('"频次"', '"次数"')],
    ["another place in the file", `tag fact early = did visit ever\n${rfm}`],
    ["an event that is declared before", `event earlier { no: text }\n${rfm}`],
    ["a tier that asks for an amount", rfm.replace("otherwise", "tier some when f > 1  otherwise")],
    ["how often it is found anew", rfm.replace("split", "refresh every 1 month  split")],
  ])("%s keeps it", (_, text) => {
    expect(fitOf(text).definition).toBe(definition);
  });

  it.each([
    ["another window of a score", rfm.replace("count of pay in the last 365 days", "count of pay in the last 30 days")],
    ["other members", rfm.replace("did pay in the last 365 days", "did pay ever")],
    ["another split", rfm.replace("average", "median")],
    ["another way that is better", rfm.replace("when higher", "when lower")],
    ["a tier by share", rfm.replace("otherwise", "tier top5 top 5% by f  otherwise")],
  ])("%s is another one", (_, text) => {
    expect(fitOf(text).definition).not.toBe(definition);
  });

  it("a tag that it names is part of it", () => {
    const by = (tag: string): string =>
      fitOf(`tag fact payer = ${tag}\nmeasure m = share of users who has payer otherwise 20%\n`).definition;
    expect(by("did pay ever")).toBe(by("did pay ever"));
    expect(by("did pay ever")).not.toBe(by("did visit ever"));
  });
});

describe("what was found", () => {
  const found: Found = { is: "value", cuts: { f: 3 }, tiers: {} };

  it("stands in the program as a constant, and in its fit with when it was found", () => {
    const made = program(rfm, [calibration(rfm, found)], "rfm is often");
    expect(made.analysis.fits[0]?.fitted).toEqual({ until: 0, sample: 100, found });
    const [often] = made.lifecycles[0]?.stages ?? [];
    expect(often?.test).toMatchObject({ op: ">=", right: { is: "constant", n: 3, d: 1 } });
  });

  it("does not count for another definition, nor for another kind of thing", () => {
    const other = calibration(rfm, found);
    for (const given of [
      { ...other, definition: "0123456789abcdef" },
      { ...other, found: { is: "share", share: 1 } as const },
    ]) {
      const made = program(rfm, [given], "rfm is often");
      expect(made.analysis.fits[0]?.fitted).toBeNull();
      expect(made.lifecycles[0]?.stages[0]?.test).toMatchObject({ right: { is: "over", right: { n: 0 } } });
    }
  });

  it("is nothing to find where no tier asks for it", () => {
    expect(program(rfm.replace("f is high", "f > 3")).analysis.fits).toEqual([]);
  });

  it("asks nothing of a decision: facts that only a measure reads stand after the program's own", () => {
    const made = program("measure m = share of users who did visit on at least 9 days ever otherwise 20%\n");
    expect(made.facts).not.toContainEqual(expect.objectContaining({ is: "days" }));
    expect(made.analysis.facts).toContainEqual(expect.objectContaining({ is: "days" }));
  });
});

describe("what a tier tells", () => {
  it("members have what membership says: a fact about them need not be asked for again", () => {
    const made = program(rfm, [], "rfm is known and average of pay.amount ever > 10 CNY");
    expect(made.strategies[0]?.who).toHaveLength(2);
  });

  it("scores of a model come after all events, named as the tag", () => {
    const made = program('tag model risk: percent from "v3" valid 7 days\nevent late { no: text }\n');
    expect(made.events.map(({ id, model }) => [id, model])).toEqual([
      ["visit", null],
      ["pay", null],
      ["late", null],
      ["risk", "v3"],
    ]);
  });

  it("what models give is no event: nobody does it", () => {
    const text = `${schema}tag model risk: percent from "v3" valid 7 days\n${strategy.replace("$who", "did risk ever")}`;
    const { diagnostics } = compile([{ name: "a.touch", text }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["write-as"]);
  });
});
