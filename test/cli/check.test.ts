import { writeFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { project, schema, strategies } from "./project.js";

/** The strategies with one piece replaced. */
function changed(piece: string, by: string): Readonly<Record<string, string>> {
  if (!strategies.includes(piece)) throw new Error(`${piece} does not occur`);
  return { "strategies.touch": strategies.replace(piece, by) };
}

describe("touchline check", () => {
  it("says what a sound project holds and what to type next", async () => {
    const { code, stdout, stderr } = await touchline(["check"], { cwd: project() });
    expect(stdout).toBe(
      "1 strategy, 1 event, 2 channels, 2 materials in 2 files: no problems\n" +
        "next, for example: touchline plan . --until 2026-06-18T12:00:00Z\n",
    );
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("does so in Chinese", async () => {
    const { code, stdout } = await touchline(["check", "--lang", "zh"], { cwd: project() });
    expect(stdout).toContain(
      "2 个文件，1 条策略、1 种事件、2 个渠道、2 份素材：没有问题\n下一步，例如：touchline plan .",
    );
    expect(code).toBe(0);
  });

  it("names places from where the command was typed, and repeats the command", async () => {
    const cwd = project(changed("has payer", "has player"));
    const { stdout } = await touchline(["check", `${cwd}/`]);
    expect(stdout).toContain(`--> ${cwd}/strategies.touch:9:11\n`);
    expect(stdout).toContain(`then check again: touchline check ${cwd}/\n`);
  });

  it("colours on a terminal only, and not against NO_COLOR", async () => {
    const cwd = project(changed("has payer", "has player"));
    expect((await touchline(["check"], { cwd, terminal: true })).stdout).toContain("\u001b[31m");
    expect((await touchline(["check"], { cwd, terminal: true, env: { NO_COLOR: "1" } })).stdout).not.toContain(
      "\u001b",
    );
    expect((await touchline(["check"], { cwd })).stdout).not.toContain("\u001b");
  });

  it("ends with 1 and writes annotations for GitHub", async () => {
    const cwd = project(changed("has payer", "has player"));
    const { code, stdout } = await touchline(["check", "--format", "github"], { cwd });
    expect(stdout).toMatch(
      /^::error file=strategies\.touch,line=9,endLine=9,col=11,endColumn=16,title=unknown-tag::there is no tag called `player`%0A/,
    );
    expect(code).toBe(1);
  });

  describe("against the bundle that is running", () => {
    const split = (a: string, b: string): Readonly<Record<string, string>> =>
      changed(
        "benefit off20",
        `benefit off20  split salt "wake-1" { ${a} variant gift {}  ${b} variant none { none } }`,
      );

    it("refuses shares that changed in silence, and shows what to write", async () => {
      const cwd = project(split("80%", "20%"));
      expect((await touchline(["bundle", "-o", "running.json"], { cwd })).code).toBe(0);
      expect((await touchline(["check", "--running", "running.json"], { cwd })).code).toBe(0);
      writeFileSync(join(cwd, "strategies.touch"), split("50%", "50%")["strategies.touch"] as string);
      expect((await touchline(["check"], { cwd })).code).toBe(0);
      const { code, stdout } = await touchline(["check", "--running", "running.json"], { cwd });
      expect(stdout).toContain("error[split-changed]: the split `wake-1` is running");
      expect(stdout).toContain("Write `50% was 80% variant gift`, `50% was 20% variant none`");
      expect(stdout).toContain("then check again: touchline check . --running running.json\n");
      expect(code).toBe(1);
      const json = await touchline(["check", "--running", "running.json", "--format", "json"], { cwd });
      expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: "split-changed" }] });
      writeFileSync(join(cwd, "strategies.touch"), split("50% was 80%", "50% was 20%")["strategies.touch"] as string);
      expect((await touchline(["check", "--running", "running.json"], { cwd })).code).toBe(0);
    });

    it("says what is wrong with a file that is no bundle", async () => {
      const cwd = project({ "program.json": "{}" });
      const { code, stderr } = await touchline(["check", "--running", "program.json"], { cwd });
      expect(stderr).toContain("`program.json`: this is not a Touchline bundle");
      expect(code).toBe(2);
      const zh = await touchline(["check", "--running", "program.json", "--lang", "zh"], { cwd });
      expect(zh.stderr).toContain("这不是 Touchline 的 bundle");
      expect((await touchline(["check", "--running", "absent.json"], { cwd })).stderr).toContain("absent.json");
    });
  });

  it("writes JSON whose shape is stable", async () => {
    const sound = await touchline(["check", "--format", "json"], { cwd: project() });
    expect(JSON.parse(sound.stdout)).toEqual({
      format_version: 1,
      ok: true,
      counts: { files: 2, strategies: 1, events: 1, channels: 2, materials: 2 },
      diagnostics: [],
    });
    const cwd = project(changed("has payer", "has player"));
    const wrong = await touchline(["check", "--format", "json"], { cwd });
    const document = JSON.parse(wrong.stdout);
    expect(Object.keys(document)).toEqual(["format_version", "ok", "counts", "diagnostics"]);
    expect([wrong.code, document.ok, document.counts]).toEqual([1, false, null]);
    expect(document.diagnostics[0]).toMatchObject({
      code: "unknown-tag",
      severity: "error",
      file: "strategies.touch",
      line: 9,
      column: 11,
      end_line: 9,
      end_column: 17,
      suggestion: { line: 9, column: 11, end_line: 9, end_column: 17, text: "payer" },
    });
  });
});

