import { describe, expect, it } from "vitest";
import { splitChanges } from "../../src/check/split-changes.js";
import { compile } from "../../src/compile.js";
import type { Offer, Program, Strategy } from "../../src/program/program.js";
import { made, soundOf, strategyOf } from "./when-shop.js";

const when = "when once at 2026-11-10 20:00";
const offering = `${when}  channel push  benefit none  material hello`;

const offerOf = (clauses: string): Offer => soundOf(`${when}  ${clauses}`).variants[0]?.offer as Offer;
const codesOf = (clauses: string): unknown => strategyOf(`${when}  ${clauses}`);

describe("a chain", () => {
  const both = "benefit none  material hello, bye";
  it("tries channels one after the other, at once or after a wait", () => {
    expect(offerOf(`channel push then sms  ${both}`).steps).toEqual([
      { wait: null, channels: [0, 1], materials: [0, 1], preferred: null },
    ]);
    expect(offerOf(`channel sms then push after 4 hours if not opened  ${both}`).steps).toEqual([
      { wait: null, channels: [1], materials: [1], preferred: null },
      { wait: { ms: 14_400_000, unless: "opened" }, channels: [0], materials: [0], preferred: null },
    ]);
    expect(offerOf(`channel preferred of (sms, push)  ${both}`).steps).toEqual([
      { wait: null, channels: [1, 0], materials: [1, 0], preferred: { least: 5 } },
    ]);
    expect(offerOf(`channel preferred of (sms, push) with at least 3 receipts  ${both}`).steps[0]?.preferred).toEqual({
      least: 3,
    });
  });

  it.each([
    [`channel push then sms after 1 day if not opened  ${both}`, ["bad-length"]],
    [`channel push then sms after 1 hour if not openned  ${both}`, ["unknown-outcome"]],
    [`channel push then push after 1 hour if not opened  ${both}`, ["channel-twice"]],
    [`channel preferred of (push, push)  ${both}`, ["channel-twice"]],
    [`channel preferred of (push, mail)  ${both}`, ["unknown-channel"]],
  ])("%s: %j", (clauses, expected) => expect(codesOf(clauses)).toEqual(expected));
});

describe("when it may be sent", () => {
  const send = (clause: string): unknown => offerOf(`${clause}  channel push  benefit none  material hello`).send;
  it.each([
    ["", { window: null, bestHour: null }],
    ["send between 08:00 and 22:00 else skip", { window: { from: 480, to: 1_320, otherwise: "skip" }, bestHour: null }],
    [
      "send between 22:00 and 02:00 else delay",
      { window: { from: 1_320, to: 120, otherwise: "delay" }, bestHour: null },
    ],
    ["send at best hour", { window: null, bestHour: { from: 0, to: 1_440 } }],
    ["send at best hour between 09:00 and 21:00", { window: null, bestHour: { from: 540, to: 1_260 } }],
  ])("%s", (clause, expected) => expect(send(clause)).toEqual(expected));

  it("is never an empty stretch of the day", () => {
    const codes = (clause: string): unknown => codesOf(`${clause}  channel push  benefit none  material hello`);
    expect(codes("send between 08:00 and 08:00 else skip")).toEqual(["empty-hours"]);
    expect(codes("send at best hour between 09:00 and 09:00")).toEqual(["empty-hours"]);
    expect(codes("send between 08:00 and 25:00 else skip")).toEqual(["bad-clock"]);
  });
});

describe("a benefit that may run out", () => {
  it("may be left out, unless the message shows it", () => {
    const shows = 'material shows for push { en title "{benefit.amount} off" }';
    const offer = (benefit: string, material: string): unknown =>
      strategyOf(`${when}  channel push  ${benefit}  material ${material}`, shows);
    expect(offer("benefit c20 else none", "hello")).toMatchObject({
      variants: [{ offer: { benefit: 0, unfunded: "without" } }],
    });
    expect(offer("benefit c20", "shows")).toMatchObject({ variants: [{ offer: { unfunded: "refuse" } }] });
    expect(offer("benefit c20 else none", "shows")).toEqual(["hole-may-lack-benefit"]);
  });
});

