/** The options of a command as commander reads them; an option that was left out is absent. */
export interface IntervalFlags {
  readonly until: string;
  readonly since?: string;
}

export interface CheckFlags {
  readonly running?: string;
  /** The id of a strategy of which an example is asked for. */
  readonly witness?: string;
  readonly format: "pretty" | "json" | "github";
}

export interface RulesFlags {
  readonly format: "pretty" | "json";
}

export interface InitFlags {
  readonly format: "pretty" | "json";
}

export interface FmtFlags {
  readonly check?: boolean;
  readonly format: "pretty" | "json";
}

export interface PlanFlags extends IntervalFlags {
  readonly strategy?: readonly string[];
  readonly user?: readonly string[];
  readonly data?: string;
  readonly entries?: string;
  readonly out?: string;
  readonly format: "pretty" | "json";
}

export interface ExplainFlags extends IntervalFlags {
  readonly user: string;
  readonly strategy: string;
  readonly data?: string;
  readonly entries?: string;
  readonly format: "pretty" | "json";
}

export interface ReadFlags {
  readonly strategy?: readonly string[];
  readonly format: "pretty" | "json";
}

export interface SampleFlags {
  readonly users: string;
  readonly days: string;
  readonly seed: string;
  readonly format: "pretty" | "json";
}

export interface BundleFlags {
  readonly out: string;
  readonly format: "pretty" | "json";
}

export interface ExportFlags {
  readonly to: "tree" | "json-logic" | "types";
  readonly strategy?: readonly string[];
  readonly out?: string;
  readonly format: "pretty" | "json";
}

export interface ImportFlags {
  readonly from: "tree" | "json-logic";
  readonly project: string;
  readonly out?: string;
  readonly format: "pretty" | "json";
}

export interface MetricsFlags extends IntervalFlags {
  readonly every?: "day" | "week" | "month";
  readonly by?: "cohort" | "source";
  readonly cohort?: string;
  readonly metric?: readonly string[];
  readonly data?: string;
  readonly page?: string;
  readonly format: "pretty" | "json";
}

export interface TestFlags {
  readonly case?: string;
  readonly coverage?: boolean;
  readonly min?: string;
  readonly format: "pretty" | "tap" | "junit" | "json";
}

export interface FunnelFlags {
  readonly until: string;
  readonly days: string;
  readonly by?: string;
  readonly data?: string;
  readonly page?: string;
  readonly format: "pretty" | "json";
}

export interface CalibrateFlags extends Pick<IntervalFlags, "until"> {
  readonly data?: string;
  readonly diff?: boolean;
  readonly format: "pretty" | "json";
}

export interface MatrixFlags extends IntervalFlags {
  readonly lifecycle?: string;
  readonly value?: string;
  readonly data?: string;
  readonly page?: string;
  readonly format: "pretty" | "json";
}

export interface CoverageFlags extends IntervalFlags {
  readonly data?: string;
  readonly entries?: string;
  readonly page?: string;
  readonly format: "pretty" | "json";
}

export interface PortraitFlags {
  readonly until: string;
  readonly of?: string;
  readonly stage?: string;
  readonly tier?: string;
  readonly top?: string;
  readonly data?: string;
  readonly page?: string;
  readonly format: "pretty" | "json";
}
