import type { Moment, Num, Test, Text, Type } from "../program/program.js";
import type { Claim, Happened } from "./known.js";
import type { Span } from "../text/span.js";

/** A part of a value that may be unknown where it is used. */
export interface Missing {
  readonly span: Span;
  /** As to be written in a fix; in brackets where it is more than one word. */
  readonly text: string;
  /** A test after which it is known: `user.income is known`, `did pay ever`. */
  readonly known: string;
  /** What to write after `if unknown`, or `null` where its type has no literal. */
  readonly fallback: string | null;
  /** For a quotient, the divisor that may be zero. */
  readonly divisor?: string;
}

/** An expression that gives a number, a date, a choice …, with its place in the program's arithmetic. */
export interface NumValue {
  readonly is: "num";
  readonly type: Type;
  readonly num: Num;
  readonly missing: readonly Missing[];
  /** What follows for the history when the value is not zero. */
  readonly happens: Happened | null;
  /** Whether, the other way round, that having happened makes it more than zero: it counts. */
  readonly counts: boolean;
}

export interface TextValue {
  readonly is: "text";
  readonly type: Type;
  readonly text: Text;
  readonly missing: readonly Missing[];
}

/** A literal such as `7 days`: a calendar length, which only a date can be moved by. */
export interface PeriodValue {
  readonly is: "period";
  readonly unit: "day" | "month";
  readonly n: number;
}

/** What time is counted from: an event, or a date or an instant of the user. */
export interface Dated {
  readonly moment: Exclude<Moment, { readonly is: "date" }>;
  /** What follows for the tests after it when it is known. */
  readonly whenKnown: readonly Claim[];
  /** Whether it is known where it stands. */
  readonly sure: boolean;
}

/** `time since last pay`: how it is computed depends on the unit that it is compared with. */
export interface SinceValue {
  readonly is: "since";
  readonly dated: Dated;
  /** What it counts from, as written. */
  readonly of: string;
  readonly fallback: Length | null;
  readonly missing: readonly Missing[];
}

/** Days are dates, months are clamped dates, milliseconds are exact; they never convert. */
export interface Length {
  readonly unit: "day" | "month" | "ms";
  readonly n: number;
}

export type Value = NumValue | TextValue | PeriodValue | SinceValue;

/** A lowered test with what it establishes; `test` is `null` when something in it was reported. */
export interface CheckedTest {
  readonly test: Test | null;
  readonly whenTrue: readonly Claim[];
  readonly whenFalse: readonly Claim[];
}

const anything: readonly Claim[] = [{ is: "anything" }];

/** A test with an error in it: reported already, so it claims everything and nothing more is said about what follows. */
export const failed: CheckedTest = { test: null, whenTrue: anything, whenFalse: anything };

/** A value that is always known and says nothing about the history. */
export function plain(type: Type, num: Num, missing: readonly Missing[] = []): NumValue {
  return { is: "num", type, num, missing, happens: null, counts: false };
}

export function constant(n: number, d = 1): Num {
  return { is: "constant", n, d };
}
