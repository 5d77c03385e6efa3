import { amountText, lengthText } from "../../host/calibration-amount.js";
import { type Fit, type Found, MILLIONTHS, type Program, type Score } from "../../program/program.js";
import { decimalText } from "../../text/decimal.js";

/** A number that was found, by the name that people know it by. */
export interface NamedNumber {
  readonly name: string;
  readonly text: string;
}

/** All numbers that were found for a fit, as the calibration file writes them; `≥` and `≤` tell on which side of a cut the better lie. */
export function numbersOf(program: Program, fit: Fit, found: Found): NamedNumber[] {
  switch (found.is) {
    case "period":
      return [{ name: fit.id, text: lengthText(found.length) }];
    case "share":
      return [{ name: fit.id, text: amountText(found.share, { is: "ratio" }) }];
    case "value":
      return fit.is === "value" ? cutsOf(program, fit, found) : [];
    case "groups":
      return fit.is === "groups" ? centresOf(program, fit, found) : [];
  }
}

type FoundOf<K extends Found["is"]> = Extract<Found, { readonly is: K }>;
type FitOf<K extends Fit["is"]> = Extract<Fit, { readonly is: K }>;

function cutsOf(program: Program, fit: FitOf<"value">, { cuts, tiers }: FoundOf<"value">): NamedNumber[] {
  const high = fit.scores.flatMap((score): NamedNumber[] =>
    Object.hasOwn(cuts, score.id) ? [{ name: `${fit.id}.${score.id}`, text: cutText(score, cuts[score.id] ?? 0) }] : [],
  );
  const shares = fit.quantiles.flatMap(({ stage, score }): NamedNumber[] => {
    const tier = program.lifecycles[fit.lifecycle]?.stages[stage]?.id ?? "";
    const by = fit.scores[score];
    return by && Object.hasOwn(tiers, tier) ? [{ name: `${fit.id}.${tier}`, text: cutText(by, tiers[tier] ?? 0) }] : [];
  });
  return [...high, ...shares];
}

/** Where the better side of a score begins. */
export function cutText({ better, type }: Score, cut: number): string {
  return `${better === "lower" ? "≤" : "≥"} ${amountText(cut, type)}`;
}

function centresOf(program: Program, fit: FitOf<"groups">, found: FoundOf<"groups">): NamedNumber[] {
  return found.centroids.map((_, place) => ({
    name: `${fit.id}.${program.lifecycles[fit.lifecycle]?.stages[place]?.id ?? place}`,
    text: fit.scores.map((score, at) => `${score.id} ${centreText(found, score, place, at)}`).join(", "),
  }));
}

/** Where a group's centre lies on a score, in the score's own unit, to whole stored units. */
export function centreText({ spread, centroids }: FoundOf<"groups">, score: Score, group: number, at: number): string {
  const millionth = BigInt(MILLIONTHS);
  const exact = BigInt(centroids[group]?.[at] ?? 0) * BigInt(spread[at] ?? 0);
  const half = (exact < 0n ? -millionth : millionth) * (millionth / 2n);
  return amountText((exact + half) / (millionth * millionth), score.type);
}

/** A count over another with two digits after the point, exactly: `32.41%`. */
export function rateText(part: number, whole: number): string {
  if (whole === 0) return "";
  return `${decimalText((BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole)), 2)}%`;
}
