import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coverageOf, isCovered } from "../../src/cli/test/coverage.js";
import { runCases } from "../../src/cli/test/run.js";
import { compile } from "../../src/compile.js";
import { nothingCommon, readScenarios } from "../../src/host/scenario/file.js";
import { touchline } from "./capture.js";
import { changed, tested, without } from "./test-project.js";

const run = (cwd: string, ...more: string[]) => touchline(["test", ...more], { cwd });

describe("touchline test --coverage", () => {
  it("counts the clauses of strategies and of the tags that they name", async () => {
    // Three of `wake`, one of `payer`.
    const { code, stdout } = await run(tested(), "--min", "100");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\nclauses: 4 of 4 are covered \(100%\)\n$/)]);
  });

  it("names what is not covered, with its place, and ends with 1 below the share that is asked for", async () => {
    const fewer = without("paid six days ago");
    const { code, stdout } = await run(tested({ "wake.yaml": fewer }), "--min", "100");
    expect(code).toBe(1);
    expect(stdout.split("\n\n").slice(2).join("\n\n")).toBe(
      [
        "clauses: 3 of 4 are covered (75%), fewer than the 100% asked for",
        "                               holds  fails  decisive  source",
        "  wake 唤醒: 2 of 3 clauses",
        "    2  did not pay for 7 days  ✓      ✗      ✓         strategies.touch:10",
        "",
        "A clause is covered by a case in which it holds, one in which it fails, and one that would come out otherwise if it said the opposite.",
        "",
      ].join("\n"),
    );
    expect((await run(tested({ "wake.yaml": fewer }), "--min", "75")).code).toBe(0);
    expect((await run(tested({ "wake.yaml": fewer }), "--coverage")).code).toBe(0);
  });

  it("a case that fails covers nothing", async () => {
    const wrong = changed("channel: push, benefit", "channel: sms, benefit");
    const { stdout } = await run(tested({ "wake.yaml": wrong }), "--coverage", "--format", "json");
    const { owners } = JSON.parse(stdout).coverage;
    // Only the case that fails saw all three of them hold together.
    expect(owners[0].clauses.map((clause: { holds: boolean }) => clause.holds)).toEqual([true, true, true]);
    expect(owners[0].clauses.map((clause: { decisive: boolean }) => clause.decisive)).toEqual([true, true, true]);
    const only = await run(tested({ "wake.yaml": wrong }), "--coverage", "--case", "silence", "--format", "json");
    expect(JSON.parse(only.stdout).coverage).toMatchObject({ wanted: 4, covered: 0 });
  });

  it("takes shares from 0 to 100", async () => {
    for (const share of ["101", "-1", "many", "99.5"]) {
      const { code, stderr } = await run(tested(), "--min", share);
      expect([code, stderr]).toEqual([2, expect.stringContaining("a share in percent")]);
    }
  });

  it("speaks Chinese", async () => {
    const { stdout } = await run(tested(), "--coverage", "--lang", "zh");
    expect(stdout).toMatch(/\n条件：共 4 条，已检验 4 条（100%）\n$/);
  });
});

/** A strategy with the `who` given, and one without; everybody who is asked about is called `a`. */
const projectOf = (who: string): string => `project p { time zone UTC  currency CNY }
user { id: text  x: integer  y: integer }
channel push { cost 0 CNY }
material m for push { en title "Hello" }
tag fact big = user.x >= 10 and user.y >= 10
lifecycle age { stage old when user.x > 50  otherwise young }
strategy s { when every day at 10:00  who ${who}  repeat always  channel push  benefit none  material m }
strategy all { when every day at 10:00  repeat always  channel push  benefit none  material m }
`;

/** Cases by the user's `x` and `y`, and what is expected. */
type Row = readonly [x: number, y: number, expectation: string];

