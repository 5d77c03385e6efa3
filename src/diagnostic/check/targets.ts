import type { Catalogue } from "../wording.js";
import type { ShownType } from "../type-words.js";
import type { Exist } from "./exist.js";

/** What a line of business consists of. */
export type LineRole = "lifecycle" | "value" | "metric";

/** What is aimed at: the product's stage, metrics, lines, expectations, costs. */
export interface TargetMessages {
  "unknown-product-stage": { readonly name: string; readonly exist: Exist };
  "unknown-hypothesis-state": { readonly name: string; readonly exist: Exist };
  /** A warning: what is only believed, or known to be wrong. */
  hypothesis: { readonly text: string; readonly state: "untested" | "rejected" };
  "aim-lifecycle": { readonly word: string; readonly name: string; readonly exist: Exist };
  "aim-off-focus": { readonly word: string; readonly stage: string; readonly focus: readonly string[] };
  "metric-value": { readonly metric: string; readonly text: string; readonly type: ShownType };
  /** `write` is the same amount in the unit of the metric. */
  "metric-level": {
    readonly metric: string;
    readonly text: string;
    readonly type: ShownType;
    readonly write: string;
  };
  "scale-order": {
    readonly metric: string;
    readonly text: string;
    readonly before: string;
    readonly better: "lower" | "higher";
  };
  "target-beyond-scale": { readonly metric: string; readonly text: string; readonly last: string };
  "second-north-star": { readonly first: string; readonly second: string };
  "rate-order": { readonly process: string; readonly from: string; readonly to: string };
  "line-part": { readonly line: string; readonly role: LineRole; readonly name: string; readonly exist: Exist };
  "line-into": {
    readonly metric: string;
    readonly type: ShownType;
    readonly into: string;
    readonly other: ShownType;
  };
  "line-circle": { readonly path: readonly string[] };
  "expect-days": { readonly least: number; readonly each: "day" | "week" | "month" };
  "unknown-per": { readonly name: string };
  "second-source": { readonly first: string; readonly second: string };
  "source-type": { readonly field: string; readonly type: ShownType };
  "cost-needs-source": { readonly source: string };
  "cost-source": { readonly source: string; readonly field: string; readonly exist: Exist };
  /** `null`: two costs for all other sources. */
  "cost-twice": { readonly source: string | null };
}

export type TargetWording = Catalogue<TargetMessages>;
