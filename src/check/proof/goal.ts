import type { Test } from "../../program/program.js";
import type { Texts, Values } from "./values.js";

/** Something that may have a value and is not looked into: a column, a stage, a quotient of two columns. */
export interface Atom {
  readonly key: string;
  readonly is: "whole" | "dense";
  /** Before anything is asked. */
  readonly values: Values;
  /** The column that it is, of those that stand for facts; the lifecycle whose stage it is. */
  readonly column: number | null;
  readonly lifecycle: number | null;
  /** What must be known for it to be known. */
  readonly needs: readonly Atom[];
}

export interface TextAtom {
  readonly key: string;
  readonly texts: Texts;
  readonly column: number | null;
}

/** Something that is to hold of a user. */
export type Goal =
  | { readonly is: "test"; readonly test: Test; readonly want: boolean }
  /** All of these are known; or not all of them. */
  | { readonly is: "known"; readonly atoms: readonly Atom[]; readonly want: boolean }
  | { readonly is: "textKnown"; readonly text: string | TextAtom; readonly want: boolean }
  | { readonly is: "atom"; readonly atom: Atom; readonly values: Values }
  | { readonly is: "sum"; readonly sum: Sum; readonly values: Values }
  | { readonly is: "text"; readonly atom: TextAtom; readonly texts: Texts }
  /** A test that is not looked into: the same one is the same everywhere. */
  | { readonly is: "flag"; readonly key: string; readonly want: boolean };

/** A sum of stored whole numbers, with whole factors that have no common divisor; the first is positive. */
export interface Sum {
  readonly key: string;
  readonly parts: readonly { readonly atom: Atom; readonly factor: number }[];
}
