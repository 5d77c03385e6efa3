import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { touchline } from "./capture.js";
import { project } from "./project.js";

const untidy = "channel push“推送”{ cost 0 CNY // free\n}\n";
const tidy = 'channel push "推送" {\n  cost 0 CNY // free\n}\n';
const broken = "channel push{ cost }\n";

const textOf = (cwd: string, name: string): string => readFileSync(join(cwd, name), "utf8");

describe("touchline fmt", () => {
  it("sets the files in the one layout, names those that changed, and leaves the others alone", async () => {
    const cwd = folder({ "a.touch": untidy, "deep/b.touch": tidy, "notes.txt": untidy });
    const { code, stdout, stderr } = await touchline(["fmt"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("a.touch\n1 file changed, 1 file already in shape\n");
    expect([textOf(cwd, "a.touch"), textOf(cwd, "deep/b.touch"), textOf(cwd, "notes.txt")]).toEqual([
      tidy,
      tidy,
      untidy,
    ]);
    expect(readdirSync(cwd).sort()).toEqual(["a.touch", "deep", "notes.txt"]);
    expect((await touchline(["fmt"], { cwd })).stdout).toBe("nothing to change, 2 files already in shape\n");
  });

  it("with --check changes nothing, lists what would change, says how, and ends with 1", async () => {
    const cwd = folder({ "店/a.touch": untidy });
    const { code, stdout } = await touchline(["fmt", "店", "--check"], { cwd });
    expect([code, stdout]).toEqual([1, "店/a.touch\n1 file would change\nto change them: touchline fmt '店'\n"]);
    expect(textOf(cwd, "店/a.touch")).toBe(untidy);
    await touchline(["fmt", "店"], { cwd });
    expect(await touchline(["fmt", "店", "--check"], { cwd })).toMatchObject({ code: 0 });
  });

  it("speaks Chinese", async () => {
    const cwd = folder({ "a.touch": untidy, "b.touch": tidy, "c.touch": broken });
    const check = await touchline(["fmt", "--check", "--lang", "zh"], { cwd });
    expect(check.stdout).toContain(
      "a.touch\n有 1 个文件要改，1 个文件本来就是标准格式，1 个文件有错误，先不动，改好再来\n要改的话，运行：touchline fmt .\n",
    );
    expect((await touchline(["fmt", "--lang", "zh"], { cwd })).stdout).toContain("a.touch\n改了 1 个文件，");
  });

  it("leaves a file with an error as it is, says what is wrong, and still sets the others", async () => {
    const cwd = folder({ "a.touch": untidy, "b.touch": broken, "c.touch": Buffer.from([0x2f, 0x2f, 0xc1, 0x0a]) });
    const { code, stdout } = await touchline(["fmt"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("error[expected]");
    expect(stdout).toContain("--> b.touch:1:");
    expect(stdout).toContain("error[not-utf8]");
    expect(stdout).toMatch(/\na\.touch\n1 file changed, 2 files left as they are until the errors are mended\n$/);
    expect([textOf(cwd, "a.touch"), textOf(cwd, "b.touch")]).toEqual([tidy, broken]);
  });

  it("does not touch what a later version will read", async () => {
    const later = "journey welcome { who did visit ever }\n";
    const cwd = folder({ "a.touch": later });
    const { code, stdout } = await touchline(["fmt"], { cwd });
    expect([code, stdout]).toEqual([1, expect.stringContaining("error[not-yet]")]);
    expect(textOf(cwd, "a.touch")).toBe(later);
  });

  it("minds spelling alone: names that nobody declared are for `check`", async () => {
    const cwd = folder({ "a.touch": "tag fact a=has nobody" });
    expect(await touchline(["fmt"], { cwd })).toMatchObject({ code: 0 });
    expect(textOf(cwd, "a.touch")).toBe("tag fact a = has nobody\n");
  });

  it("keeps the program, but for the places of its phrases", async () => {
    const cwd = project();
    const compiled = async (): Promise<unknown> => {
      await touchline(["bundle", "-o", "p.json"], { cwd });
      const { program } = JSON.parse(textOf(cwd, "p.json"));
      return JSON.parse(JSON.stringify(program), (key, value) => (key === "line" || key === "column" ? null : value));
    };
    const before = await compiled();
    expect((await touchline(["fmt"], { cwd })).stdout).toContain("schema.touch\nstrategies.touch\n2 files changed\n");
    expect(await compiled()).toEqual(before);
  });

  it("writes JSON whose shape is stable", async () => {
    const cwd = folder({ "a.touch": untidy, "b.touch": broken });
    const check = await touchline(["fmt", "--check", "--format", "json"], { cwd });
    expect(JSON.parse(check.stdout)).toEqual({
      format_version: 1,
      ok: false,
      written: false,
      changed: ["a.touch"],
      diagnostics: [expect.objectContaining({ code: "expected", file: "b.touch" })],
    });
    expect(check.code).toBe(1);
    const tidied = await touchline(["fmt", "--format", "json"], { cwd: folder({ "a.touch": untidy }) });
    expect([tidied.code, JSON.parse(tidied.stdout)]).toEqual([
      0,
      { format_version: 1, ok: true, written: true, changed: ["a.touch"], diagnostics: [] },
    ]);
  });

  it("an empty folder has nothing to set, which is told", async () => {
    const { code, stdout } = await touchline(["fmt"], { cwd: folder({}) });
    expect([code, stdout]).toEqual([1, expect.stringContaining("error[no-strategy-files]")]);
    expect(stdout).toMatch(/\nnothing to change\n$/);
  });
});
