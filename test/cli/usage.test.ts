import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { touchline } from "./capture.js";

describe("a command called wrongly ends with 2 and says what to do", () => {
  it.each([
    [["plam"], "there is no command `plam`", "Did you mean `plan`?"],
    [["check", "--formt", "json"], "there is no option `--formt`", "Did you mean `--format`?"],
    [["check", "--format", "xml"], "cannot be `xml`", "pretty, json, github"],
    [["check", "--lang", "fr"], "cannot be `fr`", "en, zh"],
    [["check", "a", "b"], "more arguments", "--help"],
    [["plan"], "needs `--until <instant>`", "touchline plan --help"],
    [["plan", "--until"], "`--until <instant>` needs a value", "--help"],
    [["explain", "--until", "2026-06-18T12:00:00Z"], "needs `--user <id>`", "touchline explain --help"],
    [["sample"], "needs `<dir>`", "--help"],
    [["bundle"], "needs `-o, --out <file>`", "touchline bundle --help"],
  ])("touchline %j", async (argv, cause, fix) => {
    const { code, stdout, stderr } = await touchline(argv);
    expect(stdout).toBe("");
    expect(stderr).toContain(`error: `);
    expect(stderr).toContain(cause);
    expect(stderr.split("\n")[1]).toMatch(/^fix: /);
    expect(stderr).toContain(fix);
    expect(code).toBe(2);
  });

  it("in Chinese too", async () => {
    const { code, stderr } = await touchline(["plan", "--lang", "zh"]);
    expect(stderr).toBe("错误：这个命令需要 `--until <instant>`\n改法：请补上；示例见 `touchline plan --help`。\n");
    expect(code).toBe(2);
  });

  it("without a command shows the help on stderr", async () => {
    const { code, stdout, stderr } = await touchline([]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: touchline");
  });

  it("never passes control characters of an argument to the terminal", async () => {
    const { stderr } = await touchline(["check", "--\u001b[2Jx"]);
    expect(stderr).toContain("<U+001B>[2Jx");
    expect(stderr).not.toContain("\u001b");
  });
});

describe("folders and files", () => {
  it("a folder that is missing, or is a file, is told apart and ends with 2", async () => {
    const cwd = folder({ "a.touch": "" });
    const missing = await touchline(["check", "none"], { cwd });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("there is no folder `none`")]);
    const file = await touchline(["check", "a.touch"], { cwd });
    expect([file.code, file.stderr]).toEqual([2, expect.stringContaining("`a.touch` is not a folder")]);
  });
});

describe("help", () => {
  it("names every command, examples and exit codes, on stdout, and ends with 0", async () => {
    const { code, stdout, stderr } = await touchline(["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const word of [
      "init",
      "check",
      "read",
      "fmt",
      "plan",
      "explain",
      "sample",
      "bundle",
      "Exit codes",
      "$ touchline",
    ])
      expect(stdout).toContain(word);
  });

  it.each(["init", "check", "read", "fmt", "plan", "explain", "sample", "bundle"])(
    "of %s has an example in both languages",
    async (command) => {
      for (const [lang, example] of [
        ["en", /Examples?:/],
        ["zh", /示例：/],
      ] as const) {
        const { code, stdout } = await touchline([command, "--help", "--lang", lang]);
        expect(code).toBe(0);
        expect(stdout).toMatch(example);
        expect(stdout).toContain(`$ touchline ${command}`);
      }
    },
  );

  it("is the same for `help plan` and `plan --help`", async () => {
    expect((await touchline(["help", "plan"])).stdout).toBe((await touchline(["plan", "--help"])).stdout);
  });

  it("tells the version of the package", async () => {
    expect((await touchline(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** The language of the help that a command line gets. */
const usage = async (argv: readonly string[], env: Record<string, string>): Promise<string> =>
  (await touchline([...argv, "--help"], { env })).stdout.startsWith("用法") ? "zh" : "en";

describe("the language", () => {
  it.each([
    [[], {}, "en"],
    [[], { LANG: "zh_CN.UTF-8" }, "zh"],
    [[], { LANG: "zh_CN.UTF-8", LC_ALL: "en_US.UTF-8" }, "en"],
    [[], { LANG: "en_US.UTF-8", LC_MESSAGES: "zh_TW" }, "zh"],
    [[], { LANG: "zh_CN", LC_ALL: "" }, "zh"],
    [[], { LANG: "zhuang" }, "en"],
    [["--lang", "zh"], {}, "zh"],
    [["--lang=en"], { LANG: "zh_CN.UTF-8" }, "en"],
  ])("of %j with %j is %s", async (argv, env, language) => {
    expect(await usage(argv, env)).toBe(language);
  });

  it("may be given before the command as well", async () => {
    expect((await touchline(["--lang", "zh", "check", "--help"])).stdout).toMatch(/^用法/);
  });
});

describe("instants and numbers", () => {
  it.each([
    ["2026-06-18T20:00:00", "does not say in which time zone", "2026-06-18T20:00:00+08:00"],
    ["2026-06-18 20:00", "does not say in which time zone", "2026-06-18T20:00+08:00"],
    ["2026-06-18", "does not say in which time zone", "2026-06-18T00:00:00+08:00"],
    ["yesterday", "is not an instant", "2026-06-18T20:00:00+08:00"],
    ["2026-02-30T00:00:00Z", "is not an instant", "2026-06-18T20:00:00+08:00"],
  ])("--until %s is refused with a fix", async (until, cause, fix) => {
    const cwd = join(process.cwd(), "strategies/starter");
    for (const argv of [
      ["plan", "--until", until],
      ["explain", "--user", "u", "--strategy", "s", "--until", until],
    ]) {
      const { code, stderr } = await touchline(argv, { cwd });
      expect(stderr).toContain(cause);
      expect(stderr).toContain(fix);
      expect(code).toBe(2);
    }
  });

  it("an interval without an instant in it is refused", async () => {
    const cwd = join(process.cwd(), "strategies/starter");
    const argv = ["plan", "--since", "2026-06-18T12:00:00Z", "--until", "2026-06-18T20:00:00+08:00"];
    const { code, stderr } = await touchline(argv, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining("the interval is empty")]);
  });

  it.each(["0", "-1", "1.5", "many", "1e3", "499"])("sample --users %s is refused", async (users) => {
    const { code, stderr } = await touchline(["sample", "x", `--users=${users}`], { cwd: folder() });
    expect([code, stderr]).toEqual([2, expect.stringContaining("Write a whole number from 500 up")]);
  });
});
