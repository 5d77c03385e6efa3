import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { everyNode, read } from "./read.js";

const sample = readFileSync(new URL("./sample.touch", import.meta.url), "utf8");

describe("what the language has and this version has not", () => {
  it("of the whole sample of the language only the journey is of a later version", () => {
    const { diagnostics, said } = read(sample);
    expect(diagnostics.map(({ code }) => code)).toEqual(["not-yet"]);
    expect(said[0]).toMatch(/^not-yet: journey onboarding "新客七日" \{[^]*\}$/);
  });

  it("a later construct leaves a node in its place, and what comes after it is read", () => {
    const { file } = read("journey a { send b by push }\nalert c { }\nevent e { }");
    expect(file.declarations).toMatchObject([
      { is: "notYet", construct: "journey" },
      { is: "notYet", construct: "alert" },
      { is: "event" },
    ]);
  });

  it("a goal of the n-th event is named as a whole", () => {
    const { file, said } = read("goal twice = did 2nd pay within 30 days after 1st pay target 8%\nevent e { }");
    expect(said).toEqual(["not-yet: did 2nd pay within 30 days after 1st pay"]);
    expect(file.declarations).toMatchObject([{ is: "goal", of: null, target: { amount: "8" } }, { is: "event" }]);
  });

  it("nothing of what this version reads is a node of a later one", () => {
    const now = sample.slice(0, sample.indexOf("journey "));
    expect(everyNode(read(now).file).filter((node) => "is" in node && node.is === "notYet")).toEqual([]);
  });
});
