import { expect, it } from "vitest";
import { type Outcome, outcomeOf, type SuiteCase, suiteCases } from "./suites.js";

const cases = suiteCases();
if (cases === null)
  console.warn("SKIPPED: the public JSON Logic suites are not beside the repository (../shared/data/jsonlogic)");

it.skipIf(cases === null)("the public JSON Logic suites agree wherever a rule can be said", () => {
  const all = (cases ?? []).map((each): readonly [SuiteCase, Outcome] => [each, outcomeOf(each)]);
  const of = (is: Outcome["is"]) => all.filter(([, outcome]) => outcome.is === is);
  const yesNo = of("agrees").filter(([, outcome]) => outcome.is !== "refused" && outcome.yesNo);
  const everybody = of("agrees").filter(([, outcome]) => outcome.is !== "refused" && outcome.who === null);
  const reasons = new Map<string, number>();
  for (const [, outcome] of all)
    if (outcome.is === "refused") reasons.set(outcome.why, (reasons.get(outcome.why) ?? 0) + 1);
  const table = [...reasons]
    .sort(([, a], [, b]) => b - a)
    .map(([why, count]) => `${String(count).padStart(5)}  ${why}`);
  console.log(
    [
      `JSON Logic suites: ${all.length} cases, ${of("agrees").length + of("differs").length} can be said,`,
      `${of("agrees").length} agree (${yesNo.length} of them answer yes or no, ${everybody.length} hold for everybody as they stand), ${of("differs").length} differ; refused:`,
      ...table,
      ...of("differs").map(([each, outcome]) => `DIFFERS ${JSON.stringify(each)} ${JSON.stringify(outcome)}`),
    ].join("\n"),
  );
  expect(of("differs")).toEqual([]);
  expect(reasons.get("WRONGLY never")).toBeUndefined();
  expect(of("agrees").length).toBeGreaterThan(150);
});
