import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { touchline } from "./capture.js";
import { project } from "./project.js";
import { cases, changed, tested } from "./test-project.js";

const run = (cwd: string, ...more: string[]) => touchline(["test", ...more], { cwd });

/** A case about anna at 10:00, with the expectation given. */
const one = (expectation: string, more = ""): string => `at: 2026-06-18 10:00
cases:
  - name: one
    given:
      user: { id: anna }
      events: [{ event: pay, at: 8 days ago, amount: 150, category: phone }]
${more}    expect: ${expectation}
`;

async function outcome(text: string): Promise<string> {
  const { code, stdout } = await run(tested({ "a.yaml": text }));
  return code === 0 ? "passes" : stdout;
}

describe("touchline test", () => {
  it("says of each file how many cases it holds, and ends with 0 if all pass", async () => {
    const { code, stdout, stderr } = await run(tested());
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      "✓ tests/wake.yaml  4 cases\n\n4 cases in 1 file: all passed\nnext, for example: touchline test . --coverage\n",
    );
  });

  it("of a case that fails shows expected and got in columns, the way through the gates, and how to run it alone", async () => {
    const text = changed("{ strategy: wake, channel: push,", "{ strategy: wake, channel: sms,");
    const { code, stdout } = await run(tested({ "wake.yaml": text }));
    expect(code).toBe(1);
    expect(stdout.split("\n").slice(0, 12)).toEqual([
      "✗ tests/wake.yaml  4 cases, 1 failed",
      "",
      "✗ a week of silence  tests/wake.yaml:6",
      "                expected  got",
      "  wake channel  sms       push",
      "",
      "  wake 唤醒",
      "  2026-06-18T10:00  touched over push, to be sent from 2026-06-18 10:00, with off20 (20 CNY)",
      expect.stringMatching(/^ +seen +needed +source$/),
      "    ✓ due",
      "    ✓ targeted",
      expect.stringMatching(/✓ 1 {2}has payer +strategies\.touch:9$/),
    ]);
    expect(stdout).toContain("\n  this case alone: touchline test . --case 'a week of silence'\n");
    expect(stdout).toMatch(/\n4 cases in 1 file: 3 passed, 1 failed\n$/);
  });

  it("runs the cases with a text in their name, and says so when there is none", async () => {
    expect((await run(tested(), "--case", "paid")).stdout).toContain("3 cases in 1 file: all passed");
    const { code, stderr } = await run(tested(), "--case", "never payed");
    expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean `never paid`?")]);
  });

  it("speaks Chinese", async () => {
    const { stdout } = await run(tested({ "a.yaml": one("{ none: [wake] }") }), "--lang", "zh");
    expect(stdout).toContain("✗ tests/a.yaml  1 个用例，1 个不符\n");
    expect(stdout).toContain("        预期    实际\n  wake  不触达  触达\n");
    expect(stdout).toMatch(/\n1 个文件，1 个用例：0 个符合预期，1 个不符\n$/);
  });

  it("without a case says how to write the first one, for this project", async () => {
    const cwd = project();
    const { code, stdout } = await run(cwd);
    expect([code, stdout]).toEqual([1, expect.stringContaining("There is no case in tests yet.")]);
    const [, first = ""] = stdout.split("\n\n");
    const written = first.replaceAll(/^ {2}/gm, "");
    expect(await outcome(written)).toBe("passes");
  });

  it("runs nothing while a file is wrong, and points into it", async () => {
    const cwd = tested({ "wake.yaml": cases, "b.yaml": one("{ none: [weak] }") });
    const { code, stdout, stderr } = await run(cwd);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("error[scenario-name]: `weak` is not a strategy of this project");
    expect(stderr).toContain("--> tests/b.yaml:7:");
    const json = await run(cwd, "--format", "json");
    expect(JSON.parse(json.stdout).diagnostics[0]).toMatchObject({ code: "scenario-name", file: "tests/b.yaml" });
  });

  it("tells a value that no user can have once, in the file where it stands", async () => {
    const shared = "given: { user: { id: anna, city: tokyo } }\n";
    const { code, stderr } = await run(tested({ "given.yaml": shared, "wake.yaml": cases }));
    expect(code).toBe(1);
    expect(stderr.match(/error\[/g)).toHaveLength(1);
    expect(stderr).toContain("--> tests/given.yaml:1:");
    expect(stderr).toContain("`user.city` is `tokyo`, which the project does not declare");
  });
});

