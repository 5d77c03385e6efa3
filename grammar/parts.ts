import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";

/** A token, or nothing where an optional part is not written. */
export type Maybe = IToken | undefined;

export type Length = tree.Length | tree.NotYet;

/** What the head of a declaration says: everything before its block. */
export interface Head {
  readonly kind:
    | "project"
    | "user"
    | "event"
    | "map"
    | "process"
    | "lifecycle"
    | "channel"
    | "benefit"
    | "material"
    | "policy"
    | "set"
    | "strategy"
    | "value"
    | "groups"
    | "line"
    | "cost";
  readonly name: IToken | null;
  readonly label: Maybe;
  /** The kind of a benefit, the channel of a material. */
  readonly other: Maybe;
}

/** `on day 15`, `on the last day`. */
export interface MonthDay {
  readonly a: IToken;
  readonly z: IToken;
  readonly the: Maybe;
  readonly last: Maybe;
  readonly word: Maybe;
  readonly number: Maybe;
}

export interface EveryParts {
  readonly makeup: Maybe;
  readonly word: IToken;
  readonly on: MonthDay | undefined;
  readonly at: tree.Clock | undefined;
}

export interface ShiftedParts {
  readonly length: tree.Quantity;
  readonly side: IToken;
  readonly moment: tree.Moment;
  readonly at: tree.Clock | undefined;
}

export interface StateParts {
  /** What stands before `enters`: only the word `user` is right. */
  readonly pattern: tree.Pattern;
  readonly change: IToken;
  readonly state: tree.Path;
  readonly at: tree.Clock | undefined;
}

export interface StallParts {
  /** What stands before `stalls`: only the name of a process is right. */
  readonly pattern: tree.Pattern;
  readonly stalls: IToken;
  readonly step: IToken;
  readonly length: Length;
}

export interface AbsenceParts {
  readonly is: Maybe;
  readonly not: IToken;
  readonly then: tree.Pattern;
  readonly same: Maybe;
  /** `within`. */
  readonly word: IToken;
  readonly length: Length;
  readonly end: IToken;
  /** The field of a `with same` after the length: in the wrong place. */
  readonly late: Maybe;
}

/** Two times of day, and the words around them. */
export interface HourParts {
  readonly a: IToken;
  readonly z: IToken;
  readonly open: Maybe;
  readonly from: tree.Clock;
  readonly joint: Maybe;
  readonly to: tree.Clock;
}

/** `if not opened`. */
export interface Unless {
  readonly not: Maybe;
  readonly name: IToken;
}

export interface GuardParts {
  readonly metric: IToken;
  readonly operator: IToken;
  readonly value: tree.Quantity;
  readonly after: tree.Quantity | undefined;
}

/** A name with its label, as the head of a declaration of one line. */
interface Labelled {
  readonly name: IToken;
  readonly label: Maybe;
}

export interface TagModelParts extends Labelled {
  readonly type: tree.TypeName;
  readonly from: IToken;
  readonly valid: tree.Quantity;
}

export interface PeriodParts {
  /** What stands for the period, both times: only `n` is right. */
  readonly letters: readonly IToken[];
  readonly candidates: readonly tree.Quantity[];
  readonly pattern: tree.Pattern;
  readonly observed: tree.Quantity;
  readonly below: tree.Quantity;
}

export interface ScoreParts extends Labelled {
  readonly value: tree.Expr;
  /** What stands after `better when`. */
  readonly better: Maybe;
}

export interface TierParts extends Labelled {
  readonly rule: tree.Tier["rule"];
}

export interface MetricParts extends Labelled {
  readonly northStar: boolean;
  readonly of: tree.MetricOf;
}

export interface RateParts {
  readonly process: IToken;
  readonly from: Maybe;
  readonly to: Maybe;
  readonly window: tree.Window;
}

export interface ExpectationParts extends Labelled {
  readonly pattern: tree.Pattern;
  readonly often: tree.Frequency;
  readonly each: IToken;
}

/** What a goal of a strategy is: its name, or the state that users enter. */
export interface GoalParts {
  readonly name: IToken;
  readonly enters: Maybe;
  readonly state: tree.Path | undefined;
  readonly within: tree.Quantity | undefined;
  readonly target: tree.Quantity | undefined;
}

export interface VariantHead {
  readonly share: tree.Quantity;
  readonly was: readonly tree.Quantity[];
  readonly name: IToken;
  readonly label: Maybe;
}

/** `case who …` or `otherwise`. */
export interface Branch {
  readonly word: IToken;
  readonly who: Maybe;
  readonly test: tree.Expr | undefined;
}

export type MaterialParts = { readonly value: tree.Expr } | { readonly part: IToken; readonly text: IToken };

export interface ConsentParts {
  readonly channel: IToken;
  readonly purpose: Maybe;
  readonly test: tree.Expr;
}

export type CapWindow = Extract<tree.PolicyRule, { is: "cap" }>["window"];

export interface CapParts {
  readonly channels: readonly tree.Name[];
  readonly n: tree.Quantity;
  readonly window: CapWindow;
}

/** Where the reading of a block in a block began. */
export interface Opened {
  readonly parts: number;
  readonly texts: number;
  readonly head: OpenHead | null;
}

/** The head of the block that is being read, whatever it is the block of. */
export type OpenHead =
  | { readonly is: "declaration"; readonly head: Head; readonly word: IToken | null; readonly branch: Branch | null }
  | { readonly is: "split"; readonly salt: tree.TextLiteral }
  | ({ readonly is: "variant" } & VariantHead);
