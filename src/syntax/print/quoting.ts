import type { IToken } from "chevrotain";
import * as t from "../../../grammar/tokens.js";
import { retype } from "../../../grammar/words.js";
import type { Doc, NameLeaf } from "./doc.js";
import { type LaidLine, layout, type LayoutOptions, STEP } from "./layout.js";

/**
 * Lays a doc out with back-quotes where a name needs them. Which words are names depends on the words beside them, so
 * the result is read as the lexer would, and laid out again until every name is read as the name it is.
 */
export function laidOut(doc: Doc, options: Omit<LayoutOptions, "quotedNames">): LaidLine[] {
  const quotedNames = new Set<NameLeaf>();
  for (;;) {
    const lines = layout(doc, { ...options, quotedNames });
    const before = quotedNames.size;
    for (const leaf of misread(lines)) quotedNames.add(leaf);
    if (quotedNames.size === before) return lines;
  }
}

/** The text of a line, indented. */
export const written = ({ indent, text }: LaidLine): string => " ".repeat(indent * STEP) + text;

/** The names that are not read as they are spelled. */
function misread(lines: readonly LaidLine[]): NameLeaf[] {
  const { tokens } = t.lexer.tokenize(lines.map(written).join("\n"));
  retype(tokens);
  const byOffset = new Map<number, IToken>(tokens.map((token) => [token.startOffset, token]));
  const wrong: NameLeaf[] = [];
  let start = 0;
  for (const line of lines) {
    for (const { at, leaf } of line.names) {
      const token = byOffset.get(start + line.indent * STEP + at);
      if (token === undefined || !isName(token, leaf.text)) wrong.push(leaf);
    }
    start += written(line).length + 1;
  }
  return wrong;
}

function isName({ image, tokenType }: IToken, text: string): boolean {
  if (tokenType === t.QuotedName) return true;
  if (tokenType === t.FieldName) return image === text || image === `\`${text}\``;
  return image === text && (tokenType.CATEGORIES?.includes(t.Name) ?? false);
}
