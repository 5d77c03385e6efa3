import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecideResult, type ExplainedOccurrence, loadProgram } from "../../src/index.js";
import { answered, fates, interval } from "./aftermath.js";
import { mall, person } from "./mall.js";

/** What became of each step of a strategy, by occurrence and step: as an explanation works it out anew. */
function explained(occurrences: readonly ExplainedOccurrence[]): string[] {
  return occurrences.flatMap(({ occurrence, later, ...first }) => {
    const steps = [first, ...later.filter((one) => one.is === "fallback")].filter(({ gates }) => gates.length > 0);
    const outcomes = steps.map(({ step, gates, decision, ghost }) => {
      const refusing = gates.find(({ outcome }) => outcome === "refused");
      const key = decision?.key ?? ghost?.key;
      return `${occurrence} ${step} ${refusing ? `${refusing.gate} ${refusing.code}` : key}`;
    });
    const releases = later.flatMap((one) => (one.is === "release" ? [one] : []));
    return [
      ...outcomes,
      ...releases.flatMap(({ gates, cancellation }) => {
        const refusing = gates.find(({ outcome }) => outcome === "refused");
        expect([refusing?.gate, refusing?.code]).toEqual([cancellation?.gate, cancellation?.code]);
        return refusing ? [`${cancellation?.key} ${refusing.gate} ${refusing.code}`] : [];
      }),
    ];
  });
}

/** The same, as the fold decided; whom `who` refused is only counted. */
function decided(result: DecideResult, id: string): string[] {
  const { decisions, ghosts, refusals, cancellations } = result;
  return [
    ...[...decisions, ...ghosts]
      .filter(({ strategy }) => strategy === id)
      .map(({ occurrence, step, key }) => `${occurrence} ${step} ${key}`),
    ...refusals
      .filter(({ strategy }) => strategy === id)
      .map(({ occurrence, step, gate, code }) => `${occurrence} ${step} ${gate} ${code}`),
    ...cancellations.filter(({ strategy }) => strategy === id).map(({ key, gate, code }) => `${key} ${gate} ${code}`),
  ];
}

describe("explanations", () => {
  it("come to the same verdict at every gate as the fold, for every occurrence, fallback and release", () => {
    let told = 0;
    fc.assert(
      fc.property(mall, person, fates, (declared, given, list) => {
        const program = loadProgram(declared);
        const entries = answered(program, given, list);
        const result = program.decide({ ...given, entries, ...interval });
        for (const { id } of declared.strategies) {
          const { occurrences } = program.explain({ ...given, entries, ...interval, strategy: id });
          const all = explained(occurrences);
          expect(
            all.filter((line) => !/ targeted clause_\d+$/.test(line) || /^[0-9a-f]{64} /.test(line)).sort(),
          ).toEqual(decided(result, id).sort());
          const counted = result.counts.find(({ strategy }) => strategy === id)?.gates[1]?.refused ?? {};
          const refused = all.filter((line) => / targeted clause_\d+$/.test(line) && !/^[0-9a-f]{64} /.test(line));
          expect(refused.length).toBe(Object.values(counted).reduce((sum, n) => sum + n, 0));
          told += all.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(1000);
  }, 60_000);
});
