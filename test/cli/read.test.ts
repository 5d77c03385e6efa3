import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { project, strategies } from "./project.js";

const wakeZh = `策略「唤醒」（wake）
每天 10:00（Asia/Shanghai 时间），触达同时满足以下条件的用户：
  1. 有标签「付过款」
  2. 已满 7 天没有「支付」
  3. 最近 90 天（含今天）「支付」的 amount 合计不低于 100 元
先走「推送」，触达不了再走「短信」。
发放「满减」（满 200 元减 20 元，发放后 7 天内有效）。
素材用「hello」、「hello_sms」。
同一用户发过之后，30 天内不再发。
优先级 50（默认）。
`;

describe("touchline read", () => {
  it("says every declaration back, in the language asked for", async () => {
    const cwd = project();
    const chinese = await touchline(["read", "--lang", "zh"], { cwd });
    expect([chinese.code, chinese.stderr]).toEqual([0, ""]);
    expect(chinese.stdout.endsWith(`\n\n${wakeZh}`)).toBe(true);
    expect(chinese.stdout.split("\n\n")).toHaveLength(10);
    const english = await touchline(["read"], { cwd });
    expect(english.stdout).toContain("Tag “付过款” (payer): “支付” happened at some time.\n");
  });

  it("says only the strategies asked for", async () => {
    const cwd = project();
    const { code, stdout } = await touchline(["read", "--lang", "zh", "--strategy", "wake"], { cwd });
    expect([code, stdout]).toEqual([0, wakeZh]);
  });

  it("says the set of a strategy that belongs to one", async () => {
    const set = `
set sale "大促" {
  when once at 2026-06-18 20:00
  channel push
  benefit none
  material hello
  strategy early "早场" { priority 60 }
  strategy late "晚场" { priority 70 }
}
`;
    const cwd = project({ "strategies.touch": `${strategies}${set}` });
    const { code, stdout } = await touchline(["read", "--lang", "zh", "--strategy", "late"], { cwd });
    expect([code, stdout.split("\n")[0]]).toEqual([0, "策略组「大促」（sale）"]);
    expect(stdout).toContain("  - 策略「晚场」（late）\n    - 优先级 70\n");
  });

  it("refuses a strategy that is not there, with the one that may be meant", async () => {
    const { code, stderr } = await touchline(["read", "--strategy", "wakee"], { cwd: project() });
    expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean `wake`?")]);
  });

  it("writes JSON whose shape is stable", async () => {
    const { code, stdout } = await touchline(["read", "--format", "json", "--lang", "zh"], { cwd: project() });
    const document = JSON.parse(stdout);
    expect([code, Object.keys(document), document.format_version]).toEqual([0, ["format_version", "declarations"], 1]);
    expect(document.declarations.map(({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`)).toEqual([
      "project shop",
      "user user",
      "event pay",
      "tag payer",
      "channel push",
      "channel sms",
      "benefit off20",
      "material hello",
      "material hello_sms",
      "strategy wake",
    ]);
    expect(document.declarations.at(-1)).toEqual({
      kind: "strategy",
      id: "wake",
      label: "唤醒",
      sentence: wakeZh.trimEnd(),
    });
  });

  it("tells what is wrong instead of reading what is", async () => {
    const cwd = project({ "strategies.touch": strategies.replace("has payer", "has player") });
    const pretty = await touchline(["read"], { cwd });
    expect([pretty.code, pretty.stdout]).toEqual([1, ""]);
    expect(pretty.stderr).toContain("error[unknown-tag]");
    const json = await touchline(["read", "--format", "json"], { cwd });
    expect([json.code, JSON.parse(json.stdout).diagnostics[0].code]).toEqual([1, "unknown-tag"]);
  });

  it("stresses the heads on a terminal only", async () => {
    const cwd = project();
    expect((await touchline(["read"], { cwd, terminal: true })).stdout).toContain("\u001b[1mStrategy");
    expect((await touchline(["read"], { cwd })).stdout).not.toContain("\u001b");
  });
});
