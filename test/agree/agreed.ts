import { expect } from "vitest";
import { type Agreement, type Extent, judgedAlike } from "./agreement.js";

/**
 * Holds engine and reference to each other, says how much was compared, and sees to it that no construct agrees because it
 * never holds, or always: each was found true and false at least `often` times.
 */
export function agreed(extent: Extent, often: number): Agreement {
  const begun = Date.now();
  const agreement = judgedAlike(extent);
  const { pairs, programs, judgements, logic, constructs } = agreement;
  const seconds = Math.round((Date.now() - begun) / 1000);
  const truths = [...constructs].sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(
    `seed ${extent.seed}: ${pairs} pairs, ${programs} programs, ${judgements} judgements (${logic} by JSON Logic, too), ${seconds} s; true/false by construct: ` +
      truths.map(([name, counts]) => `${name} ${counts.true}/${counts.false}`).join("; "),
  );
  expect(truths.filter(([, counts]) => counts.true < often || counts.false < often)).toEqual([]);
  return agreement;
}