describe("bad strategy files end with 1, and each says where, why and what to do", () => {
  const bad: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string | null>>,
    code: string,
    at: string,
    says: string,
  ])[] = [
    ["an unknown word", changed("benefit off20\n", "benefitt off20\n"), "unknown-clause", "14:3", "`benefitt`"],
    ["an unknown event", changed("did not pay for", "did not pya for"), "unknown-event", "10:17", "`pay`"],
    ["an unknown tag", changed("has payer", "has player"), "unknown-tag", "9:11", "`payer`"],
    [
      "an unknown enum value",
      changed("has payer", "did pay where category is phome ever"),
      "unknown-member",
      "9:33",
      "`phone`",
    ],
    ["an unknown channel", changed("push then sms", "pus then sms"), "unknown-channel", "13:11", "`push`"],
    ["an unknown hole", changed("{benefit.amount}", "{benefit.amout}"), "unknown-hole", "6:46", "`benefit.amount`"],
    ["another currency", changed(">= 100 CNY", ">= 100 USD"), "currency-mismatch", "11:50", "CNY"],
    ["a missing unit", changed(">= 100 CNY", ">= 100"), "needs-unit", "11:50", "`100 CNY`"],
    ["an unguarded optional", changed("has payer", 'user.nickname is "x"'), "may-be-unknown", "9:7", "if unknown"],
    ["mixed and/or", changed("has payer\n    and", "has payer\n    or"), "mixed-and-or", "9:7", "("],
    ["an unclosed block", { "strategies.touch": strategies.replace(/\}\n$/, "") }, "unclosed-block", "15:19", "`}`"],
    ["200,000 brackets", changed("has payer", "(".repeat(200_000)), "nesting-too-deep", "9:70", "64"],
    ["bidi controls", changed("has payer", "has pay\u202eer"), "bidi-control", "9:14", "U+202E"],
    ["an empty project", { "schema.touch": "", "strategies.touch": null }, "empty-project", "", "touchline init"],
    ["no file at all", { "schema.touch": null, "strategies.touch": null }, "no-strategy-files", "", "touchline init"],
    ["a file over 256 KiB", { "big.touch": " ".repeat(256 * 1024 + 1) }, "file-too-large", "", "256 KiB"],
  ];

  it.each(bad)("%s", async (_, files, diagnostic, at, says) => {
    const cwd = project(files);
    for (const [lang, fix] of [
      ["en", "fix: "],
      ["zh", "改法："],
    ] as const) {
      const { code, stdout, stderr } = await touchline(["check", "--lang", lang], { cwd });
      expect([code, stderr]).toEqual([1, ""]);
      expect(stdout).toContain(`[${diagnostic}]`);
      expect(stdout).toContain(at === "" ? "" : `--> strategies.touch:${at}\n`);
      expect(stdout).toContain(fix);
      expect(stdout).toContain(says);
      for (const line of stdout.split("\n")) {
        expect(stringWidth(line)).toBeLessThan(400);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }
    }
  });

  it("bytes that are not UTF-8", async () => {
    const gbk = Buffer.concat([Buffer.from(schema), Buffer.from([0x2f, 0x2f, 0xc1, 0xac, 0x0a])]);
    const { code, stdout } = await touchline(["check"], { cwd: project({ "schema.touch": gbk }) });
    expect([code, stdout]).toEqual([1, expect.stringContaining("error[not-utf8]")]);
    expect(stdout).toContain(`--> schema.touch:${schema.split("\n").length}:3\n`);
  });

  it("and every other command that needs the project tells the same on stderr", async () => {
    const cwd = project(changed("has payer", "has player"));
    const rest = ["--until", "2026-06-18T12:00:00Z"];
    for (const argv of [
      ["plan", ...rest],
      ["explain", "--user", "a", "--strategy", "wake", ...rest],
      ["bundle", "-o", "program.json"],
    ]) {
      const { code, stdout, stderr } = await touchline(argv, { cwd });
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("error[unknown-tag]");
    }
  });
});