describe("a split", () => {
  const split = (variants: string, clauses = offering): string => `${clauses}  split salt "x-1" { ${variants} }`;

  it("has variants that say only what is different", () => {
    const strategy = soundOf(
      split(
        `50% variant gift "礼" { benefit c20 else none }
         30% variant text { channel sms  material bye  send at best hour }
         20% variant control "对照" { none }`,
      ),
    );
    expect(strategy.split).toEqual({ salt: "x-1" });
    expect(strategy.variants).toMatchObject([
      {
        id: "gift",
        label: "礼",
        shares: [5_000],
        offer: { benefit: 0, unfunded: "without", steps: [{ channels: [0] }] },
      },
      {
        id: "text",
        label: null,
        shares: [3_000],
        offer: { benefit: null, steps: [{ channels: [1], materials: [1] }] },
      },
      { id: "control", shares: [2_000], offer: null },
    ]);
    expect(strategy.variants[1]?.offer?.send.bestHour).toEqual({ from: 0, to: 1_440 });
  });

  it("may say everything in its variants, and materials above them for any", () => {
    const each = split(
      "50% variant a { channel push } 50% variant b { channel sms }",
      `${when}  benefit none  material hello, bye`,
    );
    expect(soundOf(each).variants).toMatchObject([
      { offer: { steps: [{ materials: [0] }] } },
      { offer: { steps: [{ materials: [1] }] } },
    ]);
    // What no variant can use is said once.
    expect(
      strategyOf(
        split("50% variant a {} 50% variant b {}", `${when}  channel push  benefit none  material hello, bye`),
      ),
    ).toEqual(["material-channel-unused"]);
    expect(strategyOf(split("50% variant a {} 50% variant b { channel sms }"))).toEqual(["channel-without-material"]);
  });

  it("tells its earlier shares, oldest first", () => {
    const { variants } = soundOf(
      split("40% was 50%, 45.5% variant a {} 60% was 50%, 54.5% variant b {} 0% was 0%, 0% variant c { none }"),
    );
    expect(variants.map(({ shares }) => shares)).toEqual([
      [5_000, 4_550, 4_000],
      [5_000, 5_450, 6_000],
      [0, 0, 0],
    ]);
  });

  it.each([
    ["50% variant a {} 40% variant b {}", ["split-sum"]],
    ["50% was 60% variant a {} 50% was 50% variant b {}", ["split-sum"]],
    ["50% was 60% variant a {} 50% variant b {}", ["split-history"]],
    ["100% variant a {}", ["split-alone"]],
    ["50% variant a { none } 50% variant b { none }", ["split-of-none"]],
    ["50% variant a {} 50% variant a {}", ["duplicate-name"]],
    ["33.333% variant a {} 66.667% variant b {}", ["bad-share", "bad-share"]],
    ["33.33% variant a {} 66.67% variant b {}", undefined],
    ["50 variant a {} 50% variant b {}", ["share-percent"]],
    ["150% variant a {} 50% variant b {}", ["bad-share"]],
  ])("%s: %j", (variants, expected) => {
    const found = strategyOf(split(variants));
    if (expected) expect(found).toEqual(expected);
    else expect(found).toMatchObject({ id: "s" });
  });

  it.each([
    ['strategy s { WHEN split salt "x" { 50% variant a {} 50% variant b {} } holdout 1% salt "x" }', ["salt-twice"]],
    ['set d { WHEN holdout 1% salt "x" } strategy s { WHEN holdout 1% salt "x" }', ["salt-twice"]],
    ['policy p { holdout 1% salt "x" } strategy s { WHEN holdout 1% salt "x" }', ["salt-twice"]],
    // Members of a set share one split: it is said once.
    ['set d { WHEN split salt "x" { 50% variant a {} 50% variant b {} } strategy a {} strategy b {} }', []],
    ['strategy s { WHEN holdout 1% salt "" }', ["salt-empty"]],
    ['strategy s { WHEN holdout 0% salt "x" }', ["bad-share"]],
    ['strategy s { WHEN holdout 2.5% salt "x" }', []],
  ])("%s: %j", (text, expected) => expect(made(text.replaceAll("WHEN", offering)).codes).toEqual(expected));
});

