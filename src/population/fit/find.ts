import type { Calibration } from "../../program/calibration.js";
import { type Fit, type Found, MILLIONTHS, type Program } from "../../program/program.js";
import { type Better, averageCut, medianCut, quantileCut, shareOf, spreadOf, totalOf } from "./exact.js";
import type { Collected } from "./collect.js";
import { type Fitting, type FitProblem, LEAST_SAMPLE, type Seen } from "./fitting.js";
import { kMeans } from "./k-means.js";
import { type CurvePoint, type PeriodFit, reachedOn } from "./silences.js";

export type FitResult =
  | { readonly is: "fitting"; readonly fitting: Fitting }
  | { readonly is: "problem"; readonly problem: FitProblem };

/**
 * A period is the first candidate whose silences, at least `LEAST_SAMPLE` of them, were broken more rarely than the bound says. Longer
 * ones are reached by fewer silences, so the search ends at the first that is too thin to be judged.
 */
export function findPeriod(fit: PeriodFit, curve: readonly CurvePoint[], until: number): Fitting {
  const ascending = [...curve].sort((a, b) => reachedOn(0, a.after) - reachedOn(0, b.after));
  const judged = ascending.filter(({ silences }) => silences >= LEAST_SAMPLE);
  const found = judged.find((point) => isBelow(point, fit.below));
  const how = found ? "found" : judged.length < curve.length ? "thin" : "none";
  const length = found?.after ?? fit.otherwise;
  const sample = found?.silences ?? ascending[0]?.silences ?? 0;
  return fittingOf(fit, until, sample, { is: "period", length }, { is: "period", curve, how });
}

function isBelow({ silences, returned }: CurvePoint, below: number): boolean {
  return BigInt(returned) * BigInt(MILLIONTHS) < BigInt(below) * BigInt(silences);
}

/** What is found for a share, a value or groups from what was collected for it. */
export function findFrom(program: Program, fit: Fit, collected: Collected, until: number): FitResult {
  if (fit.is === "share" && collected.is === "share") return fitted(findShare(fit, collected, until));
  if (fit.is !== "value" && fit.is !== "groups") throw new RangeError(`nothing was collected for \`${fit.id}\``);
  if (collected.is !== "scores") throw new RangeError(`no scores were collected for \`${fit.id}\``);
  if (collected.members === 0) return { is: "problem", problem: { fit, why: "nobody" } };
  return fit.is === "value" ? fitted(findValue(program, fit, collected, until)) : findGroups(fit, collected, until);
}

function fitted(fitting: Fitting): FitResult {
  return { is: "fitting", fitting };
}

function findShare(
  fit: Extract<Fit, { is: "share" }>,
  { users, among }: Extract<Collected, { is: "share" }>,
  until: number,
): Fitting {
  const thin = among < LEAST_SAMPLE;
  const share = thin ? fit.otherwise : shareOf(users, among);
  return fittingOf(
    fit,
    until,
    among,
    { is: "share", share },
    { is: "share", users, among, how: thin ? "thin" : "found" },
  );
}

type Scores = Extract<Collected, { is: "scores" }>;

function findValue(program: Program, fit: Extract<Fit, { is: "value" }>, scores: Scores, until: number): Fitting {
  const { columns, members } = scores;
  const totals = columns.map(totalOf);
  const cutOf = (better: Better, score: number): number =>
    fit.split === "average"
      ? Number(averageCut(totals[score] as bigint, members, better))
      : medianCut(columns[score] as Float64Array, better);
  const cuts = fit.scores.flatMap(({ id, better }, score): [string, number][] =>
    fit.split === null || better === null ? [] : [[id, cutOf(better, score)]],
  );
  const tiers = fit.quantiles.map(({ stage, score, share }): [string, number] => [
    program.lifecycles[fit.lifecycle]?.stages[stage]?.id ?? "",
    quantileCut(columns[score] as Float64Array, share, fit.scores[score]?.better ?? "higher"),
  ]);
  const result: Found = { is: "value", cuts: Object.fromEntries(cuts), tiers: Object.fromEntries(tiers) };
  return fittingOf(fit, until, members, result, { is: "value", members, totals });
}

function findGroups(fit: Extract<Fit, { is: "groups" }>, { columns, members }: Scores, until: number): FitResult {
  const spread = columns.map((column) => spreadOf(column, members));
  const points = columns.map((column, score) => {
    const by = spread[score] as number;
    return column.map((value) => (value * MILLIONTHS) / by);
  });
  const { centroids, sizes } = kMeans(points, members, fit.groups, fit.salt);
  const filled = sizes.filter((size) => size > 0).length;
  if (filled < fit.groups)
    return { is: "problem", problem: { fit, why: "groups", asked: fit.groups, found: filled, members } };
  const frozen = centroids.map((centroid) => centroid.map((value) => Math.round(value * MILLIONTHS)));
  const result: Found = { is: "groups", spread, centroids: frozen };
  const seen = { is: "groups" as const, members, totals: columns.map(totalOf) };
  return fitted(fittingOf(fit, until, members, result, seen));
}

function fittingOf(fit: Fit, until: number, sample: number, result: Found, seen: Seen): Fitting {
  const { id, definition } = fit;
  const calibration: Calibration = { id, definition, until, sample, found: result };
  return { fit, calibration, seen };
}
