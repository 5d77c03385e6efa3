import { describe, expect, it } from "vitest";
import { testRows } from "../../src/cli/explain/tests.js";
import { explainWording } from "../../src/cli/wording/explain.js";
import type { ExplainedTest } from "../../src/decide/explanation.js";

const place = { file: "a.touch", line: 3, column: 7 };
const text = "did not pay at least 2 times ever";
const inner: ExplainedTest = { ...place, text, holds: false, op: ">=", seen: "1", needed: ">= 2", parts: [] };
const denied: ExplainedTest = { ...place, text, holds: true, op: "not", seen: null, needed: null, parts: [inner] };

describe("a test that is denied, on one line with what it denies", () => {
  it.each([
    ["en", "not at least 2"],
    ["zh", "并非至少 2"],
  ] as const)("does not claim to need what it denies, in %s", (language, needed) => {
    expect(testRows(denied, explainWording[language], "", "1  ")).toEqual([[`✓ 1  ${text}`, "1", needed, "a.touch:3"]]);
  });
});
