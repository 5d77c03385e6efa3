/** The nodes of strategies, sets and their clauses, as written. */
import type { Span } from "../text/span.js";
import type { DateLiteral, Expr, Path, Pattern, Point, TextLiteral } from "./expression.js";
import type { Aim, GoalOf, Hypothesis } from "./model.js";
import type { Label, Name, NotYet, Quantity } from "./node.js";

/** What a strategy, a set and (but for who is looked at when) a variant may say. A clause that occurs twice is reported while reading; the first one stays. */
export interface Clauses {
  readonly aim: Aim | null;
  /** `point checkout`. */
  readonly point: Name | null;
  /** `purpose service`. */
  readonly purpose: Name | null;
  readonly when: When | null;
  readonly who: Expr | null;
  readonly repeat: Repeat | null;
  /** `limit 1 per event.order_id`. */
  readonly limit: Limit | null;
  readonly send: Send | null;
  readonly channel: ChannelClause | null;
  readonly benefit: BenefitClause | null;
  readonly materials: readonly Name[];
  readonly goal: GoalClause | null;
  readonly priority: Quantity | null;
  readonly exclusive: readonly Exclusive[];
  readonly holdout: Holdout | null;
  /** `budget 500000 CNY`; sets only. */
  readonly budget: Quantity | null;
  /** `sets in_d11`. */
  readonly sets: readonly Name[];
  readonly split: Split | null;
  readonly guards: readonly Guard[];
  readonly hypothesis: Hypothesis | null;
  readonly later: readonly NotYet[];
}

export interface Strategy extends Clauses {
  readonly is: "strategy";
  readonly name: Name;
  readonly label: Label | null;
  readonly span: Span;
}

/** A set without members is one strategy by itself. */
export interface StrategySet extends Clauses {
  readonly is: "set";
  readonly name: Name;
  readonly label: Label | null;
  readonly members: readonly SetMember[];
  readonly span: Span;
}

/** `strategy a { … }`, `case who rfm is champion strategy b { … }`, `otherwise strategy c { … }`. */
export interface SetMember {
  readonly branch: "none" | "case" | "otherwise";
  /** Of a `case`. */
  readonly test: Expr | null;
  readonly strategy: Strategy;
  readonly span: Span;
}

export type When =
  | { readonly is: "every"; readonly day: EveryDay; readonly at: Clock | null; readonly span: Span }
  | { readonly is: "once"; readonly date: DateLiteral; readonly at: Clock; readonly span: Span }
  /** `on user.birthday at 09:00`, `3 days before spring_festival at 10:00`: a path of two names is a field, of one a festival. */
  | {
      readonly is: "dated";
      readonly shift: { readonly length: Quantity; readonly side: "before" | "after" } | null;
      readonly date: Path;
      readonly at: Clock | null;
      readonly span: Span;
    }
  | { readonly is: "happens"; readonly pattern: Pattern; readonly span: Span }
  | {
      readonly is: "absence";
      readonly first: Pattern;
      readonly then: Pattern;
      /** `with same order_id`. */
      readonly same: Name | null;
      readonly within: Quantity;
      readonly span: Span;
    }
  /** `3 days after 2nd order`. */
  | { readonly is: "afterPoint"; readonly length: Quantity; readonly point: Point; readonly span: Span }
  /** `user enters buyer.dormant at 09:00`, `user leaves headphone_fan`. */
  | {
      readonly is: "state";
      readonly change: "enters" | "leaves";
      readonly state: Path;
      readonly at: Clock | null;
      readonly span: Span;
    }
  /** `recharge stalls at enter_password for 10 minutes`. */
  | {
      readonly is: "stalls";
      readonly process: Name;
      readonly step: Name;
      readonly length: Quantity;
      readonly span: Span;
    }
  | NotYet;

/** `every day`, `every hour`, `every workday`, `every makeup workday`, `every Monday`, `every month on day 15`, `every month on the last day`. */
export type EveryDay =
  | {
      readonly is: "day" | "hour" | "workday" | "holiday" | "makeupWorkday" | "lastDayOfMonth";
      readonly span: Span;
    }
  | { readonly is: "weekday"; readonly name: Name }
  | { readonly is: "dayOfMonth"; readonly day: Quantity };

/** `at 10:00`, in the user's zone. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly span: Span;
}

export interface Repeat {
  readonly rule: "never" | "always" | Quantity;
  readonly span: Span;
}

export interface Limit {
  readonly n: Quantity;
  readonly key: Path;
  readonly span: Span;
}

/** `send between 08:00 and 22:00 else skip`, `send at best hour between 09:00 and 21:00`. */
export type Send =
  | {
      readonly is: "between";
      readonly from: Clock;
      readonly to: Clock;
      readonly otherwise: Otherwise;
      readonly span: Span;
    }
  | {
      readonly is: "bestHour";
      readonly between: { readonly from: Clock; readonly to: Clock } | null;
      readonly span: Span;
    };

