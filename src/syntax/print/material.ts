import type * as tree from "../tree.js";
import { block, clause } from "./block.js";
import { type Doc, marked, name, text } from "./doc.js";
import { expression } from "./expression.js";
import { laidOut } from "./quoting.js";
import { escaped } from "./quote.js";
import { spelled } from "./spelled.js";
import { label } from "./value.js";

export function material(node: tree.Material): Doc {
  const head = ["material ", name(node.name), label(node.label), " for ", name(node.channel), template(node.template)];
  const parameters = node.template?.parameters ?? [];
  const lines = [
    ...parameters.flatMap((each) => clause(each, parameter)),
    ...node.lines.flatMap((each) => clause(each, materialLine)),
  ];
  return block(head, lines, node.later, node.span);
}

function template(node: tree.Material["template"]): Doc {
  return node === null ? "" : [" template ", marked(node.id.span, text(node.id.text))];
}

type Parameter = NonNullable<tree.Material["template"]>["parameters"][number];

const parameter = ({ name: of, value, span }: Parameter): Doc => marked(span, [spelled(of), " = ", expression(value)]);

function materialLine({ locale, part, pieces, span }: tree.MaterialLine): Doc {
  return marked(span, [spelled(locale), " ", name(part), ` "${pieces.map(piece).join("")}"`]);
}

function piece(node: tree.Piece): string {
  return node.is === "words" ? escaped(node.text).replace(/[{}]/g, "$&$&") : `{${hole(node.value)}}`;
}

/** A text ends on its line, so a hole has one line, however long. */
function hole(value: tree.Expr): string {
  const lines = laidOut(expression(value), { width: Infinity, quote: "'", isRigid: () => false });
  return lines.map((line) => line.text).join("");
}
