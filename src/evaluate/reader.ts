import type { Frame } from "./frame.js";
import type { Rational } from "./rational.js";

/** What tests and values are compiled to: closures that read one row of a frame. */
export type RowTest = (frame: Frame, row: number) => boolean;

/** An exact number; `null` is unknown. */
export type NumReader = (frame: Frame, row: number) => Rational | null;

/** `null` is unknown. */
export type TextReader = (frame: Frame, row: number) => string | null;

/** The place of a user's stage in its lifecycle. */
export type StageReader = (frame: Frame, row: number) => number;

/** What a test may name besides columns: tags and lifecycles, each compiled once. */
export interface Environment {
  tag(place: number): RowTest;
  stage(lifecycle: number): StageReader;
}
