import type { Material, Part, Piece } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker } from "../checker.js";
import { nearest } from "../../text/nearest.js";
import { meant } from "../report.js";
import { hole } from "./hole.js";
import { localeOf } from "./locale.js";

type BenefitHole = (Piece & { readonly is: "benefit" })["field"];

/** A material with what it shows of the benefit: strategies that use it must have that. */
export interface CheckedMaterial {
  readonly material: Material | null;
  readonly channel: string;
  readonly holes: ReadonlyMap<BenefitHole, Span>;
}

interface Text {
  readonly locale: string;
  readonly parts: Map<string, readonly Piece[]>;
  readonly span: Span;
}

export function material(c: Checker, node: Tree.Material): CheckedMaterial {
  const channel = c.catalogue.channels.get(node.channel.text);
  if (!channel) {
    const { exist, suggestion } = meant(node.channel, c.catalogue.channels.keys());
    c.report.add("unknown-channel", node.channel.span, { name: node.channel.text, exist }, { suggestion });
  }
  const holes = new Map<BenefitHole, Span>();
  const texts = textsOf(c, node, holes);
  if (node.lines.length === 0 && node.later.length === 0) {
    c.report.add("material-empty", node.name.span, { material: node.name.text });
  }
  sameParts(c, node, texts);
  const filled = texts.map(({ locale, parts }) => ({ locale, parts: partsOf(parts) }));
  const label = node.label?.text ?? null;
  return {
    material: channel ? { id: node.name.text, label, channel: channel.place, texts: filled } : null,
    channel: node.channel.text,
    holes,
  };
}

function textsOf(c: Checker, node: Tree.Material, holes: Map<BenefitHole, Span>): Text[] {
  const texts = new Map<string, Text>();
  const said = new Map<string, Span>();
  for (const line of node.lines) {
    const locale = localeOf(line.locale.text);
    const pieces = line.pieces.map((piece) => pieceOf(c, piece, holes));
    if (locale === null) {
      c.report.add("bad-locale", line.locale.span, { text: line.locale.text });
      continue;
    }
    const part = line.part.text;
    const key = `${locale} ${part}`;
    const earlier = said.get(key);
    if (earlier) c.report.add("material-part-twice", line.part.span, { locale, part }, { related: [earlier] });
    said.set(key, line.part.span);
    const text = texts.get(locale) ?? { locale, parts: new Map(), span: line.locale.span };
    texts.set(locale, text);
    text.parts.set(
      part,
      pieces.flatMap((piece) => piece ?? []),
    );
  }
  return [...texts.values()];
}

function pieceOf(c: Checker, piece: Tree.Piece, holes: Map<BenefitHole, Span>): Piece | null {
  if (piece.is === "words") return { is: "words", text: piece.text };
  const filled = hole(c, piece.value);
  if (filled?.is === "benefit" && !holes.has(filled.field)) holes.set(filled.field, piece.value.span);
  return filled;
}

/** Whoever reads another language gets the same parts. */
function sameParts(c: Checker, node: Tree.Material, texts: readonly Text[]): void {
  for (const part of new Set(texts.flatMap((text) => [...text.parts.keys()]))) {
    const other = texts.find((text) => text.parts.has(part));
    for (const text of texts) {
      if (text.parts.has(part) || !other || isMisspelt(c, node, part, text, other)) continue;
      const args = { material: node.name.text, locale: text.locale, part, other: other.locale };
      c.report.add("material-part-missing", text.span, args);
    }
  }
}

/** `boody` in one language is `body` in the others: the rarer of two such names in the project is the slip. */
function isMisspelt(c: Checker, node: Tree.Material, part: string, text: Text, other: Text): boolean {
  const alone = [...text.parts.keys()].filter((each) => !other.parts.has(each));
  const twin = nearest(part, alone);
  if (twin === null) return false;
  const [odd, usual] = timesNamed(c, twin) <= timesNamed(c, part) ? [twin, part] : [part, twin];
  for (const { part: name } of node.lines) {
    if (name.text !== odd) continue;
    const suggestion = { span: name.span, text: usual };
    c.report.addOnce("misspelt-part", name.span, { written: odd, near: usual }, { suggestion });
  }
  return true;
}

function timesNamed(c: Checker, part: string): number {
  const lines = [...c.catalogue.materials.values()].flatMap(({ node }) => node.lines);
  return lines.filter((line) => line.part.text === part).length;
}

function partsOf(parts: ReadonlyMap<string, readonly Piece[]>): Part[] {
  return [...parts].map(([id, pieces]) => ({ id, pieces }));
}
