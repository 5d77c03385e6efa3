import type { Channel } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { type Checker, userScope } from "../checker.js";
import { meant } from "../report.js";
import { costOf } from "./amount.js";
import { countOf } from "./count.js";

export function channel(c: Checker, node: Tree.Channel): Channel | null {
  const reach = node.reach && c.test(node.reach, userScope);
  const cost = node.cost ? costOf(c, node.cost) : 0;
  const quota = node.quota && quotaOf(c, node.quota);
  const limits = limitsOf(c, node);
  if (cost === null || (reach && !reach.test) || (node.quota && !quota) || !limits) return null;
  return { id: node.name.text, label: node.label?.text ?? null, reach: reach?.test ?? null, cost, quota, limits };
}

const units = ["day", "week", "month"] as const;

/** `quota 50000 per day`: zero means that nothing goes out. */
function quotaOf(c: Checker, { n: said, per }: NonNullable<Tree.Channel["quota"]>): Channel["quota"] {
  const n = countOf(c, said, 0);
  const unit = units.find((each) => each === per.text);
  if (!unit) {
    const { suggestion } = meant(per, units);
    return c.report.add("quota-unit", per.span, { name: per.text }, { suggestion });
  }
  return n === null ? null : { n, per: unit };
}

/** `limit title 20 characters`: each part once. A part goes by the name that the channel's materials give it. */
function limitsOf(c: Checker, node: Tree.Channel): Channel["limits"] | null {
  const first = new Map<string, Tree.Name>();
  const used = partsFor(c, node.name.text);
  const limits = node.limits.flatMap(({ part, characters: said }) => {
    const characters = countOf(c, said);
    const earlier = first.get(part.text);
    const near = used.has(part.text) ? null : nearest(part.text, [...used]);
    if (earlier) {
      c.report.add("limit-twice", part.span, { part: part.text }, { related: [earlier.span] });
      return [];
    }
    first.set(part.text, part);
    if (near !== null) {
      const suggestion = { span: part.span, text: near };
      c.report.add("misspelt-limit", part.span, { written: part.text, near, channel: node.name.text }, { suggestion });
      return [];
    }
    return characters === null ? [] : [{ part: part.text, characters }];
  });
  return limits.length < node.limits.length ? null : limits;
}

/** The parts that the materials of a channel have. */
function partsFor(c: Checker, name: string): ReadonlySet<string> {
  const materials = [...c.catalogue.materials.values()].filter(({ node }) => node.channel.text === name);
  return new Set(materials.flatMap(({ node }) => node.lines.map(({ part }) => part.text)));
}
