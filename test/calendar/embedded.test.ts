import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { importsOf } from "../house/structure.js";

const root = new URL("../../", import.meta.url);

/** All files that a file loads: what is imported as types only is gone by then. */
function loadedBy(entry: string): Set<string> {
  const found = new Set<string>();
  const visit = (url: URL): void => {
    if (found.has(url.href.slice(root.href.length))) return;
    found.add(url.href.slice(root.href.length));
    const code = readFileSync(url, "utf8").replace(/^(?:import|export) type [^;]*;/gm, "");
    for (const path of importsOf(code)) if (path.startsWith(".")) visit(new URL(path.replace(/\.js$/, ".ts"), url));
  };
  visit(new URL(entry, root));
  return found;
}

it("what decides carries no holidays, festivals or solar terms: the program brings the days it needs", () => {
  const calendars = ["china.ts", "china-days.ts", "festival-rule.ts", "solar-term.ts"].map(
    (file) => `src/calendar/${file}`,
  );
  const embedded = loadedBy("src/index.ts");
  expect([...calendars, "src/text/yaml.ts"].filter((file) => embedded.has(file))).toEqual([]);
  // It does carry the lunar years, for birthdays; and what compiles carries all but the reader of files.
  expect(embedded.has("src/calendar/lunar-years.ts")).toBe(true);
  const compiler = loadedBy("src/compile.ts");
  expect(calendars.filter((file) => !compiler.has(file))).toEqual([]);
});
