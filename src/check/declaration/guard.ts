import type { Guard } from "../../program/program.js";
import { MILLIONTHS } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { decimal } from "../decimal.js";
import { meant } from "../report.js";
import { amountOf } from "./amount.js";
import { countOf } from "./count.js";

/** What can be watched, and in what it is counted. */
const metrics: ReadonlyMap<
  string,
  { readonly metric: Guard["metric"]; readonly counts: "rate" | "touches" | "money" }
> = new Map([
  ["opt_out_rate", { metric: "opt_out_rate", counts: "rate" }],
  ["failure_rate", { metric: "failure_rate", counts: "rate" }],
  ["open_rate", { metric: "open_rate", counts: "rate" }],
  ["click_rate", { metric: "click_rate", counts: "rate" }],
  ["conversion_rate", { metric: "conversion_rate", counts: "rate" }],
  ["touches", { metric: "touches", counts: "touches" }],
  ["touch_cost", { metric: "touch_cost", counts: "money" }],
  ["benefit_cost", { metric: "benefit_cost", counts: "money" }],
]);

/** `stop if opt_out_rate > 2% after 1000 touches`. */
export function guard(c: Checker, node: Tree.Guard): Guard | null {
  const known = metrics.get(node.metric.text);
  const after = node.after ? countOf(c, { ...node.after, unit: null }, 0) : 0;
  if (!known) {
    const { suggestion } = meant(node.metric, metrics.keys());
    const args = { name: node.metric.text, exist: { names: [...metrics.keys()], more: 0 } };
    return c.report.add("unknown-metric", node.metric.span, args, { suggestion });
  }
  const value =
    known.counts === "money"
      ? amountOf(c, node.value)
      : known.counts === "rate"
        ? rateOf(c, node.value, known.metric)
        : countOf(c, { ...node.value, unit: bare(node.value.unit) }, 0);
  if (value === null || after === null) return null;
  return { metric: known.metric, op: node.op, value, after, said: c.phrases.said(node.span) };
}

function bare(unit: string | null): string | null {
  return unit === "touch" || unit === "touches" ? null : unit;
}

/** A percentage, in millionths. */
function rateOf(c: Checker, node: Tree.Quantity, metric: string): number | null {
  const text = c.phrases.textOf(node.span);
  const value = node.unit === "%" ? decimal(node.amount, 100) : null;
  const rate = value ? value.n * (MILLIONTHS / value.d) : Number.NaN;
  if (Number.isInteger(rate) && rate >= 0 && rate <= MILLIONTHS) return rate;
  const write = node.unit === null ? `${node.amount}%` : null;
  const suggestion = write === null ? null : { span: node.span, text: write };
  return c.report.add("guard-rate", node.span, { text, metric }, { suggestion });
}