function covered(who: string, rows: readonly Row[]): string[] {
  const { program, diagnostics } = compile([{ name: "p.touch", text: projectOf(who) }]);
  if (!program) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  const cases = rows.map(([x, y, expected], n) => {
    return `  - { name: n${n}, given: { user: { id: a, x: ${x}, y: ${y} } }, expect: ${expected} }`;
  });
  const source = { name: "tests/a.yaml", text: `at: 2026-06-18 10:00\ncases:\n${cases.join("\n")}\n` };
  const { scenarios } = readScenarios(source, program, nothingCommon);
  const ran = runCases(program, { files: [{ name: source.name, scenarios }], sources: [source] });
  expect(ran.files.flatMap((file) => file.cases.flatMap(({ mismatches }) => mismatches))).toEqual([]);
  return coverageOf(program, ran.passing).owners.map(({ id, named, clauses }) => {
    const marks = clauses.map((clause) => {
      const { holds, fails, decisive } = clause;
      return isCovered(clause) ? "covered" : `${holds ? "T" : "-"}${fails ? "F" : "-"}${decisive ? "D" : "-"}`;
    });
    return `${id}: ${clauses.length === 0 ? (named ? "named" : "unnamed") : marks.join(" ")}`;
  });
}

const touched = "{ decisions: [{ strategy: s }] }";
const refused = "{ refused: { s: {} } }";
const nobody = "{ none: [s] }";

describe("what covers a clause", () => {
  it("a touch alone shows that its clauses matter, but not that they can fail", () => {
    expect(covered("user.x > 1 and user.y > 1", [[2, 2, touched]])).toEqual([
      "s: T-D T-D",
      "all: unnamed",
      "big: --- ---",
      "age.old: ---",
    ]);
  });

  it("a clause that fails beside another that fails, too, is seen but decides nothing", () => {
    expect(covered("user.x > 1 and user.y > 1", [[0, 0, nobody]])[0]).toBe("s: -F- -F-");
    expect(covered("user.x > 1 and user.y > 1", [[0, 2, nobody]])[0]).toBe("s: -FD T--");
  });

  it("which clause refuses matters only to a case that says so", () => {
    const both: Row = [0, 0, "{ refused: { s: { clause: 1 } } }"];
    // Turned round, the first holds, and the second refuses.
    expect(covered("user.x > 1 and user.y > 1", [both])[0]).toBe("s: -FD -F-");
    expect(covered("user.x > 1 and user.y > 1", [[0, 0, refused]])[0]).toBe("s: -F- -F-");
  });

  it("a case that does not speak of a strategy covers nothing of it", () => {
    const other: Row = [2, 2, "{ decisions: [{ strategy: all }] }"];
    expect(covered("user.x > 1", [other]).slice(0, 2)).toEqual(["s: ---", "all: named"]);
  });

  it("a tag and a stage are covered by cases about them, or about a strategy that names them", () => {
    const rows: Row[] = [
      [10, 10, "{ tags: { big: true } }"],
      [10, 9, "{ tags: { big: false } }"],
      [9, 10, "{ tags: { big: false } }"],
    ];
    expect(covered("user.x > 1", rows)[2]).toBe("big: covered covered");
    const asked = rows.map(([x, y, said]): Row => [x, y, said.includes("true") ? touched : nobody]);
    expect(covered("has big", asked)).toEqual(["s: covered", "all: unnamed", "big: covered covered", "age.old: ---"]);
    const ages: Row[] = [
      [51, 0, touched],
      [50, 0, refused],
    ];
    expect(covered("age is old", ages)[3]).toBe("age.old: covered");
    expect(
      covered("user.x > 1", [
        [51, 0, "{ stages: { age: old } }"],
        [50, 0, "{ stages: { age: young } }"],
      ])[3],
    ).toBe("age.old: covered");
  });
});

describe("strategies/shop", () => {
  it("has a case for every clause, and every strategy, and all of them pass, in both languages", async () => {
    const cwd = join(import.meta.dirname, "../..");
    const { code, stdout } = await run(cwd, "strategies/shop", "--min", "100", "--lang", "zh");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/已检验 (\d+) 条（100%）\n$/)]);
    expect(stdout).not.toContain("✗");
  });
});
