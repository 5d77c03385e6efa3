import { MILLIONTHS, type Type } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { quantity } from "../expression/literal.js";
import { isBare, sameType, shown } from "../type.js";
import type { NumValue, PeriodValue } from "../value.js";

type Better = "lower" | "higher";

/** The levels that a metric is to reach, as stored values of its type; `null` when something in them was reported. */
export function levelsOf(
  c: Checker,
  node: Tree.Metric,
  type: Type,
  better: Better,
): { readonly scale: readonly number[]; readonly target: number | null } | null {
  const scale = node.scale.map((each) => levelOf(c, node, each, type));
  const target = node.target && levelOf(c, node, node.target, type);
  const sound = scale.flatMap((each) => each ?? []);
  if (sound.length < scale.length || (node.target && target === null)) return null;
  warnOfOrder(c, node, sound, better);
  warnOfTarget(c, node, sound, target, better);
  return { scale: sound, target };
}

function levelOf(c: Checker, { name, of }: Tree.Metric, node: Tree.Quantity, type: Type): number | null {
  const value = quantity(c, node);
  if (!value) return null;
  const text = c.phrases.textOf(node.span);
  const stored = storedIn(type, value);
  if (stored === null) {
    const write = withUnit(node, type);
    const suggestion = node.unit === null ? { span: node.span, text: write } : null;
    return c.report.add(
      "metric-level",
      node.span,
      { metric: name.text, text, type: shown(type), write },
      { suggestion },
    );
  }
  const isShare = of.is === "share" || of.is === "rate";
  return isShare && (stored < 0 || stored > MILLIONTHS) ? c.report.add("bad-share", node.span, { text }) : stored;
}

/** `null` where a level is of another kind, or finer than what is stored. */
function storedIn(type: Type, value: NumValue | PeriodValue): number | null {
  if (value.is === "period") return type.is === "period" && value.unit === "day" ? value.n : null;
  const fits = sameType(value.type, type) || (isBare(value.type) && isBare(type));
  if (!fits || value.num.is !== "constant") return null;
  const stored = (value.num.n * storedPer(type)) / value.num.d;
  return Number.isSafeInteger(stored) ? stored : null;
}

/** The amount as it would stand in the unit of a type. */
function withUnit({ amount }: Tree.Quantity, type: Type): string {
  switch (type.is) {
    case "money":
      return `${amount} ${type.currency}`;
    case "points":
      return `${amount} points`;
    case "ratio":
      return `${amount}%`;
    case "period":
      return `${amount} days`;
    case "span":
      return `${amount} hours`;
    default:
      return amount;
  }
}

function isBeyond(level: number, other: number, better: Better): boolean {
  return better === "higher" ? level > other : level < other;
}

/** Levels are reached one after the other, so each is better than the one before. */
function warnOfOrder(c: Checker, { name, scale }: Tree.Metric, levels: readonly number[], better: Better): void {
  levels.forEach((level, at) => {
    const before = levels[at - 1];
    const [node, earlier] = [scale[at], scale[at - 1]];
    if (before === undefined || !node || !earlier || isBeyond(level, before, better)) return;
    const texts = { text: c.phrases.textOf(node.span), before: c.phrases.textOf(earlier.span) };
    c.report.add("scale-order", node.span, { metric: name.text, ...texts, better }, { severity: "warning" });
  });
}

function warnOfTarget(
  c: Checker,
  { name, scale, target: node }: Tree.Metric,
  levels: readonly number[],
  target: number | null,
  better: Better,
): void {
  const [last, said] = [levels.at(-1), scale.at(-1)];
  if (!node || target === null || last === undefined || !said || !isBeyond(target, last, better)) return;
  const texts = { text: c.phrases.textOf(node.span), last: c.phrases.textOf(said.span) };
  c.report.add("target-beyond-scale", node.span, { metric: name.text, ...texts }, { severity: "warning" });
}