describe("what a case may expect", () => {
  it.each([
    ["a touch, by what is written of it", "{ decisions: [{ strategy: wake, benefit: off20 }] }"],
    ["when it goes out, on the user's clock", "{ decisions: [{ strategy: wake, send_at: 2026-06-18 10:00 }] }"],
    ["as an instant", "{ decisions: [{ strategy: wake, send_at: 2026-06-18T02:00:00Z }] }"],
    ["a tag", "{ tags: { payer: true } }"],
  ])("%s", async (_, expectation) => {
    expect(await outcome(one(expectation))).toBe("passes");
  });

  it.each([
    ["another benefit", "{ decisions: [{ strategy: wake, benefit: none }] }", "wake benefit  none      off20"],
    [
      "another time",
      "{ decisions: [{ strategy: wake, at: 2026-06-18 10:01 }] }",
      "wake at  2026-06-18 10:01  2026-06-18 10:00",
    ],
    [
      "another text",
      "{ decisions: [{ strategy: wake, text: { title: 你好 } }] }",
      "wake text.title  你好      朋友，好久不见",
    ],
    [
      "a part that is not there",
      "{ decisions: [{ strategy: wake, text: { body: 你好 } }] }",
      "wake text.body  你好      none",
    ],
    ["two touches of one", "{ decisions: [{ strategy: wake }, { strategy: wake }] }", "wake  touched 2 times  touched"],
    ["nobody touched", "{ none: [wake] }", "wake  not touched  touched"],
    ["a refusal", "{ refused: { wake: { gate: allowed } } }", "wake  not touched: stopped at `allowed`  touched"],
    ["a cancellation", "{ cancelled: { wake: {} } }", "wake  cancelled before it goes out  touched"],
    ["a ghost", "{ ghosts: [{ strategy: wake }] }", "wake  held back, to compare with  touched"],
    ["another tag", "{ tags: { payer: false } }", "tag payer  false     true"],
  ])("fails for %s", async (_, expectation, line) => {
    expect(await outcome(one(expectation))).toContain(`\n  ${line}\n`);
  });

  it("another refusal than the one expected is none", async () => {
    const text = changed("refused: { wake: { clause: 2 } }", "refused: { wake: { clause: 3 } }");
    const { stdout } = await run(tested({ "wake.yaml": text }));
    expect(stdout).toContain(
      "wake  not touched: stopped at `targeted`, clause 3  not touched: stopped at `targeted`, clause 2",
    );
  });

  it("nothing due is not a refusal, but nobody is touched", async () => {
    const later = (expectation: string): string => one(expectation).replace("18 10:00", "18 10:01");
    expect(await outcome(later("{ none: [wake] }"))).toBe("passes");
    expect(await outcome(later("{ refused: { wake: {} } }"))).toContain("wake  not touched  not due");
  });

  it("from one instant up to another: all that falls due after the one, the other included", async () => {
    const days = (from: string, to: string, touches: number): string =>
      one(`{ decisions: [${Array(touches).fill("{ strategy: wake }").join(", ")}] }`)
        .replace("at: 2026-06-18 10:00", `from: ${from}\nto: ${to}`)
        .replace("8 days ago", "2026-05-01 12:00");
    expect(await outcome(days("2026-06-17 10:00", "2026-06-18 10:00", 1))).toBe("passes");
    expect(await outcome(days("2026-06-17 09:59", "2026-06-18 09:59", 1))).toBe("passes");
    // `repeat after 30 days`: from 18 May on it is 31 days.
    expect(await outcome(days("2026-05-18 09:00", "2026-06-18 10:00", 2))).toBe("passes");
  });
});

