import { describe, expect, it } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { isWanted, witnessOf } from "../../src/cli/witness/witness.js";
import { compile } from "../../src/compile.js";
import { loadProgram } from "../../src/index.js";
import type { Program } from "../../src/program/program.js";
import { touchline } from "./capture.js";
import { project, schema, strategies } from "./project.js";

function shop(): Program {
  const folder = new URL("../../strategies/shop/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".touch"));
  const { program } = compile(names.map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") })));
  if (!program) throw new Error("strategies/shop does not compile");
  return program;
}

/** A holiday, a make-up workday, a festival, a lunar date, entering and leaving a state, a stall, a sequence, a sign. */
const kinds: readonly string[] = [
  "holiday_pick",
  "makeup_coffee",
  "festival_eve",
  "lunar_birthday",
  "wake_soon",
  "lost_now",
  "cooled",
  "password_stall",
  "camera_unpaid",
  "own_year",
];

describe("an example of a user", () => {
  it("is confirmed by the evaluator whenever it is given, and is given for almost every strategy", () => {
    const program = shop();
    // One in six of them, in the order of the files, and some of every kind of `when`; all take as long as a good part of the suite.
    const ids = program.strategies.map(({ id }) => id).filter((id, place) => place % 6 === 0 || kinds.includes(id));
    for (const id of kinds) expect(ids).toContain(id);
    const given = ids.flatMap((id) => witnessOf(program, id) ?? []);
    for (const {
      strategies: [id = ""],
      ...input
    } of given)
      expect(isWanted(program, id, input), id).toBe(true);
    // None is made up for a number that was never found, a window beside a moment, and a sign.
    const none = ids.filter((id) => !given.some((witness) => witness.strategies.includes(id)));
    expect(none).toEqual(["member_week", "many_friends", "own_year"]);
  });

  it("stands between two that the evaluator tells apart: without its history it is not wanted", () => {
    const { program } = compile([
      { name: "schema.touch", text: schema },
      { name: "strategies.touch", text: strategies },
    ]);
    const witness = program && witnessOf(program, program.strategies[0]?.id ?? "");
    if (!program || !witness) throw new Error("no example");
    expect(witness.events.length).toBeGreaterThan(0);
    expect(isWanted(program, witness.strategies[0] ?? "", { ...witness, events: [] })).toBe(false);
  });
});

describe("touchline check --witness", () => {
  const id = /strategy (\S+)/.exec(strategies)?.[1] ?? "";

  it("prints it in words, with the next command", async () => {
    const { code, stdout } = await touchline(["check", "--witness", id], { cwd: project() });
    expect(stdout).toContain(`an example of a user whom \`${id}\` wants, confirmed by the evaluator:`);
    expect(stdout).toMatch(/\n {2}history\n {4}\d{4}-\d\d-\d\dT/);
    expect(stdout).toContain(`touchline read . --strategy ${id}`);
    expect(code).toBe(0);
  });

  it("does so in Chinese", async () => {
    const { stdout } = await touchline(["check", "--witness", id, "--lang", "zh"], { cwd: project() });
    expect(stdout).toContain("要找的人举例如下（已由判断引擎确认）：\n  资料\n");
  });

  it("writes what `decide` takes as JSON", async () => {
    const { stdout } = await touchline(["check", "--witness", id, "--format", "json"], { cwd: project() });
    const { format_version, witness } = JSON.parse(stdout);
    const { program } = compile([
      { name: "schema.touch", text: schema },
      { name: "strategies.touch", text: strategies },
    ]);
    if (!program) throw new Error("does not compile");
    expect(format_version).toBe(1);
    expect(loadProgram(program).decide(witness).decisions).toHaveLength(1);
  });

  it("says which strategies there are where none has the id", async () => {
    const { code, stderr } = await touchline(["check", "--witness", "nobody"], { cwd: project() });
    expect(stderr).toContain("nobody");
    expect(code).toBe(2);
  });
});
