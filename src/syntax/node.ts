/** The smallest parts of the tree of a strategy file, which everything else in it is made of. */
import type { Span } from "../text/span.js";

/** An identifier: back-quotes removed, NFC. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** A label string, as shown to people; quotes removed, escapes resolved. */
export interface Label {
  readonly text: string;
  readonly span: Span;
}

/** A construct that the language has but this version does not: `construct` is the phrase to show, such as `split`. */
export interface NotYet {
  readonly is: "notYet";
  readonly construct: string;
  readonly span: Span;
}

/** A number with its unit: `7 days`, `20 CNY`, `30%`, `200 points`; a bare number has unit `null`. */
export interface Quantity {
  readonly is: "quantity";
  /** Decimal digits as written, folded to ASCII, underscores removed; may carry a leading `-`. */
  readonly amount: string;
  /** Singular time units (`day`, `hour` …), `%`, `points`, or a currency code; `null` for a bare number. */
  readonly unit: string | null;
  readonly span: Span;
}

/** A length that is measured from the population: `churn_after`. */
export interface Measured {
  readonly is: "measured";
  readonly name: Name;
  readonly span: Span;
}

/** `7 days`, `churn_after`. */
export type Length = Quantity | Measured;

export type TypeName =
  | {
      readonly is: "word" /** `text`, `time zone`, `CNY` … as written, words joined by one blank. */;
      readonly name: Name;
    }
  | { readonly is: "oneOf"; readonly members: readonly Member[]; readonly span: Span }
  | NotYet;

export interface Member {
  readonly name: Name;
  readonly label: Label | null;
}
