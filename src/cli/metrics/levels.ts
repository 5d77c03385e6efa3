import { compareRationals, type Rational } from "../../evaluate/rational.js";
import type { Metric } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { MetricsWording } from "../wording/metrics.js";

/** Where a value stands on the scale of its metric, and against its target. */
export interface Standing {
  /** How many levels it has reached, counted from the nearest. */
  readonly reached: number;
  /** The first level that it has not reached, and how far that is; `null` at the top, and without a scale. */
  readonly next: Ahead | null;
  /** `null` without a target; `away` is `null` once it is reached. */
  readonly target: { readonly level: Rational; readonly away: Rational | null } | null;
}

export interface Ahead {
  readonly level: Rational;
  readonly away: Rational;
}

/** `null` for a value that is unknown. */
export function standingOf({ better, scale, target, type }: Metric, value: Rational | null): Standing | null {
  if (value === null) return null;
  const stored = (level: number): Rational => ({ n: BigInt(level), d: BigInt(storedPer(type)) });
  const away = (level: Rational): Rational | null => distance(value, level, better);
  const levels = scale.map(stored);
  const missed = levels.findIndex((level) => away(level) !== null);
  const level = levels[missed];
  const left = level && away(level);
  const wanted = target === null ? null : stored(target);
  return {
    reached: missed < 0 ? levels.length : missed,
    next: level && left ? { level, away: left } : null,
    target: wanted && { level: wanted, away: away(wanted) },
  };
}

/** How far a level lies ahead; `null` where the value is at it or better. */
function distance(value: Rational, level: Rational, better: Metric["better"]): Rational | null {
  const [from, to] = better === "higher" ? [value, level] : [level, value];
  return compareRationals(from, to) >= 0 ? null : { n: to.n * from.d - from.n * to.d, d: from.d * to.d };
}

/** The levels of a metric's scale, and its target, for a chart. */
export function levelsOf(
  { scale, target, type }: Metric,
  words: Pick<MetricsWording, "levelName" | "target">,
): { readonly name: string; readonly value: number }[] {
  const per = storedPer(type);
  const levels = scale.map((level, place) => ({ name: words.levelName(place + 1), value: level / per }));
  return target === null ? levels : [...levels, { name: words.target, value: target / per }];
}
