import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, type Source } from "../../src/compile.js";
import { chance } from "./chance.js";
import { type Judged, noticed } from "./slips.js";
import type { SlipKind } from "./slip.js";

const strategies = new URL("../../strategies/", import.meta.url);
const kinds: readonly SlipKind[] = [
  "typo",
  "dropped word",
  "doubled word",
  "swapped words",
  "wrong unit",
  "dropped number",
  "dropped sign",
];
const EACH = 110;

function projectOf(name: string): Source[] {
  const folder = new URL(`${name}/`, strategies);
  const files = readdirSync(folder).filter((file) => file.endsWith(".touch"));
  return files.map((file) => ({ name: file, text: readFileSync(new URL(file, folder), "utf8") }));
}

const share = (list: readonly Judged[], counts: (one: Judged) => boolean): number =>
  list.length === 0 ? 0 : list.filter(counts).length / list.length;

describe("one slip of the pen in a sound project", () => {
  const all: Judged[] = [];

  it.each(["coffee", "shop", "starter"])("in %s is noticed", (name) => {
    const project = projectOf(name);
    expect(compile(project).diagnostics).toEqual([]);
    for (const kind of kinds) {
      const { judged, sound } = noticed(project, kind, EACH, chance(7));
      all.push(...judged);
      const [onLine, restored] = [share(judged, (one) => one.onLine), share(judged, (one) => one.restored)];
      const figures = `${judged.length} noticed, ${sound} still sound; on the line ${percent(onLine)}, mended ${percent(restored)}`;
      console.log(`${name}, ${kind}: ${figures}`);
    }
  });

  it("is pointed at in its line 95 times of 100, and a typo is mended 80 times of 100", () => {
    const typos = all.filter(({ slip }) => slip.kind === "typo");
    const figures = { onLine: share(all, (one) => one.onLine), mended: share(typos, (one) => one.restored) };
    console.log(`${all.length} slips: on the line ${percent(figures.onLine)}; typos mended ${percent(figures.mended)}`);
    expect(all.length).toBeGreaterThanOrEqual(2000);
    expect(figures.onLine).toBeGreaterThanOrEqual(0.95);
    expect(figures.mended).toBeGreaterThanOrEqual(0.8);
  });
});

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
