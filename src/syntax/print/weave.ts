import { fold } from "../fold.js";
import type { Comment } from "../tree.js";
import { type LaidLine, STEP } from "./layout.js";
import type { Placed } from "./placing.js";
import { written } from "./quoting.js";

/** The lines with the comments and the blank lines of the source: at most one blank line, and only before a clause or a declaration. */
export function woven(lines: readonly LaidLine[], places: ReadonlyMap<number, Placed>, source: string): string[] {
  const out: string[] = [];
  /** Where in the source that begins which has not been written yet. */
  let from = 0;
  /** Whether the file or a block has just begun. */
  let begun = true;
  const blank = (until: number, allowed: boolean): void => {
    if (allowed && !begun && hasBlankLine(source.slice(from, until))) out.push("");
  };
  const above = (comment: Comment, indent: number, allowed: boolean): void => {
    blank(comment.span.start, allowed);
    out.push(" ".repeat(indent * STEP) + plain(comment));
    begun = false;
    from = comment.span.end;
  };
  lines.forEach((line, index) => {
    const here = places.get(index) ?? { above: [], behind: null };
    const offsets = line.marks.map(({ offset }) => offset);
    const first = Math.min(...offsets);
    const closes = /^[})]/.test(line.text);
    const indent = closes ? line.indent + 1 : line.indent;
    for (const comment of here.above.filter(({ span }) => span.start <= first)) {
      above(comment, indent, line.fresh || line.text === "}");
    }
    if (offsets.length > 0) blank(first, line.fresh);
    for (const comment of here.above.filter(({ span }) => span.start > first)) above(comment, indent, false);
    out.push(written(line) + (here.behind === null ? "" : ` ${plain(here.behind)}`));
    begun = line.text.endsWith("{");
    from = Math.max(from, here.behind?.span.end ?? 0, ...offsets);
  });
  for (const comment of places.get(lines.length)?.above ?? []) above(comment, 0, true);
  return out;
}

/** The lines of a tree that comes from no text: a blank line around every declaration that has a block. */
export function spaced(lines: readonly LaidLine[]): string[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]?.text ?? "";
    const apart = line.indent === 0 && line.fresh && (before === "}" || (before !== "" && line.text.endsWith("{")));
    return apart ? ["", written(line)] : [written(line)];
  });
}

const hasBlankLine = (between: string): boolean => /[\n\r][^\S\n\r]*[\n\r]/.test(between.replaceAll("\r\n", "\n"));

/** A comment as written, its slashes folded, no blanks at its end. */
function plain({ text }: Comment): string {
  return `${fold(text.slice(0, 2))}${text.slice(2).trimEnd()}`;
}
