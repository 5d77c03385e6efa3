/** A fenced block of a Markdown document. */
export interface Block {
  /** What stands after the fence, such as `console` or `js`. */
  readonly language: string;
  readonly text: string;
  /** The line of its opening fence, from 1. */
  readonly line: number;
}

/** The fenced blocks of a document, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; lines: string[]; line: number } | null = null;
  for (const [index, line] of markdown.split("\n").entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === null) open = { language: (fence[1] as string).trim(), lines: [], line: index + 1 };
    else {
      blocks.push({ language: open.language, text: open.lines.join("\n"), line: open.line });
      open = null;
    }
  }
  return blocks;
}

/** A command of a `console` block, with the output that the document claims for it. */
export interface Shown {
  readonly command: string;
  readonly output: readonly string[];
}

/** The `$ …` lines of a `console` block, each with the lines up to the next. */
export function commandsOf(block: Block): Shown[] {
  const shown: { command: string; output: string[] }[] = [];
  for (const line of block.text.split("\n")) {
    if (line.startsWith("$ ")) shown.push({ command: line.slice(2), output: [] });
    else shown.at(-1)?.output.push(line);
  }
  return shown;
}

/** Whether an output is as claimed; a line `…` stands for any number of lines. */
export function matches(claimed: readonly string[], actual: readonly string[]): boolean {
  if (claimed.length === 0) return actual.every((line) => line === "");
  const [first, ...rest] = claimed;
  if (first === "…") return actual.some((_, start) => matches(rest, actual.slice(start))) || matches(rest, []);
  return actual.length > 0 && first?.trimEnd() === actual[0]?.trimEnd() && matches(rest, actual.slice(1));
}
