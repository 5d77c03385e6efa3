import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { touchline } from "./capture.js";
import { project } from "./project.js";

const rule = (json: unknown): string => JSON.stringify(json);

describe("touchline import --from json-logic", () => {
  it("prints a rule as a `who`, in the one layout of the language", async () => {
    const cwd = project({
      "rule.json": rule({
        and: [{ "==": [{ var: "user.city" }, "beijing"] }, { ">=": [{ var: "count_of_pay_ever" }, 2] }],
      }),
    });
    const { code, stdout, stderr } = await touchline(["import", "rule.json", "--from", "json-logic"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe("who user.city is known\n  and user.city is beijing\n  and count of pay ever >= 2\n");
  });

  it("reads what export wrote: the clauses come back", async () => {
    const cwd = project();
    await touchline(["export", "--to", "json-logic", "--out", "rules.json"], { cwd });
    const { code, stdout } = await touchline(["import", "rules.json", "--from", "json-logic"], { cwd });
    expect([code, stdout]).toEqual([
      0,
      "// wake\nwho count of pay ever >= 1\n  and count of pay for 7 days is 0\n  and sum of pay.amount in the last 90 days >= 100 CNY\n",
    ]);
  });

  it("refuses aloud, with the phrase, its place and the reason", async () => {
    const cwd = project({ "rule.json": rule({ and: [{ "==": [{ var: "nickname" }, 7] }, true] }) });
    const { code, stdout, stderr } = await touchline(["import", "rule.json", "--from", "json-logic"], { cwd });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      'error: `{"==":[{"var":"nickname"},7]}` sets a text against a number; JSON Logic converts silently, the language never\n' +
        "  --> and[0]\n" +
        'fix: Write both sides as the same kind of value, such as 18 instead of "18".\n',
    );
    const json = await touchline(["import", "rule.json", "--from", "json-logic", "--format", "json", "--lang", "zh"], {
      cwd,
    });
    expect(JSON.parse(json.stdout)).toEqual({
      format_version: 1,
      ok: false,
      rules: [],
      problems: [
        {
          code: "logic-kinds",
          path: "and[0]",
          message: expect.stringContaining("拿文本和数字相比"),
          fix: expect.stringContaining("同一种值"),
        },
      ],
    });
  });
});

describe("touchline import --from tree", () => {
  const tree = (declaration: unknown): string =>
    rule({ touchline: "tree", format_version: 1, files: [{ file: "a.touch", declarations: [declaration] }] });

  it("prints one file", async () => {
    const cwd = folder({
      "t.json": tree({ is: "channel", name: "push", cost: { is: "quantity", amount: "0", unit: "CNY" } }),
    });
    const { code, stdout } = await touchline(["import", "t.json", "--from", "tree"], { cwd });
    expect([code, stdout]).toEqual([0, "channel push {\n  cost 0 CNY\n}\n"]);
  });

  it("tells what is wrong with a document: where, why, and what to do", async () => {
    const cwd = folder({ "t.json": tree({ is: "chanel", name: "push" }) });
    const { code, stdout, stderr } = await touchline(["import", "t.json", "--from", "tree"], { cwd });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain('error: `files[0].declarations[0].is` is "chanel", which is none of its values\n');
    expect(stderr).toContain("fix: Did you mean `channel`? ");
  });

  it.each([
    ["not JSON", "{", "the file is not JSON"],
    ["no tree", "[]", "this is no tree of strategy files"],
    ["of a later version", '{"touchline":"tree","format_version":2}', "format version 2"],
  ])("refuses a file that is %s", async (_, text, said) => {
    const { code, stderr } = await touchline(["import", "t.json", "--from", "tree"], {
      cwd: folder({ "t.json": text }),
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  });

  it("never writes outside the folder, nor into one that holds files", async () => {
    const outside = rule({ touchline: "tree", format_version: 1, files: [{ file: "../x.touch", declarations: [] }] });
    const cwd = folder({ "t.json": outside, "in/use.txt": "mine" });
    const { code, stderr } = await touchline(["import", "t.json", "--from", "tree", "--out", "new"], { cwd });
    expect([code, stderr]).toEqual([1, expect.stringContaining("no name of a strategy file")]);
    writeFileSync(join(cwd, "t.json"), outside.replace("../", ""));
    expect(await touchline(["import", "t.json", "--from", "tree", "--out", "in"], { cwd })).toMatchObject({ code: 2 });
  });

  it("says that a missing file cannot be read", async () => {
    const { code, stderr } = await touchline(["import", "no.json", "--from", "tree"], { cwd: folder({}) });
    expect([code, stderr]).toEqual([2, expect.stringContaining("`no.json` cannot be read")]);
  });
});
