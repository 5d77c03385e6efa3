/** The nodes of what is known about users at large, and of what is aimed at: models, metrics, targets. */
import type { Span } from "../text/span.js";
import type { Expr, Frequency, Path, Pattern, Point, TextLiteral, Window } from "./expression.js";
import type { Label, Member, Name, NotYet, Quantity, TypeName } from "./node.js";

/** `tag model churn_risk "流失概率": percent from "churn_v3" valid 7 days`: a score that a model gives, known while it is valid. */
export interface TagModel {
  readonly is: "tagModel";
  readonly name: Name;
  readonly label: Label | null;
  readonly type: TypeName;
  /** The model that gives the scores, with its version. */
  readonly from: TextLiteral;
  readonly valid: Quantity;
  readonly span: Span;
}

/** `measure churn_after "流失周期" = … refresh every 1 month otherwise 60 days`: a number about the population, fitted and frozen. */
export interface Measure {
  readonly is: "measure";
  readonly name: Name;
  readonly label: Label | null;
  readonly of: MeasureOf;
  /** `refresh every 1 month`. */
  readonly refresh: Quantity | null;
  /** `otherwise 60 days`: what holds until it is fitted, and where the data is too thin to fit it. */
  readonly otherwise: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export type MeasureOf =
  /** `smallest n of (7 days, 14 days) such that return rate of visit after n silence observed for 30 days < 5%`. */
  | {
      readonly is: "period";
      readonly candidates: readonly Quantity[];
      readonly pattern: Pattern;
      readonly observed: Quantity;
      readonly below: Quantity;
      readonly span: Span;
    }
  /** `share of users who did pay at least 2 times ever among users who did pay ever`. */
  | { readonly is: "share"; readonly who: Expr; readonly among: Expr | null; readonly span: Span };

/** `score r "最近" = time since last pay better when lower`. */
export interface Score {
  readonly name: Name;
  readonly label: Label | null;
  readonly value: Expr;
  /** `null` in groups, which have no better and worse. */
  readonly better: "lower" | "higher" | null;
  readonly span: Span;
}

/** `value rfm "RFM" of users who did pay in the last 365 days { … }`: tiers in order, the first that holds. */
export interface Value {
  readonly is: "value";
  readonly name: Name;
  readonly label: Label | null;
  /** Whom it is about; `null`: everybody. */
  readonly of: Expr | null;
  readonly scores: readonly Score[];
  /** `split at average`: where `high` begins; the word is `average` or `median`. */
  readonly split: Name | null;
  readonly refresh: Quantity | null;
  readonly tiers: readonly Tier[];
  readonly otherwise: Member | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export interface Tier {
  readonly name: Name;
  readonly label: Label | null;
  readonly rule: /** `tier champion when r is high and f is high`, `tier big when m >= 1000 CNY`: scores by their names. */
    | { readonly is: "when"; readonly test: Expr }
    /** `tier gold top 20% by m`, `tier silver next 30% by m`: of the users that the value is about. */
    | { readonly is: "top" | "next"; readonly share: Quantity; readonly by: Name };
  readonly span: Span;
}

/** `groups scene "场景群" of users who … { score … group early "早起" … salt "…" }`: found by k-means, with frozen centroids. */
export interface Groups {
  readonly is: "groups";
  readonly name: Name;
  readonly label: Label | null;
  readonly of: Expr | null;
  readonly scores: readonly Score[];
  /** As many as there shall be, named in the order of their centroids on the first score, highest first. */
  readonly groups: readonly Member[];
  /** Where the search begins. */
  readonly salt: TextLiteral | null;
  readonly refresh: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

/** `line registration "挂号" { lifecycle patient  value spend  metric bookings into visits }`. */
export interface Line {
  readonly is: "line";
  readonly name: Name;
  readonly label: Label | null;
  readonly lifecycles: readonly Name[];
  readonly values: readonly Name[];
  readonly metrics: readonly { readonly metrics: readonly Name[]; readonly into: Name | null; readonly span: Span }[];
  readonly later: readonly NotYet[];
  readonly span: Span;
}

/** `expect reader: read_article on at least 3 days each week`: what whoever has the tag is expected to do. */
export interface Expectation {
  readonly is: "expect";
  /** A boolean tag. */
  readonly role: Name;
  readonly label: Label | null;
  readonly pattern: Pattern;
  readonly often: Frequency;
  /** `day`, `week`, `month`: the last whole one is judged. */
  readonly each: Name;
  readonly span: Span;
}

/** `metric repurchase "复购率" north star = share of users who … scale 20%, 25%, 30%`. */
export interface Metric {
  readonly is: "metric";
  readonly name: Name;
  readonly label: Label | null;
  readonly northStar: boolean;
  readonly of: MetricOf;
  /** `among users who …`. */
  readonly among: Expr | null;
  /** `scale 20%, 25%, 30%`: the levels to reach, one after the other. */
  readonly scale: readonly Quantity[];
  readonly target: Quantity | null;
  /** `better when lower`; otherwise higher is. */
  readonly better: "lower" | "higher" | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export type MetricOf =
  /** `share of users who …`. */
  | { readonly is: "share"; readonly who: Expr; readonly span: Span }
  /** `total of sum of pay.amount in the last 30 days`: over all users. */
  | { readonly is: "total"; readonly value: Expr; readonly span: Span }
  /** `sum of pay.amount in the last 30 days per user`. */
  | { readonly is: "perUser"; readonly value: Expr; readonly span: Span }
  /** `total of … over total of …`. */
  | { readonly is: "ratio"; readonly value: Expr; readonly over: Expr; readonly span: Span }
  /** `median time from 1st visit to 1st pay`: of the users who have both, the second later. */
  | { readonly is: "duration"; readonly from: Point; readonly to: Point; readonly span: Span }
  /** `daily active by visit`, `weekly active by …`, `monthly active by …`. */
  | { readonly is: "active"; readonly every: "day" | "week" | "month"; readonly pattern: Pattern; readonly span: Span }
  /** `rate of recharge from start to enter_password in the last 30 days`: of who reached the first step, who reached the last. */
  | {
      readonly is: "rate";
      readonly process: Name;
      readonly from: Name | null;
      readonly to: Name | null;
      readonly window: Window;
      readonly span: Span;
    };

/** `cost { acquisition 35 CNY from "ads", "feed"  acquisition 12 CNY  upkeep 0.20 CNY per month  margin 30% }`; at most one. */
export interface Costs {
  readonly is: "cost";
  /** Without sources: for users of every other source. */
  readonly acquisition: readonly {
    readonly cost: Quantity;
    readonly sources: readonly TextLiteral[];
    readonly span: Span;
  }[];
  readonly upkeep: { readonly cost: Quantity; readonly per: Name; readonly span: Span } | null;
  readonly margin: Quantity | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}

/** What counts as reaching a goal: `did pay where … after touch`, `user enters spend.gold`. */
export type GoalOf =
  | { readonly is: "did"; readonly pattern: Pattern; readonly span: Span }
  | { readonly is: "enters"; readonly state: Path; readonly span: Span };

/** `aim revenue`, `aim ripen buyer.mature`. */
export interface Aim {
  readonly word: Name;
  /** A lifecycle, or one of its stages; after `ripen` and `retain` only. */
  readonly at: Path | null;
  readonly span: Span;
}

/** `hypothesis "三天连看的人缺的是一个小理由" testing`. */
export interface Hypothesis {
  readonly text: TextLiteral;
  /** `untested`, `testing`, `verified`, `rejected`, as written. */
  readonly state: Name;
  readonly span: Span;
}
