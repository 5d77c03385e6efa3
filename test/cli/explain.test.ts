import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { project, until } from "./project.js";

const explain = (user: string, ...more: string[]) =>
  touchline(["explain", "--user", user, "--strategy", "wake", "--until", until, ...more], { cwd: project() });

describe("touchline explain", () => {
  it("goes gate by gate, and within `who` clause by clause, with what was seen and needed, and where", async () => {
    const { code, stdout, stderr } = await explain("c");
    const longest = "    ✓ 3  sum of pay.amount in the last 90 days >= 100 CNY".length;
    const row = (asked: string, seen = "", needed = "", source = ""): string =>
      `  ${asked.padEnd(longest)}  ${seen.padEnd("300 CNY".length)}  ${needed.padEnd("at least 100 CNY".length)}  ${source}`.trimEnd();
    expect(stdout.split("\n")).toEqual([
      "User c, strategy wake 唤醒",
      "after 2026-06-17 12:00 up to 2026-06-18 12:00, Asia/Shanghai",
      "",
      "2026-06-18T10:00  not touched: stopped at `targeted`, clause 2",
      row("", "seen", "needed", "source"),
      row("✓ due"),
      row("✗ targeted  clause 2"),
      row("    ✓ 1  has payer", "", "", "strategies.touch:9"),
      row("         ✓ did pay ever", "1", "at least 1", "strategies.touch:1"),
      row("    ✗ 2  did not pay for 7 days", "1", "exactly 0", "strategies.touch:10"),
      row(
        "    ✓ 3  sum of pay.amount in the last 90 days >= 100 CNY",
        "300 CNY",
        "at least 100 CNY",
        "strategies.touch:11",
      ),
      "  - not reached: allowed, assigned, reachable, timely, exclusive, fresh, funded, composed",
      "",
      "A dry run without `--entries` does not know earlier touches and opt-outs: repeats and caps count only what this interval brings.",
      "",
    ]);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("shows the channels of a touch, and personal data as known only", async () => {
    const { stdout } = await explain("a");
    expect(stdout).toContain("2026-06-18T10:00  touched over push, to be sent from 2026-06-18 10:");
    expect(stdout).toMatch(/✓ push {2}reaches everybody, chosen/);
    expect(stdout).toMatch(/✓ sms {2}reaches the user/);
    expect(stdout).toMatch(/✓ user\.phone is known +known \(hidden\) +a known value +strategies\.touch:3/);
    expect(stdout).not.toContain("13800000001");
  });

  it("names the last touch where `repeat` refuses", async () => {
    const { stdout } = await explain("a", "--since", "2026-06-16T12:00:00+08:00");
    expect(stdout).toContain(
      "2026-06-18T10:00  not touched: stopped at `fresh`, touched by this strategy too recently",
    );
    expect(stdout).toContain("last touched on 2026-06-17, again from 2026-07-17");
  });

  it("speaks Chinese", async () => {
    const { stdout } = await explain("c", "--lang", "zh");
    expect(stdout).toContain("用户 c，策略 wake 唤醒\n");
    expect(stdout).toContain("2026-06-18T10:00  不触达：止步于“符合人群”，第 2 条\n");
    expect(stdout).toMatch(/✗ 2 {2}did not pay for 7 days +1 +等于 0 +strategies\.touch:10\n/);
  });

  it("says so when nothing falls due", async () => {
    const { code, stdout } = await explain("a", "--since", "2026-06-18T11:00:00+08:00");
    expect([code, stdout]).toEqual([0, expect.stringContaining("Nothing falls due in the interval")]);
  });

  it("gives the same as JSON with a stable shape, without personal data", async () => {
    const { code, stdout } = await explain("a", "--format", "json");
    const document = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(Object.keys(document)).toEqual([
      "format_version",
      "program",
      "user",
      "strategy",
      "zone",
      "since",
      "until",
      "occurrences",
    ]);
    const [occurrence] = document.occurrences;
    expect(Object.keys(occurrence)).toEqual([
      "occurrence",
      "step",
      "at",
      "gates",
      "decision",
      "ghost",
      "walks",
      "later",
    ]);
    expect(occurrence).toMatchObject({ occurrence: "2026-06-18T10:00", at: "2026-06-18T02:00:00.000Z" });
    expect(occurrence.gates).toHaveLength(10);
    expect(occurrence.gates[1].clauses[2]).toEqual({
      n: 3,
      text: "sum of pay.amount in the last 90 days >= 100 CNY",
      file: "strategies.touch",
      line: 11,
      column: 9,
      holds: true,
      op: ">=",
      seen: "150 CNY",
      needed: ">= 100 CNY",
      parts: [],
    });
    expect(Object.keys(occurrence.gates[4].channels[1])).toEqual([
      "channel",
      "opted_out",
      "consents",
      "reaches",
      "reach",
      "caps",
      "quota",
      "evidence",
    ]);
    expect(occurrence.decision).toMatchObject({ user: "a", strategy: "wake", channel: "push" });
    expect(stdout).not.toContain("13800000001");
    expect(stdout).not.toContain("Anna");
  });

  it("tells an unknown user with 1 and an unknown strategy with 2", async () => {
    const user = await explain("nobody");
    expect([user.code, user.stdout, user.stderr]).toEqual([
      1,
      "",
      expect.stringContaining("there is no user `nobody`"),
    ]);
    const argv = ["explain", "--user", "a", "--strategy", "woke", "--until", until];
    const strategy = await touchline(argv, { cwd: project() });
    expect([strategy.code, strategy.stderr]).toEqual([2, expect.stringContaining("Did you mean `wake`?")]);
  });
});
