import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { FileProblem } from "../../src/host/problem.js";
import { exampleUntil } from "../../src/cli/example.js";
import { copyTemplate } from "../../src/host/template.js";

const home = mkdtempSync(join(tmpdir(), "touchline-template-"));
const shipped = new URL("../../strategies/starter/", import.meta.url);
const starter = fileURLToPath(shipped);
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("the template", () => {
  it("is copied file by file into a folder that did not exist", () => {
    const folder = join(home, "new", "project");
    const names = copyTemplate(shipped, folder, "project");
    expect(names).toEqual([
      "README.md",
      "data.yaml",
      "data/orders.csv",
      "data/users.csv",
      "models.touch",
      "schema.touch",
      "strategy.touch",
      "tests/miss_you.yaml",
      "tests/models.yaml",
    ]);
    for (const name of names) expect(readFileSync(join(folder, name))).toEqual(readFileSync(join(starter, name)));
  });

  it("is not copied over anybody's files", () => {
    const folder = mkdtempSync(join(home, "used-"));
    writeFileSync(join(folder, "data.yaml"), "mine");
    expect(() => copyTemplate(shipped, folder, "used")).toThrow(FileProblem);
    expect(readdirSync(folder)).toEqual(["data.yaml"]);
    expect(readFileSync(join(folder, "data.yaml"), "utf8")).toBe("mine");
  });

  it.each(["starter", "starter-zh"])("%s names the instant that its own commands use", (name) => {
    const commands = readFileSync(join(starter, "..", name, "README.md"), "utf8").match(/--until \S+/g);
    expect(new Set(commands)).toEqual(new Set([`--until ${exampleUntil}`]));
  });
});
