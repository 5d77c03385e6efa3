/** What is known and wanted of the population: it decides nothing about a user. Stored values: see `program.ts`. */
import type { Fact, SequenceStep } from "./fact.js";
import type { Num, Test, Type } from "./test.js";
import type { Length } from "./when.js";

export interface Analysis {
  readonly productStage: ProductStage | null;
  /**
   * Facts that nothing reads but what is here. A column of at least `facts.length` of the program is one of these, so that deciding
   * never waits for them. See `withAnalysis`.
   */
  readonly facts: readonly Fact[];
  /** What is fitted to the population, in order of declaration. */
  readonly fits: readonly Fit[];
  readonly metrics: readonly Metric[];
  readonly processes: readonly Process[];
  readonly expectations: readonly Expectation[];
  readonly lines: readonly Line[];
  readonly costs: Costs;
}

export type ProductStage = "cold_start" | "growth" | "mature" | "decline";

export type AimWord = "acquisition" | "activation" | "retention" | "revenue" | "referral" | "ripen" | "retain";

/** What a strategy is for. */
export interface Aim {
  readonly word: AimWord;
  /** Along which lifecycle, by place, and to which of its stages; `null` where it is not said. */
  readonly lifecycle: number | null;
  readonly stage: number | null;
}

export interface Hypothesis {
  readonly text: string;
  readonly state: "untested" | "testing" | "verified" | "rejected";
}

/** Numbers of the population that the program uses as constants, and how they are found. `calibrate` finds them. */
export type Fit = FittedPart &
  (
    | {
        readonly is: "period";
        readonly candidates: readonly Length[];
        /** Between one such event and the next lies a silence. */
        readonly event: number;
        readonly where: Test | null;
        /** Silences that reached a candidate at least so many days before the fit are looked at for so many days. */
        readonly observed: number;
        /** The rate to fall below, in millionths. */
        readonly below: number;
        readonly otherwise: Length;
      }
    | {
        readonly is: "share";
        readonly who: Test;
        readonly among: Test | null;
        /** In millionths. */
        readonly otherwise: number;
      }
    | {
        readonly is: "value";
        /** The lifecycle that its tiers are, by place; whom it is about stands there. */
        readonly lifecycle: number;
        readonly scores: readonly Score[];
        /** Where `high` begins; `null` if no tier asks for it. */
        readonly split: "average" | "median" | null;
        /** Tiers by share, in order: `share` of the members, counted from the best, in millionths and cumulative. */
        readonly quantiles: readonly { readonly stage: number; readonly score: number; readonly share: number }[];
      }
    | {
        readonly is: "groups";
        readonly lifecycle: number;
        readonly scores: readonly Score[];
        readonly groups: number;
        readonly salt: string;
      }
  );

interface FittedPart {
  readonly id: string;
  readonly label: string | null;
  /** After so long it is to be fitted again; `null`: never. */
  readonly refresh: Length | null;
  /** What is fitted, as a hash: a calibration of another definition does not count. */
  readonly definition: string;
  /** `null` while there is no calibration for it. */
  readonly fitted: Fitted | null;
}

export interface Score {
  readonly id: string;
  readonly label: string | null;
  readonly value: Num;
  readonly type: Type;
  readonly better: "lower" | "higher" | null;
}

/** What was found, when and from how many users. */
export interface Fitted {
  /** The instant up to which the data was looked at. */
  readonly until: number;
  /** Users, or silences, that it was found from. */
  readonly sample: number;
  readonly found: Found;
}

export type Found =
  | { readonly is: "period"; readonly length: Length }
  | { readonly is: "share"; readonly share: number }
  /** `high` begins at these, by score; each tier by share at these, by stage. Stored units of the score's type. */
  | {
      readonly is: "value";
      readonly cuts: Readonly<Record<string, number>>;
      readonly tiers: Readonly<Record<string, number>>;
    }
  /** Per group a coordinate per score, in units of the spread, in millionths; the spread in stored units of the score, in millionths. */
  | {
      readonly is: "groups";
      readonly spread: readonly number[];
      readonly centroids: readonly (readonly number[])[];
    };

export interface Metric {
  readonly id: string;
  readonly label: string | null;
  readonly northStar: boolean;
  readonly better: "lower" | "higher";
  /** Of its value: a ratio for shares. */
  readonly type: Type;
  /** Whom it is about; `null`: everybody. */
  readonly among: Test | null;
  readonly of: MetricOf;
  /** Stored values of `type`, the nearest level first. */
  readonly scale: readonly number[];
  readonly target: number | null;
  readonly said: number;
}

export type MetricOf =
  /** How many of those it is about pass; as a share of them. */
  | { readonly is: "share" | "count"; readonly who: Test }
  /**
   * Over those it is about whose value is known: the total; the total by user; the median. The time between two events is a span in
   * milliseconds, or, where the levels are days, a period of whole local dates; unknown unless the second event is the later one.
   */
  | { readonly is: "total" | "perUser" | "median"; readonly value: Num }
  /** One total over the other; unknown if that is 0. */
  | { readonly is: "ratio"; readonly value: Num; readonly over: Num };

/** A declared way of users, step after step. */
export interface Process {
  readonly id: string;
  readonly label: string | null;
  /** As in a sequence; none has `no`. */
  readonly steps: readonly (SequenceStep & { readonly id: string; readonly label: string | null })[];
}

/** What whoever has a tag is expected to do. */
export interface Expectation {
  readonly role: number;
  readonly label: string | null;
  /** Whether it was done on the last whole dates: yesterday, the seven up to it, or those of a month up to it. */
  readonly met: Test;
  readonly each: "day" | "week" | "month";
  readonly said: number;
}

/** A line of business. */
export interface Line {
  readonly id: string;
  readonly label: string | null;
  /** By place among the program's lifecycles; so are values. */
  readonly lifecycles: readonly number[];
  readonly values: readonly number[];
  /** `into`: the metric that it is a part of, by place. */
  readonly metrics: readonly { readonly metric: number; readonly into: number | null }[];
}

/** Money in 1/10,000 of a minor unit. */
export interface Costs {
  /** By source; what is not listed costs `otherwise`. `null`: not said. */
  readonly acquisition: {
    readonly sources: readonly { readonly source: string; readonly cost: number }[];
    readonly otherwise: number | null;
  } | null;
  readonly upkeep: { readonly cost: number; readonly per: "day" | "week" | "month" } | null;
  /** What is left of sales, in millionths. */
  readonly margin: number | null;
}

/** Reaching a goal: an event, or coming to be in a stage or to have a tag, of which events and what never changes can tell. */
export type GoalOf =
  | { readonly is: "did"; readonly event: number; readonly where: Test | null }
  | { readonly is: "enters"; readonly state: Test };

export const noAnalysis: Analysis = {
  productStage: null,
  facts: [],
  fits: [],
  metrics: [],
  processes: [],
  expectations: [],
  lines: [],
  costs: { acquisition: null, upkeep: null, margin: null },
};

/** The program with a column for every fact of its analysis, for what looks at populations. */
export function withAnalysis<P extends { readonly facts: readonly Fact[]; readonly analysis: Analysis }>(
  program: P,
): P {
  return { ...program, facts: [...program.facts, ...program.analysis.facts] };
}
