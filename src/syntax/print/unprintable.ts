import type { NotYet } from "../tree.js";

/** The tree does not keep what a construct of a later version says, so it cannot be printed: whoever prints asks before. */
export function unprintable({ construct }: NotYet): never {
  throw new RangeError(`\`${construct}\` is of a later version: a tree that holds it cannot be printed`);
}
