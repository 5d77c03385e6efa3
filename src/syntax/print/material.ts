import type * as tree from "../tree.js";
import { block } from "./block.js";
import { type Doc, marked, name } from "./doc.js";
import { expression } from "./expression.js";
import { laidOut } from "./quoting.js";
import { escaped } from "./quote.js";
import { spelled } from "./spelled.js";
import { label } from "./value.js";

export function material(node: tree.Material): Doc {
  const head = ["material ", name(node.name), label(node.label), " for ", name(node.channel)];
  const lines = node.lines.map((line) => ({ start: line.span.start, doc: materialLine(line) }));
  return block(head, lines, node.later, node.span);
}

function materialLine({ locale, part, pieces, span }: tree.MaterialLine): Doc {
  return marked(span, [spelled(locale), " ", name(part), ` "${pieces.map(piece).join("")}"`]);
}

function piece(node: tree.Piece): string {
  return node.is === "words" ? escaped(node.text).replace(/[{}]/g, "$&$&") : `{${hole(node.value)}}`;
}

/** A text ends on its line, so a hole has one line, however long. */
function hole(value: tree.Expr): string {
  const lines = laidOut(expression(value), { width: Infinity, quote: "'", isRigid: () => false });
  return lines.map(({ text }) => text).join("");
}
