import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { touchline } from "./capture.js";

describe("touchline init", () => {
  it("makes a project and says what to type next, in both languages", async () => {
    const cwd = folder();
    const { code, stdout } = await touchline(["init", "店"], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, "店")).sort()).toEqual([
      "README.md",
      "data",
      "data.yaml",
      "models.touch",
      "schema.touch",
      "strategy.touch",
      "tests",
    ]);
    expect(stdout).toContain(
      "next: touchline check '店'\n      touchline test '店'\n      touchline plan '店' --until 2026-06-18T12:00:00Z\n",
    );
    expect((await touchline(["init", "b", "--lang", "zh"], { cwd })).stdout).toContain("下一步：");
    expect(readFileSync(join(cwd, "店/README.md"), "utf8")).toContain("# A first project");
    expect(readFileSync(join(cwd, "b/README.md"), "utf8")).toContain("# 第一个项目");
  });

  it("explains every file that it makes", async () => {
    const { stdout } = await touchline(["init"], { cwd: folder() });
    const files = stdout.split("\n").filter((line) => line.startsWith("  "));
    expect(files.length).toBeGreaterThan(4);
    for (const line of files) expect(line).toMatch(/^ {2,}\S+ {2,}\S|^ +touchline/);
  });

  it("lists the files for a program", async () => {
    const { code, stdout } = await touchline(["init", "new", "--format", "json"], { cwd: folder() });
    const document: { files: readonly string[] } = JSON.parse(stdout);
    expect([code, document]).toEqual([0, expect.objectContaining({ format_version: 1, dir: "new" })]);
    expect(document.files).toContain("data/users.csv");
  });

  it("makes cases that pass, and that look into every clause, in both languages", async () => {
    const cwd = folder();
    for (const language of ["en", "zh"]) {
      await touchline(["init", language, "--lang", language], { cwd });
      expect(await touchline(["test", language, "--min", "100"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    }
  });

  it("overwrites nothing, and leaves nothing behind when it refuses", async () => {
    const cwd = folder({ "data.yaml": "mine" });
    const { code, stderr } = await touchline(["init"], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining("`data.yaml` already exists")]);
    expect(readdirSync(cwd)).toEqual(["data.yaml"]);
    expect(readFileSync(join(cwd, "data.yaml"), "utf8")).toBe("mine");
  });
});
