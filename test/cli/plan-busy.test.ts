import { readFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { busyFiles, canary, since, until } from "./busy.js";
import { type Captured, touchline, type World } from "./capture.js";

const plan = (cwd: string, more: readonly string[] = [], world: World = {}): Promise<Captured> =>
  touchline(["plan", "--since", since, "--until", until, ...more], { cwd, ...world });

const jsonOf = async (cwd: string, ...more: string[]) =>
  JSON.parse((await plan(cwd, ["--format", "json", ...more])).stdout);

/** The next day. */
const later = ["--since", until, "--until", "2026-06-20T00:00:00+08:00"];

describe("plan of a project in which every gate has something to say", () => {
  it("adds up: what each gate passed and refused, touches, and those held back", async () => {
    const document = await jsonOf(folder(busyFiles));
    for (const { funnel, touches, ghosts } of document.strategies) {
      let left = funnel[0].passed;
      for (const { passed, refused } of funnel.slice(1)) {
        const lost = Object.values(refused as Record<string, number>).reduce((sum, n) => sum + n, 0);
        expect(passed).toBe(left - lost);
        left = passed;
      }
      expect(touches + ghosts).toBe(left);
    }
  });

  it("says refusals in words, and shows who is held back in the funnel", async () => {
    const { stdout } = await plan(folder(busyFiles));
    expect(stdout).toContain("-1  the user is on the stop list\n");
    expect(stdout).toMatch(/funded +9 +-5 {2}no `off20` is left\n/);
    expect(stdout).toMatch(/touches +4 +-5 {2}held back, to compare with\n/);
    const chinese = (await plan(folder(busyFiles), ["--lang", "zh"])).stdout;
    expect(chinese).toMatch(/权益有余 +9 +-5 {2}权益 `off20` 已发完\n/);
    expect(chinese).toMatch(/触达 +4 +-5 {2}留作对照，不发送\n/);
    expect(chinese).not.toMatch(/(?:_to|_of|_user|_budget|_listed|_personal) /);
  });

  it("tests the sizes of experiments against their shares, and gives shares as parts of 1", async () => {
    const { stdout } = await plan(folder(busyFiles));
    expect(stdout).toMatch(
      /holdout from all +treated +90% .*sizes fit the shares \(sample-ratio test, p = 0\.\d{3}\)\n/,
    );
    expect(stdout).toMatch(/split gifts +满减 +40% .*too few users to test the sizes against the shares\n/);
    const { experiments } = await jsonOf(folder(busyFiles));
    for (const { arms } of experiments)
      expect(arms.reduce((sum: number, { share }: { share: number }) => sum + share, 0)).toBeCloseTo(1);
  });

  it("names what benefits cost us only where they cost us something", async () => {
    const { stdout } = await plan(folder(busyFiles));
    expect(stdout).toContain("benefits worth 80 CNY, which cost us 80 CNY if all are used\n");
    expect(stdout).toContain("benefits worth 400 points\n");
  });

  it("writes touches and ghosts as entries that the next run reads, and says how many", async () => {
    const cwd = folder(busyFiles);
    const { stdout } = await plan(cwd, ["--out", "first.jsonl"]);
    expect(stdout).toMatch(/\n\d+ touches, \d+ ghosts written to first\.jsonl\n/);
    const entries = readFileSync(join(cwd, "first.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const counts = entries.map(({ kind }) => kind);
    const [touches, ghosts] = ["touch", "ghost"].map((kind) => counts.filter((each) => each === kind).length);
    expect(stdout).toContain(`${touches} touches, ${ghosts} ghosts written`);
    const [alone, after] = [await jsonOf(cwd, ...later), await jsonOf(cwd, ...later, "--entries", "first.jsonl")];
    const wake = (document: typeof alone) => document.strategies[0].funnel[7].refused;
    expect(wake(alone)).toEqual({});
    expect(wake(after)).toHaveProperty("capped repeat");
    expect(after.entries).toBe("first.jsonl");
  });

  it("says what it does not know only where it does not know it, and always leaves a blank line before what to type next", async () => {
    const cwd = folder(busyFiles);
    await plan(cwd, ["--out", "first.jsonl"]);
    const alone = (await plan(cwd, later)).stdout;
    const after = (await plan(cwd, [...later, "--entries", "first.jsonl"])).stdout;
    expect(alone).toContain("A dry run without `--entries` does not know");
    expect(after).not.toContain("A dry run");
    expect(after).toMatch(/\n\nnext, for example: touchline explain \. .* --entries first\.jsonl\n$/);
  });

  it("cuts phrases to a narrow terminal, in both languages", async () => {
    const long = busyFiles["busy.touch"].replace(
      "who did pay ever",
      "who did pay where (amount >= 1 CNY and amount <= 100000 CNY) in the last 365 days",
    );
    const cwd = folder({ ...busyFiles, "busy.touch": long });
    for (const lang of ["en", "zh"]) {
      const { stdout } = await plan(cwd, ["--lang", lang], { terminal: true, columns: 72, env: { NO_COLOR: "1" } });
      const clauses = stdout.split("\n").filter((line) => /busy\.touch:\d+$/.test(line));
      expect(clauses.some((line) => line.includes("…"))).toBe(true);
      for (const line of clauses) expect(stringWidth(line)).toBeLessThanOrEqual(72);
    }
  });

  it("never shows personal data on the screen", async () => {
    for (const form of ["pretty", "json"])
      expect((await plan(folder(busyFiles), ["--format", form])).stdout).not.toContain(canary);
  });
});

describe("what was recorded before, where it is wrong", () => {
  const wrong = [
    `{"user":"u1","kind":"opt_out","at":"2026-06-01T00:00:00Z"}`,
    "",
    `{"user":"u2","kind":"opt_out","at":"2026-06-01T00:00:00Z"}`,
    `{"user":"u2","kind":"opt_out","at":"2026-06-01T00:00:00Z","channel":"smss"}`,
  ].join("\n");
  const commands = [["plan"], ["explain", "--user", "u2", "--strategy", "wake"]];
  const call = (command: readonly string[], cwd: string, ...more: string[]): Promise<Captured> =>
    touchline([...command, "--since", since, "--until", until, "--entries", "e.jsonl", ...more], { cwd });

  it.each(commands)("is named by file and line by %s, in words and as JSON, and ends with 1", async (...command) => {
    const cwd = folder({ ...busyFiles, "e.jsonl": wrong });
    const { code, stdout, stderr } = await call(command, cwd);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      "error: `e.jsonl:4 channel` is `smss`, which the project does not declare\nfix: Did you mean `sms`? Use one of: `push`, `sms`.\n",
    );
    const json = await call(command, cwd, "--format", "json");
    expect([json.code, json.stderr]).toEqual([1, ""]);
    expect(JSON.parse(json.stdout)).toEqual({
      format_version: 1,
      problems: [
        { path: "e.jsonl:4 channel", code: "not-a-choice", message: expect.any(String), fix: expect.any(String) },
      ],
    });
  });

  it("a line that is no entry, and a file that is not there", async () => {
    const cwd = folder({ ...busyFiles, "e.jsonl": `{"user":"u1"}\n` });
    expect((await call(["plan"], cwd)).stderr).toContain("`e.jsonl:1` is no entry of a user\n");
    const missing = await call(["plan"], folder(busyFiles));
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("`e.jsonl` cannot be read")]);
  });
});

describe("an interval beyond what a calendar knows", () => {
  const files = {
    ...busyFiles,
    "busy.touch": busyFiles["busy.touch"].replace("when every day at 10:00", "when every workday at 10:00"),
  };
  const beyond = ["--since", "2090-06-18T00:00:00Z", "--until", "2090-06-19T12:00:00Z"];

  it.each([
    ["en", "the calendar `china` knows workdays only from", "Choose an interval within these dates"],
    ["zh", "日历 `china` 的工作日只覆盖", "请把时间区间放在这个范围之内"],
  ])("is refused by plan and explain with the calendar, its dates and the fix, in %s", async (lang, cause, fix) => {
    for (const command of [["plan"], ["explain", "--user", "u9", "--strategy", "wake"]]) {
      const { code, stdout, stderr } = await touchline([...command, ...beyond, "--lang", lang], { cwd: folder(files) });
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(cause);
      expect(stderr).toContain(fix);
    }
  });

  it("has a stable form as JSON", async () => {
    const { code, stdout } = await touchline(["plan", ...beyond, "--format", "json"], { cwd: folder(files) });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      format_version: 1,
      problems: [{ path: "until", code: "beyond-horizon" }],
    });
  });
});
