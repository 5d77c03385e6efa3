import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import { exportLogic } from "../../src/interop/logic/export.js";
import { logicDocument } from "../../src/interop/logic/document.js";
import { importLogic } from "../../src/interop/logic/import/import.js";

const root = new URL("../../strategies/", import.meta.url);
const projects = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(projects.map(({ name }) => name))("strategies/%s", (name) => {
  const home = new URL(`${name}/`, root);
  const sources = readdirSync(home)
    .filter((file) => file.endsWith(".touch"))
    .map((file) => ({ name: file, text: readFileSync(new URL(file, home), "utf8") }));
  const { program } = compile(sources);
  if (program === null) throw new Error(`strategies/${name} does not compile`);
  const exported = exportLogic(program);

  it("can be said in JSON Logic, but for what is only known at the moment, and that is refused by its phrase", () => {
    const beyond = exported.refused.map(({ strategy, why }) => [strategy, why.is]);
    // What a strategy has done to the user, and the event that started it, are no facts about the user.
    expect(new Set(beyond.map(([, why]) => why))).toEqual(new Set(name === "shop" ? ["elsewhere"] : []));
    const refused = new Set(beyond.map(([strategy]) => strategy));
    const rest = program.strategies.map(({ id }) => id).filter((id) => !refused.has(id));
    expect(exported.strategies.map(({ id }) => id)).toEqual(rest);
    expect(exported.refused.every(({ phrase }) => /\bevent\.|\bhas \w/.test(phrase))).toBe(true);
  });

  it("comes back from JSON Logic as clauses that the checker accepts, but for what is no value of the language", () => {
    const document = logicDocument(program, exported, () => ({ en: "", zh: "" }));
    const { rules, problems } = importLogic(JSON.parse(JSON.stringify(document)), program);
    // Now, the date of an event, a sign, and a number by cases.
    const codes = new Set(problems.map(({ code }) => code));
    expect([...codes].filter((code) => code !== "logic-unknown-name" && code !== "logic-choice")).toEqual([]);
    expect(rules.length).toBeGreaterThanOrEqual(Math.floor(program.strategies.length / 2));
    const tags = rules.flatMap(({ who }, n) => (who === null ? [] : [`tag fact back_${n} = ${who}`]));
    const again = compile([...sources, { name: "back.touch", text: tags.join("\n") }]);
    expect(again.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
