import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import jsonLogic from "json-logic-js";
import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { project, schema, strategies } from "./project.js";

describe("touchline export", () => {
  it("writes the project's tree, which import gives back as the same text", async () => {
    const cwd = project();
    await touchline(["fmt"], { cwd });
    const { code, stdout, stderr } = await touchline(["export", "--to", "tree", "--out", "tree.json"], { cwd });
    expect([code, stderr, stdout]).toEqual([0, "", "tree.json: 10 declarations of 2 files\n"]);
    const back = await touchline(["import", "tree.json", "--from", "tree", "--out", "back"], { cwd });
    expect([back.code, back.stdout]).toEqual([0, "back: 2 files (schema.touch, strategies.touch)\n"]);
    for (const name of ["schema.touch", "strategies.touch"]) {
      const plain = (text: string): string => text.replace(/\n\n/g, "\n");
      expect(plain(readFileSync(join(cwd, "back", name), "utf8"))).toBe(plain(readFileSync(join(cwd, name), "utf8")));
    }
  });

  it("tells that comments stay behind", async () => {
    const cwd = project({ "strategies.touch": `// one\n${strategies}` });
    const { stdout } = await touchline(["export", "--to", "tree", "--out", "tree.json", "--lang", "zh"], { cwd });
    expect(stdout).toBe("tree.json：2 个文件，10 条声明\n有 1 条注释没有带走：语法树只含声明\n");
  });

  it("writes each `who` as JSON Logic over named facts, and says what each fact is", async () => {
    const { code, stdout } = await touchline(["export", "--to", "json-logic"], { cwd: project() });
    const document = JSON.parse(stdout);
    expect(code).toBe(0);
    expect([Object.keys(document), document.format_version]).toEqual([
      ["touchline", "format_version", "facts", "strategies", "refused"],
      1,
    ]);
    expect(document.facts.sum_of_pay_amount_in_the_last_90_days).toEqual({
      phrase: "sum of pay.amount in the last 90 days",
      en: "the total amount of “支付” in the last 90 days (including today)",
      zh: "最近 90 天（含今天）「支付」的 amount 合计",
      type: "money",
      currency: "CNY",
      unit: "1/100 CNY",
      optional: false,
      fact: { is: "sum", event: "pay", field: "amount", window: { is: "last", unit: "day", n: 90 } },
    });
    const [wake] = document.strategies;
    expect(wake.who.map(({ phrase }: { phrase: string }) => phrase)).toEqual([
      "has payer",
      "did not pay for 7 days",
      "sum of pay.amount in the last 90 days >= 100 CNY",
    ]);
    const data = { count_of_pay_ever: 2, count_of_pay_for_7_days: 0, sum_of_pay_amount_in_the_last_90_days: 10000 };
    const holds = (row: object): boolean[] => wake.who.map(({ rule }: { rule: never }) => jsonLogic.apply(rule, row));
    expect(holds(data)).toEqual([true, true, true]);
    expect(holds({ ...data, sum_of_pay_amount_in_the_last_90_days: 9999, count_of_pay_for_7_days: 1 })).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("refuses aloud what doubles cannot decide exactly, with the phrase and its place, and ends with 1", async () => {
    const product = ["7", "8", "9"].map((days) => `sum of pay.weight for ${days} days`).join(" * ");
    const cwd = project({
      "schema.touch": schema.replace("amount: CNY", "amount: CNY  weight: number"),
      "strategies.touch": strategies.replace("has payer", `has payer and ${product} > 1.5`),
    });
    const { code, stdout, stderr } = await touchline(["export", "--to", "json-logic"], { cwd });
    const { strategies: said, refused } = JSON.parse(stdout);
    expect([code, said]).toEqual([1, []]);
    expect(refused[0]).toMatchObject({ strategy: "wake", clause: 2, why: { is: "inexact" } });
    expect(stderr).toContain("JSON Logic cannot say `sum of pay.weight for 7 days * ");
    expect(stderr).toMatch(/--> strategies\.touch:\d+ \(wake, clause 2\)/);
    const chinese = await touchline(["export", "--to", "json-logic", "--lang", "zh"], { cwd });
    expect(chinese.stderr).toContain("JSON Logic 无法精确表达");
  });

  it("writes types", async () => {
    const cwd = project();
    const { code, stdout } = await touchline(["export", "--to", "types"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('  readonly city?: "beijing" | "shanghai" | null;\n');
    expect(stdout).toContain('export type StrategyId = "wake";\n');
  });

  it("tells what is wrong with the project instead of exporting half of it", async () => {
    const cwd = project({ "strategies.touch": strategies.replace("has payer", "has player") });
    const { code, stdout, stderr } = await touchline(["export", "--to", "tree", "--out", "t.json"], { cwd });
    expect([code, stdout, existsSync(join(cwd, "t.json"))]).toEqual([1, "", false]);
    expect(stderr).toContain("error[unknown-tag]");
  });

  it("must be told what to write; a strategy is named only where rules are", async () => {
    const cwd = project();
    expect((await touchline(["export"], { cwd })).stderr).toContain("`--to <form>`");
    expect(await touchline(["export", "--to", "xml"], { cwd })).toMatchObject({ code: 2 });
    const types = await touchline(["export", "--to", "types", "--strategy", "wake"], { cwd });
    expect([types.code, types.stderr]).toEqual([2, expect.stringContaining("`--strategy` is for `--to json-logic`")]);
  });

  it("reports as JSON what it wrote", async () => {
    const cwd = project();
    const report = await touchline(["export", "--to", "json-logic", "--out", "r.json", "--format", "json"], { cwd });
    expect(JSON.parse(report.stdout)).toEqual({
      format_version: 1,
      file: "r.json",
      strategies: 1,
      facts: 3,
      refused: [],
    });
  });
});
