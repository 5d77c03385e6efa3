/**
 * What must catch a bug: the conformance cases written by hand; or the law that engine and reference agree on random
 * programs; or, where SQL computes facts, the law that they are the facts by history; or the law that the filters of SQL are
 * those of the matcher; or the checker that reads nothing but histories; or the law that engine and reference decide random projects alike.
 */
export type Catcher = "cases" | "agreement" | "facts" | "where" | "history" | "whole";

/** A bug in one line of the engine, against one sentence of the meaning. */
export interface Planted {
  /** What goes wrong; its name. */
  readonly what: string;
  readonly by: Catcher;
  readonly file: string;
  /** Occurs exactly once in the file; `to` takes its place. */
  readonly from: string;
  readonly to: string;
  /** Of those that the cases catch, the theme with the case that did: it is tried first, which saves the time for all before it. */
  readonly theme: string | null;
}

/** The bugs of one file. */
export function inFile(
  file: string,
  by: Catcher,
  bugs: readonly (readonly [what: string, from: string, to: string, theme?: string])[],
): Planted[] {
  return bugs.map(([what, from, to, theme = null]) => ({ what, by, file, from, to, theme }));
}