export type Otherwise = "skip" | "delay";

/** `push then sms after 4 hours if not opened`, `preferred of (push, sms) with at least 5 receipts`. */
export type ChannelClause =
  | { readonly is: "chain"; readonly links: readonly ChannelLink[]; readonly span: Span }
  | {
      readonly is: "preferred";
      readonly channels: readonly Name[];
      readonly least: Quantity | null;
      readonly span: Span;
    };

export interface ChannelLink {
  readonly channel: Name;
  /** `after 4 hours if not opened`; the first has none. */
  readonly wait: { readonly length: Quantity; readonly unless: Name } | null;
  readonly span: Span;
}

export type BenefitClause =
  | { readonly is: "none"; readonly span: Span }
  /** `benefit hp20 else none`: where none is left, the touch goes out without it. */
  | { readonly is: "named"; readonly name: Name; readonly elseNone: boolean };

/** `goal paid within 3 days target 10%`, `goal user enters spend.gold within 60 days`. */
export interface GoalClause {
  readonly of: { readonly is: "named"; readonly name: Name } | Extract<GoalOf, { readonly is: "enters" }>;
  readonly within: Quantity | null;
  /** Takes the place of that of the goal. */
  readonly target: Quantity | null;
  readonly span: Span;
}

/** `exclusive with member_day, d11 for 7 days`: strategies and sets. */
export interface Exclusive {
  readonly names: readonly Name[];
  readonly days: Quantity | null;
  readonly span: Span;
}

/** `holdout 2% salt "all-2026"`. */
export interface Holdout {
  readonly share: Quantity;
  readonly salt: TextLiteral;
  readonly span: Span;
}

export interface Split {
  readonly salt: TextLiteral;
  readonly variants: readonly Variant[];
  readonly span: Span;
}

/** `40% was 50%, 45% variant coupon "满减" { channel push  benefit hp20 }`; `{ none }` has no clauses. */
export interface Variant {
  readonly share: Quantity;
  /** Earlier shares, oldest first. */
  readonly was: readonly Quantity[];
  readonly name: Name;
  readonly label: Label | null;
  readonly none: boolean;
  readonly send: Send | null;
  readonly channel: ChannelClause | null;
  readonly benefit: BenefitClause | null;
  readonly materials: readonly Name[];
  readonly span: Span;
}

/** `stop if opt_out_rate > 2% after 1000 touches`. */
export interface Guard {
  readonly metric: Name;
  readonly op: "<" | "<=" | ">" | ">=";
  readonly value: Quantity;
  readonly after: Quantity | null;
  readonly span: Span;
}

export interface Policy {
  readonly is: "policy";
  readonly name: Name;
  readonly label: Label | null;
  readonly rules: readonly PolicyRule[];
  readonly later: readonly NotYet[];
  readonly span: Span;
}

export type PolicyRule =
  /** `consent sms for marketing if …`, `consent all if …`. */
  | {
      readonly is: "consent";
      readonly channel: Name | null;
      readonly purpose: Name | null;
      readonly test: Expr;
      readonly span: Span;
    }
  /** `stop list if …`. */
  | { readonly is: "stopList"; readonly test: Expr; readonly span: Span }
  /** `personalise if …`. */
  | { readonly is: "personalise"; readonly test: Expr; readonly span: Span }
  /** `quiet hours from 22:00 to 08:00 else delay`. */
  | {
      readonly is: "quiet";
      readonly from: Clock;
      readonly to: Clock;
      readonly otherwise: Otherwise;
      readonly span: Span;
    }
  /** `cap push, sms 2 per day`, `cap all 5 in 7 days`. */
  | {
      readonly is: "cap";
      /** Empty: all. */
      readonly channels: readonly Name[];
      readonly n: Quantity;
      readonly window: { readonly is: "per"; readonly unit: Name } | { readonly is: "in"; readonly length: Quantity };
      readonly span: Span;
    }
  | { readonly is: "holdout"; readonly holdout: Holdout; readonly span: Span }
  /** `best hour from pay, visit at least 10 times`. */
  | {
      readonly is: "bestHour";
      readonly events: readonly Name[];
      readonly least: Quantity | null;
      readonly span: Span;
    };

/** `tag strategy in_d11 "双十一触达" valid 30 days`. */
export interface TagStrategy {
  readonly is: "tagStrategy";
  readonly name: Name;
  readonly label: Label | null;
  readonly valid: Quantity | null;
  readonly span: Span;
}

/** `point checkout "结算页"`. */
export interface OperatingPoint {
  readonly is: "operatingPoint";
  readonly name: Name;
  readonly label: Label | null;
  readonly later: readonly NotYet[];
  readonly span: Span;
}
