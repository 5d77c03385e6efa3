import { COST_PER_MINOR } from "../../program/program.js";
import type { Quantity } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { decimal } from "../decimal.js";
import { currencyDigits } from "../currency.js";
import { quantity } from "../expression/literal.js";

/** A positive amount in the project's currency, in minor units. */
export function amountOf(c: Checker, node: Quantity): number | null {
  if (!isInCurrency(c, node)) return null;
  const value = quantity(c, node);
  if (!value || value.is !== "num" || value.num.is !== "constant") return null;
  if (value.num.n > 0) return value.num.n;
  return c.report.add("not-positive", node.span, { text: c.phrases.textOf(node.span) });
}

/** What a send costs: up to four digits finer than the minor unit; may be zero. */
export function costOf(c: Checker, node: Quantity): number | null {
  const { currency } = c.catalogue;
  if (!isInCurrency(c, node) || !currency) return null;
  const text = c.phrases.textOf(node.span);
  const value = decimal(node.amount);
  const per = currency.minor * COST_PER_MINOR;
  const stored = value ? value.n * (per / value.d) : Number.NaN;
  if (!value || stored > Number.MAX_SAFE_INTEGER) return c.report.add("too-large", node.span, { text });
  if (per % value.d !== 0) {
    const digits = (currencyDigits(currency.currency) ?? 0) + 4;
    return c.report.add("too-fine", node.span, { text, currency: currency.currency, digits });
  }
  return stored < 0 ? c.report.add("not-positive", node.span, { text }) : stored;
}

/** A positive whole number of points. */
export function pointsOf(c: Checker, node: Quantity): number | null {
  const text = c.phrases.textOf(node.span);
  if (node.unit !== "points") {
    return c.report.add("wrong-unit", node.span, { text, unit: "points", write: `${node.amount} points` });
  }
  const value = quantity(c, node);
  if (!value || value.is !== "num" || value.num.is !== "constant") return null;
  return value.num.n > 0 ? value.num.n : c.report.add("not-positive", node.span, { text });
}

/** Benefits and costs add up over a project, so they have one currency. */
function isInCurrency(c: Checker, node: Quantity): boolean {
  const own = c.catalogue.currency?.currency;
  // Without a currency the project itself was reported.
  if (own === undefined || node.unit === own) return own !== undefined;
  const text = c.phrases.textOf(node.span);
  if (node.unit !== null && currencyDigits(node.unit) !== null) {
    c.report.add("not-project-currency", node.span, { text, currency: own, write: null });
  } else {
    const write = `${node.amount} ${own}`;
    const suggestion = node.unit === null ? { span: node.span, text: write } : null;
    c.report.add("wrong-unit", node.span, { text, unit: "money", write }, { suggestion });
  }
  return false;
}