describe("what is given to a case", () => {
  it("comes from the folder, the file, an earlier case and the case itself, the last one first", async () => {
    const given =
      "at: 2026-06-18 10:00\ngiven: { user: { id: anna, nickname: 零 }, defaults: { pay: { category: phone, amount: 150 } } }\n";
    const title = (nickname: string): string =>
      `{ decisions: [{ strategy: wake, text: { title: "${nickname}，好久不见" } }] }`;
    const file = `given: { user: { nickname: 一 }, events: [{ event: pay, at: 8 days ago }] }
cases:
  - { name: a, expect: ${title("一")} }
  - { name: b, given: { user: { nickname: 二 } }, expect: ${title("二")} }
  - { name: c, like: b, expect: ${title("二")} }
  - { name: d, like: b, given: { user: { nickname: null } }, expect: ${title("朋友")} }
`;
    const other = `cases:
  - { name: a, given: { events: [{ event: pay, at: 8 days ago }] }, expect: ${title("零")} }
`;
    const { code, stdout } = await run(tested({ "given.yaml": given, "file.yaml": file, "other.yaml": other }));
    expect([code, stdout]).toEqual([0, expect.stringContaining("5 cases in 2 files: all passed")]);
  });

  it("keeps numbers as they are written: a text of digits loses no zero", async () => {
    const text = one("{ decisions: [{ strategy: wake, channel: push, text: { title: 007，好久不见 } }] }").replace(
      "{ id: anna }",
      "{ id: anna, nickname: 007 }",
    );
    expect(await outcome(text)).toBe("passes");
  });

  it("may name several times of one event", async () => {
    const text = one("{ decisions: [{ strategy: wake }] }").replace(
      "at: 8 days ago, amount: 150",
      "at: [8 days ago, 9 days ago at 12:00], amount: 50",
    );
    expect(await outcome(text)).toBe("passes");
    expect(await outcome(text.replace("amount: 50", "amount: 49"))).toContain("clause 3");
  });

  it("may hold touches of before, opt-outs, and receipts that name a touch by what it was", async () => {
    const before = "      entries: [{ kind: touch, at: 29 days ago at 10:00, strategy: wake, channel: push }]\n";
    expect(await outcome(one("{ refused: { wake: { gate: fresh, code: capped repeat } } }", before))).toBe("passes");
    const taken = before.replace(
      "push }]",
      "push }, { kind: cancel, at: 29 days ago at 11:00, of: { strategy: wake, occurrence: 2026-05-20T10:00 } }]",
    );
    expect(await outcome(one("{ decisions: [{ strategy: wake }] }", taken))).toBe("passes");
    const out = "      entries: [{ kind: opt_out, at: yesterday }]\n";
    expect(await outcome(one("{ refused: { wake: { code: opted_out } } }", out))).toBe("passes");
  });
});

describe("models in a case", () => {
  const models = `project p { time zone UTC  currency CNY }
user { id: text }
event pay { amount: CNY }
channel push { cost 0 CNY }
material m for push { en title "Hello" }
tag model churn_risk "流失概率": percent from "churn_v3" valid 7 days
value spend of users who did pay in the last 365 days {
  score m = sum of pay.amount in the last 365 days better when higher
  tier rich when m >= 1000 CNY
  otherwise common
}
strategy s { when every day at 10:00  who churn_risk is known and churn_risk > 50%  repeat always  channel push  benefit none  material m }
`;
  const scored = `at: 2026-06-18 10:00
cases:
  - name: scored a week ago
    given:
      events:
        - { event: churn_risk, at: 7 days ago, value: 60% }
        - { event: pay, at: yesterday, amount: 1000 CNY }
    expect:
      decisions: [{ strategy: s }]
      tags: { churn_risk: 60% }
      stages: { spend: rich }
  - name: the score is too old, and nobody is a payer
    given: { events: [{ event: churn_risk, at: 8 days ago, value: 60% }] }
    expect:
      refused: { s: { clause: 1 } }
      tags: { churn_risk: unknown }
      stages: { spend: none }
`;

  it("a score is an event of the model tag's name; a tier is a stage", async () => {
    const cwd = folder({ "p.touch": models, "tests/a.yaml": scored });
    expect(await run(cwd)).toMatchObject({ code: 0, stderr: "" });
  });
});
