import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { SendReason } from "../../src/gate/candidate.js";
import type { GhostReason } from "../../src/gate/ghost.js";
import { codesAbout, plainCodes } from "../../src/gate/refusal-code.js";
import type { Program } from "../../src/program/program.js";
import { compileFolder, type Planned, planned, projectFolder, readEntries } from "./planned.js";

// The whole of strategies/shop over the interval that its README gives, with what was recorded before.

const folder = projectFolder("shop");
const [since, until] = ["2026-05-04T12:00:00Z", "2026-06-18T12:00:00Z"];

/** Codes that a project which checks without a word, and data that fits its schema, can't give. */
const impossible = new Set<string>(["control", "too_long", "unfilled"]);

const ghostReasons: { readonly [R in GhostReason]: true } = { global_holdout: true, holdout: true, control: true };
const sendReasons: { readonly [R in SendReason]: true } = {
  settled: true,
  window: true,
  quiet_hours: true,
  best_hour: true,
};

let program: Program;
let plan: Planned;
let refused: ReadonlySet<string>;

beforeAll(async () => {
  program = compileFolder(folder);
  plan = await planned(folder, program, since, until, { entries: readEntries(join(folder, "data/entries.jsonl")) });
  const codes = plan.result.strategies.flatMap(({ funnel }) => funnel.flatMap((gate) => Object.keys(gate.refused)));
  refused = new Set(codes);
}, 120_000);

describe("the plan of all of strategies/shop", () => {
  it("gives every plain code of a refusal or a cancellation", () => {
    const given = new Set([...refused, ...plan.cancellations.map(({ code }) => code)]);
    expect(plainCodes.filter((code) => !given.has(code) && !impossible.has(code))).toEqual([]);
  });

  it("gives every code that says what it is about", () => {
    const given = new Set([...refused].filter((code) => code.includes(" ")).map((code) => code.split(" ")[0]));
    expect(codesAbout.filter((code) => !given.has(code))).toEqual([]);
  });

  it("fills every cap and quota of the project, and refuses by `repeat` and `limit`", () => {
    const caps = program.policy.caps.map(({ name }) => `capped ${name}`);
    const quotas = program.channels.flatMap(({ id, quota }) => (quota ? [`quota ${id}`] : []));
    const wanted = [...caps, ...quotas, "capped repeat", "capped limit"];
    expect(wanted.filter((code) => !refused.has(code))).toEqual([]);
    expect(caps.length).toBeGreaterThan(3);
  });

  it("runs out of the budgets of a benefit and of a set", () => {
    const spent = [...refused].filter((code) => code.startsWith("over_budget ")).map((code) => code.split(" ")[1]);
    expect(spent.some((id) => program.sets.some((set) => set.id === id))).toBe(true);
    expect(spent.some((id) => program.benefits.some((benefit) => benefit.id === id))).toBe(true);
  });

  it("holds people out for every reason", () => {
    expect(new Set(plan.ghosts.map(({ reason }) => reason))).toEqual(new Set(Object.keys(ghostReasons)));
  });

  it("takes touches back because of who, consent, reach, an event that followed, and a state that was left", () => {
    const given = new Set(plan.cancellations.map(({ gate, code }) => `${gate} ${code.replace(/\d+$/, "n")}`));
    const wanted = ["targeted clause_n", "allowed opted_out", "reachable unreachable", "due followed", "due left"];
    expect([...given].sort()).toEqual(wanted.sort());
  });

  it("moves touches for every reason, chooses channels both ways, and falls back to text messages", () => {
    expect(new Set(plan.decisions.map(({ send_by }) => send_by))).toEqual(new Set(Object.keys(sendReasons)));
    expect(new Set(plan.decisions.map(({ channel_by }) => channel_by))).toEqual(new Set(["declared", "preferred"]));
    const again = plan.decisions.filter(({ step }) => step === "2");
    expect(new Set(again.map(({ strategy, channel }) => `${strategy} ${channel}`))).toEqual(
      new Set(["early_bird sms"]),
    );
  });

  it("gives benefits of every kind, one side of a referral and what a lottery draws", () => {
    const given = plan.decisions.flatMap(({ benefit }) =>
      benefit ? [benefit.id, benefit.lottery, benefit.referral?.id] : [],
    );
    const kinds = program.benefits.flatMap(({ id, value }) => (given.includes(id) ? [value.is] : []));
    expect(new Set(kinds)).toEqual(new Set(program.benefits.map(({ value }) => value.is)));
  });
});
