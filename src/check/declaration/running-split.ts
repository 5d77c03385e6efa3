import type { Program } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { type SplitChange, splitChanges } from "../split-changes.js";

/** Reports the splits that a running program has and this one silently changes. */
export function keepSplits(c: Checker, running: Program, next: Program): void {
  for (const change of splitChanges(running, next)) {
    const node = splitWith(c, change.salt);
    if (node) c.report.add("split-changed", placeOf(node, change), change);
  }
}

function splitWith({ catalogue }: Checker, salt: string): Tree.Split | null {
  const strategies = [...catalogue.strategies.values()];
  return strategies.find(({ node }) => node.split?.salt.text === salt)?.node.split ?? null;
}

/** The variant that it is about; of one that is missing, the split. */
function placeOf({ variants, salt }: Tree.Split, { variant }: SplitChange): Tree.Split["span"] {
  return variants.find(({ name }) => name.text === variant)?.name.span ?? salt.span;
}
