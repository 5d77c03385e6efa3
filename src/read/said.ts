import { cellWidth } from "../text/width.js";

/** A test as it is told: on one line, or as a list under a head. */
export type Said = string | List;

export interface List {
  readonly head: string;
  /** Numbers where people will speak of the third condition; dashes elsewhere. */
  readonly numbered: boolean;
  readonly items: readonly Said[];
}

/** Whether tests fit into one line of so many cells; what is wider reads better as a list. */
export function isShort(texts: readonly string[], line: number): boolean {
  return texts.reduce((width, text) => width + cellWidth(text), 0) <= line;
}

/** Text before a telling: on its line, or before the head of its list. */
export function after(lead: string, said: Said): Said {
  return typeof said === "string" ? lead + said : { ...said, head: lead + said.head };
}

/** Text after a telling that stands on one line; a list ends by itself. */
export function ended(said: Said, end: string): Said {
  return typeof said === "string" ? said + end : said;
}

/** The lines of a telling, the items of a list two cells further in than their head. */
export function linesOf(said: Said): string[] {
  if (typeof said === "string") return [said];
  const items = said.items.flatMap((item, index) => {
    const [first = "", ...rest] = linesOf(item);
    const mark = said.numbered ? `${index + 1}. ` : "- ";
    return [`  ${mark}${first}`, ...rest.map((line) => `${" ".repeat(mark.length)}${line}`)];
  });
  return [said.head, ...items];
}
