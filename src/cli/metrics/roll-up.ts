import { compareRationals, type Rational } from "../../evaluate/rational.js";
import type { Program } from "../../program/program.js";

/** A metric that metrics of lines are parts of. */
export interface RollUp {
  /** Places of metrics. */
  readonly into: number;
  readonly total: Rational | null;
  readonly parts: readonly {
    readonly line: number;
    readonly metric: number;
    readonly value: Rational | null;
    /** Of the whole; `null` where either is unknown, the whole is 0, or parts of its kind do not add up. */
    readonly share: Rational | null;
  }[];
  /** What no line covers; negative where lines count the same thing twice. `null` where that is unknown. */
  readonly rest: { readonly value: Rational; readonly share: Rational | null } | null;
}

/** Lines beneath the metrics that theirs go into, in the order of the metrics. `value`: of a metric, by its place. */
export function rollUps({ analysis }: Program, value: (metric: number) => Rational | null): RollUp[] {
  return analysis.metrics.flatMap(({ of }, into) => {
    const members = analysis.lines.flatMap(({ metrics }, line) =>
      metrics.filter((each) => each.into === into).map(({ metric }) => ({ line, metric, value: value(metric) })),
    );
    if (members.length === 0) return [];
    // Shares, averages and medians of parts say nothing about the whole.
    const total = value(into);
    const adds = of.is === "total" || of.is === "count";
    const parts = members.map((part) => ({ ...part, share: adds ? shareOf(part.value, total) : null }));
    return [{ into, total, parts, rest: adds ? restOf(parts, total) : null }];
  });
}

function restOf(parts: readonly { readonly value: Rational | null }[], total: Rational | null): RollUp["rest"] {
  let rest = total;
  for (const { value } of parts)
    rest = rest && value && { n: rest.n * value.d - value.n * rest.d, d: rest.d * value.d };
  return rest && { value: rest, share: shareOf(rest, total) };
}

function shareOf(part: Rational | null, whole: Rational | null): Rational | null {
  if (part === null || whole === null || compareRationals(whole, { n: 0n, d: 1n }) <= 0) return null;
  return { n: part.n * whole.d, d: part.d * whole.n };
}