describe("a split that is running", () => {
  const program = (variants: string, salt = "x-1"): Program => {
    const { program: found, codes } = made(`strategy s { ${offering} split salt "${salt}" { ${variants} } }`);
    if (!found) throw new Error(codes.join(", "));
    return found;
  };
  const running = program("50% variant a {} 30% variant b {} 20% variant c { none }");
  const changes = (variants: string, before = running): unknown[] =>
    splitChanges(before, program(variants)).map(({ why, variant, write }) => [why, variant, write.join("; ")]);

  it("stays as it is, and may change what it says about its shares only by adding to it", () => {
    expect(changes("50% variant a {} 30% variant b {} 20% variant c { none }")).toEqual([]);
    expect(changes("40% was 50% variant a {} 40% was 30% variant b {} 20% was 20% variant c { none }")).toEqual([]);
    expect(
      changes("40% was 50%, 45% variant a {} 40% was 30%, 35% variant b {} 20% was 20%, 20% variant c { none }"),
    ).toEqual([]);
    const later = program("40% was 50% variant a {} 40% was 30% variant b {} 20% was 20% variant c { none }");
    expect(changes("50% variant a {} 30% variant b {} 20% variant c { none }", later)).toEqual([
      ["shares", "a", "50% was 50%, 40% variant a; 30% was 30%, 40% variant b; 20% was 20%, 20% variant c"],
    ]);
  });

  it.each([
    ["40% variant a {} 40% variant b {} 20% variant c { none }", "shares", "a"],
    ["40% was 40% variant a {} 40% was 40% variant b {} 20% was 20% variant c { none }", "shares", "a"],
    ["50% variant a {} 50% variant b {}", "gone", "c"],
    ["30% variant b {} 50% variant a {} 20% variant c { none }", "order", "b"],
    ["50% variant a {} 30% variant b { none } 20% variant c { none }", "emptied", "b"],
    ["50% variant a {} 30% variant b {} 20% variant c {}", "filled", "c"],
    ["50% variant a {} 20% variant b {} 10% variant d {} 20% variant c { none }", "shares", "b"],
  ])("%s is refused: %s of %s", (variants, why, variant) => {
    expect(changes(variants)).toMatchObject([[why, variant, expect.any(String)]]);
  });

  it("shows what to write, and what it shows is accepted", () => {
    for (const variants of [
      "40% variant a {} 40% variant b {} 20% variant c { none }",
      "50% variant a {} 50% variant b {}",
      "50% variant a {} 20% variant b {} 10% variant d {} 20% variant c { none }",
      "30% variant b {} 50% variant a {} 20% variant c { none }",
    ]) {
      const [change] = splitChanges(running, program(variants));
      const written = (change?.write ?? []).map((head) => `${head} ${head.endsWith(" c") ? "{ none }" : "{}"}`);
      expect(changes(written.join(" "))).toEqual([]);
    }
  });

  it("may end, and another may begin under another salt", () => {
    expect(splitChanges(running, made(`strategy s { ${offering} }`).program as Program)).toEqual([]);
    expect(splitChanges(running, program("40% variant a {} 60% variant b {}", "x-2"))).toEqual([]);
    const moved = made(
      `strategy t { ${offering} split salt "x-1" { 40% variant a {} 40% variant b {} 20% variant c { none } } }`,
    ).program as Program;
    expect(splitChanges(running, moved)).toHaveLength(1);
  });

  it("is reported at the variant, once for all members of a set", () => {
    const set = (a: string, b: string): string => `project shop { time zone Asia/Shanghai currency CNY }
      user { id: text }
      channel push {}
      material hello for push { en title "hi" }
      set d { ${offering} split salt "x" { ${a} variant a {} ${b} variant b {} } strategy m {} strategy n {} }`;
    const before = compile([{ name: "a.touch", text: set("50%", "50%") }]).program as Program;
    const text = set("60%", "40%");
    const { program: none, diagnostics } = compile([{ name: "a.touch", text }], { running: before });
    expect(none).toBeNull();
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([
      ["split-changed", text.indexOf("variant a") + "variant ".length],
    ]);
    expect(
      compile([{ name: "a.touch", text: set("60% was 50%", "40% was 50%") }], { running: before }).program,
    ).not.toBe(null);
  });
});

describe("guards", () => {
  const guards = (clauses: string): unknown => {
    const found = strategyOf(`${offering}  ${clauses}`);
    return "id" in found ? (found as Strategy).guards : found;
  };
  it("are carried in stored units", () => {
    expect(
      guards("stop if opt_out_rate > 2.5% after 1000 touches  stop if touch_cost >= 10.5 CNY  stop if touches > 9"),
    ).toMatchObject([
      { metric: "opt_out_rate", op: ">", value: 25_000, after: 1_000 },
      { metric: "touch_cost", op: ">=", value: 1_050, after: 0 },
      { metric: "touches", op: ">", value: 9, after: 0 },
    ]);
  });

  it.each([
    ["stop if opt_out > 2%", ["unknown-metric"]],
    ["stop if open_rate < 2", ["guard-rate"]],
    ["stop if open_rate < 120%", ["guard-rate"]],
    ["stop if touch_cost > 2%", ["wrong-unit"]],
    ["stop if touches > 2%", ["wrong-unit"]],
  ])("%s: %j", (clause, expected) => expect(guards(clause)).toEqual(expected));
});
