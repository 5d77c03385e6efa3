import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { createEnvironment } from "../../src/evaluate/environment.js";
import { literal } from "../../src/evaluate/literal.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import { surveyPopulation } from "../../src/population/survey.js";
import { withAnalysis } from "../../src/program/analysis.js";
import type { Program } from "../../src/program/program.js";
import { zone } from "../../src/calendar/zone.js";
import { folderOf, problemOf, sourceOf } from "./tiny.js";

/** Scores of a model, from tables into tags. */

const until = Date.parse("2026-06-18T12:00:00Z");

const source = `project shop { time zone Asia/Shanghai  currency CNY }
user { id: text }
event visit { page: text }
tag model risk "流失概率": percent from "churn_v3" valid 7 days
channel push { cost 0 CNY }
material hello for push { en title "Hello" }
strategy calm { when every day at 10:00  who did visit ever  repeat always  channel push  benefit none  material hello }
`;

function programOf(): Program {
  const { program, diagnostics } = compile([{ name: "shop.touch", text: source }]);
  if (!program) throw new Error(JSON.stringify(diagnostics));
  return program;
}

const mapping = `max rejected: 100%
files: { people: people.csv, scores: scores.csv }
profiles: { from: people, id: id }
events: { visit: none }
scores:
  risk: { from: scores, id: id, user: user, scored_at: at, value: churn }
`;

const scores = `id,user,at,churn
1,ada,2026-06-10T08:00:00Z,0.5
2,ada,2026-06-17T08:00:00Z,0.75
3,bo,2026-06-11T01:00:00Z,0.1
4,cy,2026-06-09T08:00:00Z,0.2
5,dee,2026-06-19T08:00:00Z,0.3
6,ada,2026-06-17T09:00:00Z,
7,nobody,2026-06-17T09:00:00Z,0.9
`;

function survey(
  text = mapping,
): Promise<{ known: Record<string, string | null>; load: Awaited<ReturnType<typeof surveyPopulation>>["load"] }> {
  const project = folderOf({ "people.csv": "id\nada\nbo\ncy\ndee\n", "scores.csv": scores });
  const program = withAnalysis(programOf());
  const tag = createEnvironment(program).tagNum(program.tags.findIndex(({ id }) => id === "risk"));
  const known: Record<string, string | null> = {};
  const data = parseDataMap({ name: "data.yaml", text });
  return surveyPopulation({ project, program, data, at: [until] }, ({ ids, frame, row }) => {
    ids.forEach((id, user) => {
      const value = tag(frame, row(user, 0));
      known[id] = value && literal(value, { is: "ratio" }, zone("Asia/Shanghai"));
    });
  }).then(({ load }) => ({ known, load }));
}

describe("the scores of a model", () => {
  it("are what the model said last, while that is valid", async () => {
    const { known } = await survey();
    expect(known).toEqual({ ada: "75%", bo: "10%", cy: null, dee: null });
  });

  it("stand in the load report by the name of their tag", async () => {
    const { load } = await survey();
    expect(sourceOf(load, "risk")).toMatchObject({
      kind: "scores",
      records: 7,
      rejectedRecords: 1,
      rejected: [{ reason: "missing_value", count: 1 }],
      notYetVisible: 1,
      withoutProfile: 1,
      used: 4,
    });
  });

  it("may be none yet", async () => {
    const { known } = await survey(mapping.replace(/risk: \{.*\}/, "risk: none"));
    expect(known).toEqual({ ada: null, bo: null, cy: null, dee: null });
  });
});

describe("what data.yaml says of scores", () => {
  it.each([
    ["a model tag without scores", mapping.replace(/scores:\n.*\n/, ""), "data-score-missing", "`risk: none`"],
    [
      "scores without a model tag",
      mapping.replace("risk:", "risc:").replace("scores:\n", "scores:\n  risk: none\n"),
      "data-score-unknown",
      "Did you mean `risk`?",
    ],
    [
      "scores among the events",
      mapping.replace("{ visit: none }", "{ visit: none, risk: none }"),
      "data-event-unknown",
      "`visit`",
    ],
    ["scores without a time", mapping.replace(" scored_at: at,", ""), "data-missing-key", "scored_at"],
    ["scores without a value", mapping.replace(", value: churn", ""), "data-missing-key", "value"],
    [
      "a key of events",
      mapping.replace("scored_at: at", "scored_at: at, occurred_at: at"),
      "data-unknown-key",
      "scored_at",
    ],
    ["a list", mapping.replace(/risk: \{.*\}/, "risk: [scores]"), "data-shape", "scored_at: scored_at"],
  ])("%s is told with its fix", async (_, text, code, fix) => {
    const problem = await problemOf(() => survey(text));
    expect(problem).toMatchObject({ code, fix: expect.stringContaining(fix) });
    expect(problem.zh).not.toBe(problem.message);
  });
});
