import type { Metric, Test } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { warnOfSilence } from "../silence.js";
import { levelsOf } from "./level.js";
import { metricOf } from "./metric-of.js";

/** All metrics. A project steers by one north star. */
export function metricsOf(c: Checker): Metric[] {
  const nodes = [...c.catalogue.metrics.values()].map(({ node }) => node);
  const [star, ...others] = nodes.filter(({ northStar }) => northStar);
  for (const { name } of star ? others : []) {
    const args = { first: star?.name.text ?? "", second: name.text };
    c.report.add("second-north-star", name.span, args, { severity: "warning", related: star ? [star.name.span] : [] });
  }
  return nodes.flatMap((node) => metric(c, node) ?? []);
}

/** A number about the population; `null` when something in it was reported. */
function metric(c: Checker, node: Tree.Metric): Metric | null {
  const among = node.among && c.test(node.among, userScope);
  if (node.among) warnOfSilence(c, [node.among], among?.whenTrue ?? []);
  const measured = metricOf(c, node, among?.whenTrue ?? []);
  if (!measured || (among && !among.test)) return null;
  const better = node.better ?? "higher";
  const levels = levelsOf(c, node, measured.type, better);
  if (!levels) return null;
  const said = c.phrases.said(node.span);
  return {
    id: node.name.text,
    label: node.label?.text ?? null,
    northStar: node.northStar,
    better,
    type: measured.type,
    among: both(among?.test ?? null, measured.among, said),
    of: measured.of,
    ...levels,
    said,
  };
}

function both(left: Test | null, right: Test | null, said: number): Test | null {
  return left && right ? { is: "and", parts: [left, right], said } : (left ?? right);
}
