import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { beside } from "../../src/cli/rule/beside.js";
import type { RulePage } from "../../src/cli/rule/page.js";
import { rulePages } from "../../src/cli/rule/pages.js";
import { wrapped } from "../../src/cli/rule/wrapped.js";
import { compile } from "../../src/compile.js";
import { proofsEn } from "../../src/diagnostic/check/proofs.js";
import { cellWidth } from "../../src/text/width.js";
import { touchline } from "./capture.js";
import { project, strategies } from "./project.js";

const saidOf = (text: string): string[] =>
  compile([beside, { name: "example.touch", text }]).diagnostics.map(({ code }) => code);

const textsOf = (page: RulePage): string[] => [page.claim, page.shown, page.unseen].flatMap(({ en, zh }) => [en, zh]);

describe("the rules that need no data", () => {
  it("have a page each", () => {
    // That a `who` is too large to look through is no claim about it.
    const claims = Object.keys(proofsEn).filter((code) => code !== "who-unproved");
    const proved = [...claims, "lifecycle-needs-otherwise", "split-sum"];
    expect(rulePages.map(({ code }) => code).toSorted()).toEqual(proved.toSorted());
    const files = readdirSync(new URL("../../src/cli/rule", import.meta.url));
    for (const { code } of rulePages) expect(files).toContain(`${code}.ts`);
  });

  it.each(rulePages.map((page) => [page.code, page] as const))(
    "%s is all that is said of its example, and nothing of the mended one",
    (code, { wrong, mended }) => {
      expect(saidOf(wrong)).toEqual([code]);
      expect(saidOf(mended)).toEqual([]);
    },
  );

  it("are written in lines that fit, with nothing lost", () => {
    for (const text of rulePages.flatMap(textsOf)) {
      const lines = wrapped(text, 60);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      expect(lines.filter((line) => cellWidth(line) > 60)).toEqual([]);
      expect(lines.filter((line) => "，。；：、”）".includes(line.charAt(0)))).toEqual([]);
    }
  });
});

describe("touchline rules", () => {
  it("lists them with the command that tells more", async () => {
    const { code, stdout } = await touchline(["rules"]);
    expect(code).toBe(0);
    expect(
      stdout
        .split("\n")
        .slice(2, 2 + rulePages.length)
        .map((line) => line.trim().split(" ")[0]),
    ).toEqual(rulePages.map((page) => page.code));
    expect(stdout).toContain("  idle-part                  warning  a part of this `who` adds nothing\n");
    expect(stdout).toContain("next, for example: touchline rules dead-who\n");
  });

  it("shows one in Chinese: the example, what check says of it, and the mended text", async () => {
    const { stdout } = await touchline(["rules", "never-sent", "--lang", "zh"]);
    expect(stdout).toContain("never-sent（错误）  发送时段和免打扰时段一条也不放行\n");
    expect(stdout).toContain("  错误[never-sent]：永远发不出去：07:30 开始的触达不在发送时段内，而发送时段规定跳过\n");
    expect(stdout).toContain("    --> example.touch:7:8\n");
    expect(stdout.indexOf("else skip")).toBeLessThan(stdout.indexOf("else delay\n  }"));
  });

  it("gives the same to programs", async () => {
    const { stdout } = await touchline(["rules", "own-tag", "--format", "json"]);
    const page = rulePages.find(({ code }) => code === "own-tag");
    const { wrong, mended } = page ?? {};
    expect(JSON.parse(stdout)).toMatchObject({
      format_version: 1,
      rules: [{ code: "own-tag", severity: "error", claim: page?.claim.en, wrong, mended }],
    });
    const { rules } = JSON.parse((await touchline(["rules", "--format", "json"])).stdout) as { rules: unknown[] };
    expect(rules).toHaveLength(rulePages.length);
  });

  it("names the one that was meant", async () => {
    const { code, stderr } = await touchline(["rules", "dead-hwo"]);
    expect(code).toBe(2);
    expect(stderr).toContain("there is no rule `dead-hwo`");
    expect(stderr).toContain("dead-who");
  });

  it("are pointed at by check, where one of them is broken", async () => {
    const cwd = project({ "strategies.touch": strategies.replace("has payer", "has payer and not has payer") });
    const { stdout } = await touchline(["check"], { cwd });
    expect(stdout).toContain("to understand it: touchline rules dead-who\n");
    expect((await touchline(["check"], { cwd: project() })).stdout).not.toContain("touchline rules");
  });
});
