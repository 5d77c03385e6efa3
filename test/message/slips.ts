/** What the tool says of slips: whether it points at the line, and whether its suggestion mends a typo. */
import { compile, positionAt, lineStarts, type Source } from "../../src/compile.js";
import type { Chance } from "./chance.js";
import { type Slip, type SlipKind, slip } from "./slip.js";

export interface Judged {
  readonly slip: Slip;
  /** The first diagnostic's code, file and line (from 1). */
  readonly code: string;
  readonly place: string;
  readonly onLine: boolean;
  /** The first diagnostic's suggestion gives back the file as it was. */
  readonly restored: boolean;
}

/** What is said first of a slip in one of a project's files; `null` if the project is still sound. */
export function judge(project: readonly Source[], made: Slip): Judged | null {
  const slipped = project.map((source) => (source.name === made.file ? { ...source, text: made.text } : source));
  const [first] = compile(slipped).diagnostics;
  if (!first) return null;
  const source = slipped.find(({ name }) => name === first.span.file);
  const line = source ? lineOf(source.text, first.span.start) : 0;
  const { suggestion } = first;
  const original = project.find(({ name }) => name === made.file)?.text;
  const mended =
    suggestion && made.text.slice(0, suggestion.span.start) + suggestion.text + made.text.slice(suggestion.span.end);
  return {
    slip: made,
    code: first.code,
    place: `${first.span.file}:${line}`,
    onLine: first.span.file === made.file && made.lines.includes(line),
    restored: suggestion !== null && suggestion.span.file === made.file && mended === original,
  };
}

function lineOf(text: string, offset: number): number {
  return positionAt(lineStarts(text), offset).line;
}

/** Makes slips of a kind in a project's files until so many are noticed; those that leave the project sound are counted. */
export function noticed(
  project: readonly Source[],
  kind: SlipKind,
  wanted: number,
  chance: Chance,
): { readonly judged: Judged[]; readonly sound: number } {
  const judged: Judged[] = [];
  let sound = 0;
  for (let tries = 0; judged.length < wanted && tries < wanted * 10; tries++) {
    const source = chance.pick(project);
    const made = source && slip(kind, source, chance);
    if (!made) continue;
    const one = judge(project, made);
    if (one) judged.push(one);
    else sound++;
  }
  return { judged, sound };
}
