import fc from "fast-check";
import { expect, it } from "vitest";
import { createEnvironment } from "../../src/evaluate/environment.js";
import type { Frame } from "../../src/evaluate/frame.js";
import { onlyFactsOf } from "../../src/population/read-facts.js";
import { withAnalysis } from "../../src/program/analysis.js";
import type { Program } from "../../src/program/program.js";
import { compileFolder, projectFolder } from "../strategies/planned.js";

it("whatever a stage reads, whoever the user is, is among the facts that stay for it; few others are", () => {
  const program: Program = withAnalysis(compileFolder(projectFolder("shop")));
  const read = new Set<number>();
  const number = fc.oneof(fc.constantFrom(Number.NaN, 0, 1, 2, 40), fc.integer({ min: -1, max: 30_000 }));
  for (const lifecycle of program.lifecycles.keys()) {
    const kept = onlyFactsOf(program, [{ lifecycle }]).facts;
    const stage = createEnvironment(program).stage(lifecycle);
    fc.assert(
      fc.property(fc.infiniteStream(number), (numbers) => {
        stage(watched(program, numbers, read), 0);
        for (const column of read) expect(kept[column]).toBe(program.facts[column]);
        read.clear();
      }),
    );
    expect(kept.filter(({ is }) => is !== "now").length).toBeLessThan(program.facts.length / 4);
  }
});

/** One row, of which every column says that it is read. */
function watched({ facts }: Program, numbers: Iterator<number>, read: Set<number>): Frame {
  const columns = facts.map((_, column) => {
    const value = numbers.next().value as number;
    return new Proxy([value], {
      get(row, place): unknown {
        read.add(column);
        return Reflect.get(row, place);
      },
    });
  });
  return { columns, rows: 1 };
}
