import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { parse } from "../../src/syntax/parse.js";
import type { Declaration, Expr, File, Strategy } from "../../src/syntax/tree.js";

export interface Read {
  readonly file: File;
  readonly diagnostics: readonly Diagnostic[];
  /** Every diagnostic as its code and the text that it points at. */
  readonly said: readonly string[];
}

/** Reads one text as a file of its own. */
export function read(text: string): Read {
  const { file, diagnostics } = parse({ name: "a.touch", text });
  const said = diagnostics.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
  return { file, diagnostics, said };
}

export function only<K extends Declaration["is"]>(text: string, kind: K): Extract<Declaration, { is: K }> {
  const { file, said } = read(text);
  if (said.length > 0) throw new Error(said.join("\n"));
  const found = file.declarations.find((each): each is Extract<Declaration, { is: K }> => each.is === kind);
  if (found === undefined) throw new Error(`no ${kind} in ${text}`);
  return found;
}

/** The test of a `who` that is sound. */
export function who(text: string): Expr {
  const strategy: Strategy = only(`strategy s {\n  who ${text}\n}`, "strategy");
  if (strategy.who === null) throw new Error("no who");
  return strategy.who;
}

/** What is said about a `who`. */
export function faults(text: string): readonly string[] {
  return read(`strategy s {\n  who ${text}\n}`).said;
}

/** The text after all suggestions are taken. */
export function mended(text: string): string {
  const edits = read(text).diagnostics.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion]));
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}

/** A node without its spans, to compare what was read and not where. */
export function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== "span")
      .map(([key, value]) => [key, bare(value)]),
  );
}

/** Every object of a tree, the tree itself first. */
export function everyNode(root: object): object[] {
  const all: object[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    all.push(value);
    open.push(...Object.values(value));
  }
  return all;
}
