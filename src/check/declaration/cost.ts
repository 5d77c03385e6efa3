import type { Costs } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import { costOf } from "./amount.js";
import { perOf } from "./per.js";
import { percentOf } from "./percent.js";

/** What users cost, and what is left of what they pay. */
export function costs(c: Checker, node: Tree.Costs | null): Costs {
  return {
    acquisition: node && node.acquisition.length > 0 ? acquisition(c, node.acquisition) : null,
    upkeep: node?.upkeep ? upkeep(c, node.upkeep) : null,
    margin: node?.margin ? percentOf(c, node.margin) : null,
  };
}

type Acquisition = Tree.Costs["acquisition"][number];

/** Each source has one cost; what names no source is for all others. */
function acquisition(c: Checker, nodes: readonly Acquisition[]): NonNullable<Costs["acquisition"]> {
  const first = new Map<string | null, Tree.Quantity["span"]>();
  const isNew = (source: string | null, span: Tree.Quantity["span"]): boolean => {
    const earlier = first.get(source);
    if (earlier) c.report.add("cost-twice", span, { source }, { related: [earlier] });
    else first.set(source, span);
    return !earlier;
  };
  const sources: { source: string; cost: number }[] = [];
  let otherwise: number | null = null;
  for (const node of nodes) {
    const cost = costOf(c, node.cost);
    if (node.sources.length === 0 && isNew(null, node.span)) otherwise = cost;
    for (const source of node.sources) {
      if (isNew(source.text, source.span) && isSource(c, source) && cost !== null)
        sources.push({ source: source.text, cost });
    }
  }
  return { sources, otherwise };
}

/** Whether users can come from there: one of the choices of the field that says so, or any text. */
function isSource(c: Checker, { text, span }: Tree.TextLiteral): boolean {
  const { userNode, user } = c.catalogue;
  if (!userNode || !user) return false;
  const marked = userNode.fields.find(({ marks }) => marks.some((mark) => mark.text === "source"));
  if (!marked) {
    c.report.addOnce("cost-needs-source", span, { source: text });
    return false;
  }
  const type = user.get(marked.name.text)?.field?.type;
  if (type?.is !== "enum" || type.members.some(({ id }) => id === text)) return true;
  const { exist, suggestion } = meant(
    { text, span },
    type.members.map(({ id }) => id),
  );
  const write = suggestion && { span, text: JSON.stringify(suggestion.text) };
  c.report.add("cost-source", span, { source: text, field: marked.name.text, exist }, { suggestion: write });
  return false;
}

function upkeep(c: Checker, { cost, per }: NonNullable<Tree.Costs["upkeep"]>): Costs["upkeep"] {
  const amount = costOf(c, cost);
  const unit = perOf(c, per);
  return amount === null || unit === null ? null : { cost: amount, per: unit };
}
