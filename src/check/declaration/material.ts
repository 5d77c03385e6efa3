import type { Material, Part, Piece } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker, TriggerScope } from "../checker.js";
import { nearest } from "../../text/nearest.js";
import { meant } from "../report.js";
import { triggerOfUses, usesOf } from "../usage.js";
import type { BenefitField } from "./benefit-part.js";
import { coversLocales } from "./coverage.js";
import { hole } from "./hole.js";
import { localeOf } from "./locale.js";
import { template } from "./template.js";
import { fitsChannel } from "./text-length.js";

/** A material with what it shows of the benefit: strategies that use it must have that. */
export interface CheckedMaterial {
  readonly material: Material | null;
  readonly channel: string;
  readonly holes: ReadonlyMap<BenefitField, Span>;
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
  const filler = fillerOf(c, triggerOfUses(c.catalogue, usesOf(c.catalogue, node.name.text)));
  const texts = textsOf(c, node, filler);
  if (node.lines.length === 0 && !node.template && node.later.length === 0) {
    c.report.add("material-empty", node.name.span, { material: node.name.text });
  }
  sameParts(c, node, texts);
  coversLocales(c, node);
  if (channel) for (const line of node.lines) fitsChannel(c, line, channel.node);
  const provider = node.template && template(c, node.template, filler.fill);
  const filled = texts.map(({ locale, parts }) => ({ locale, parts: partsOf(parts) }));
  const label = node.label?.text ?? null;
  return {
    material: channel ? { id: node.name.text, label, channel: channel.place, template: provider, texts: filled } : null,
    channel: node.channel.text,
    holes: filler.holes,
  };
}

/** Fills holes, and remembers which parts of the benefit they show. */
interface Filler {
  readonly holes: ReadonlyMap<BenefitField, Span>;
  readonly fill: (value: Tree.Expr) => Piece | null;
}

function fillerOf(c: Checker, trigger: TriggerScope): Filler {
  const holes = new Map<BenefitField, Span>();
  const fill = (value: Tree.Expr): Piece | null => {
    const filled = hole(c, value, trigger);
    if (filled?.is === "benefit" && !holes.has(filled.field)) holes.set(filled.field, value.span);
    return filled;
  };
  return { holes, fill };
}

function textsOf(c: Checker, node: Tree.Material, { fill }: Filler): Text[] {
  const texts = new Map<string, Text>();
  const said = new Map<string, Span>();
  for (const line of node.lines) {
    const locale = localeOf(line.locale.text);
    const pieces = line.pieces.map((piece) => (piece.is === "words" ? wordsOf(piece) : fill(piece.value)));
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

function wordsOf({ text }: Tree.Piece & { readonly is: "words" }): Piece {
  return { is: "words", text };
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
