import type { IRecognitionException, IToken } from "chevrotain";
import type { Rule } from "../../grammar/expression.js";
import type { Grammar } from "../../grammar/grammar.js";
import type { Builder } from "./build.js";
import { limits } from "./limits.js";
import type { Outline } from "./outline.js";
import type { Reading } from "./reading.js";
import type { Comment } from "./tree.js";

/** What reading needs: one parser, what it builds with, and the file. */
export interface Desk {
  readonly grammar: Grammar;
  readonly builder: Builder;
  readonly reading: Reading;
  readonly tokens: readonly IToken[];
  /** Those of the file; those in the holes of texts come to them. */
  readonly comments: Comment[];
  readonly outline: Outline;
  /** How many diagnostics there were before the first declaration was read. */
  readonly before: number;
}

/** Nobody reads more messages than the limit, and each failure of the parser costs as much as reading a strategy. */
export function isFull({ reading, before }: Desk): boolean {
  return reading.diagnostics.length - before >= limits.diagnostics;
}

/** Runs a rule over tokens: what it gave, the failure if any, and the first token that it left. */
export function run<T>(
  grammar: Grammar,
  rule: Rule<T>,
  tokens: IToken[],
): { value: T; error: IRecognitionException | null; rest: IToken | null } {
  grammar.input = tokens;
  const value = rule.call(grammar);
  if (grammar.errors.length === 0) return { value, error: null, rest: null };
  const error = grammar.errors[0] as IRecognitionException;
  return error.name === "NotAllInputParsedException"
    ? { value, error: null, rest: error.token }
    : { value, error, rest: null };
}
