import { cellWidth } from "../../text/width.js";

/** A Chinese character or a word of another script, with the marks around it and the blanks behind. */
const piece = /[“（]*(?:\p{Script=Han}|[^\s\p{Script=Han}“（，。；：、”）]+)[，。；：、”）]*\s*/gu;

/** A paragraph as lines of at most `width` cells; Chinese may be broken between characters, but not before a mark. */
export function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [next] of paragraph.matchAll(piece)) {
    if (line !== "" && cellWidth((line + next).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += next;
  }
  return [...lines, line.trimEnd()];
}
