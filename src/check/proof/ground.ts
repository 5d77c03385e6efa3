import type { Num, Test, Text } from "../../program/program.js";
import type { Cube } from "./cube.js";
import type { Texts, Values } from "./values.js";

/** What the columns of a test stand for, and what is known about them before anything is asked. */
export interface Ground {
  /** The stored values that a column, or another field of the profile or the trigger, can have. */
  values(atom: Extract<Num, { is: "column" | "profile" | "trigger" }>): Values;
  texts(atom: Extract<Text, { is: "column" | "profile" | "trigger" }>): Texts;
  /** `null` for a tag that is something else, or has an error. */
  testOfTag(tag: number): Test | null;
  numOfTag(tag: number): Num | null;
  textOfTag(tag: number): Text | null;
  lifecycle(place: number): Parts | null;
  /** The stored values that a map of quantities gives, or the texts that a map of texts gives; `per` as of a column. */
  map(place: number): { readonly values: readonly (number | string)[]; readonly per: number } | null;
  /** Draws what follows from what columns are to each other; false where that contradicts. */
  settle(cube: Cube): boolean;
}

/** Users divided into parts, the first whose test holds; `of` says whom it is about. A part without a test takes the rest. */
export interface Parts {
  readonly of: Test | null;
  readonly tests: readonly (Test | null)[];
}
