import type { Test } from "../program/program.js";
import type { Frame } from "./frame.js";
import type { Rational } from "./rational.js";

/** What tests and values are compiled to: closures that read one row of a frame. */
export type RowTest = (frame: Frame, row: number) => boolean;

/** An exact number; `null` is unknown. */
export type NumReader = (frame: Frame, row: number) => Rational | null;

/** `null` is unknown. */
export type TextReader = (frame: Frame, row: number) => string | null;

/** The place of a user's stage in its lifecycle; `NaN` for those who are in none. */
export type StageReader = (frame: Frame, row: number) => number;

/**
 * Reads a whole number: `NaN` is unknown, and `Infinity` means that plain numbers can't hold it, so that whoever asked must
 * turn to exact arithmetic. What is computed from an `Infinity` is one again, unless something else in it is unknown.
 */
export type WholeReader = (frame: Frame, row: number) => number;

/** A value whose divisor is the same for every user: `read / per`, where `per` is a whole number above 0. */
export interface Whole {
  readonly read: WholeReader;
  readonly per: number;
  /** The value of `read`, if it is the same for every user. */
  readonly constant: number | null;
  /** Whether `read` can give `Infinity`. */
  readonly mayOutgrow: boolean;
}

/** A map of the program, by its keys. */
export interface Table {
  readonly rows: ReadonlyMap<string, number | string>;
  /** How many stored units of its quantities make one. */
  readonly per: number;
}

/** Stored values of a user by the field's place in the schema; unknown is `NaN`, or `null` for text. */
export type Profile = readonly (number | string | null)[];

/** What tests and values may name besides columns: tags, lifecycles and maps, each compiled once. */
export interface Environment {
  /** A test that stands inside a value. */
  test(test: Test): RowTest;
  tag(place: number): RowTest;
  tagNum(place: number): NumReader;
  /** `null` if the tag's divisor depends on the user. */
  tagWhole(place: number): Whole | null;
  tagText(place: number): TextReader;
  stage(lifecycle: number): StageReader;
  table(map: number): Table;
  /** Inside the `where` of a fact: the profile of the user whose events are read. */
  profile(): Profile;
  /**
   * Inside the `where` of a fact: a field of the event that triggered the occurrence, as it is stored; `null` where none did.
   * Where another kind did, the place may be that of a field of another type.
   */
  trigger(field: number): number | string | null;
}
