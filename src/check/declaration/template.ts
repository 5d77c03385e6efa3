import type { Material, Piece } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";

/** A template of the provider with what fills its parameters; each is filled once. */
export function template(
  c: Checker,
  node: NonNullable<Tree.Material["template"]>,
  fill: (value: Tree.Expr) => Piece | null,
): Material["template"] {
  if (node.id.text.trim() === "") c.report.add("template-empty", node.id.span, {});
  const first = new Map<string, Tree.Name>();
  const parameters = node.parameters.flatMap(({ name, value }) => {
    const filled = fill(value);
    const earlier = first.get(name.text);
    if (earlier) c.report.add("parameter-twice", name.span, { parameter: name.text }, { related: [earlier.span] });
    else first.set(name.text, name);
    return filled ? [{ id: name.text, value: filled }] : [];
  });
  return { id: node.id.text, parameters };
}
