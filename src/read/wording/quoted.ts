import { visible } from "../../text/visible.js";

/** A text between quotation marks that nothing in it can end: marks and backslashes of its own get a backslash. */
export function quoted(text: string, open: string, close: string): string {
  let inside = "";
  for (const character of text) {
    if (character === open || character === close || character === "\\") inside += `\\${character}`;
    else inside += escapes.get(character) ?? character;
  }
  return `${open}${visible(inside)}${close}`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\t", "\\t"],
]);
