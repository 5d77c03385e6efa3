import type { Program } from "../../program/program.js";
import type { Checker } from "../checker.js";

/** A quantity that costs more than the budget allows, so that some of it can never be given; or less, so that money is left over. */
export function unevenBudgets(c: Checker, program: Program): void {
  for (const { id, quantity, budget, cost } of program.benefits) {
    const node = c.catalogue.benefits.get(id)?.node;
    if (!node?.quantity || !node.budget || quantity === null || budget === null || cost === 0) continue;
    const affordable = Math.floor(budget / cost);
    const related = [node.quantity.span];
    if (quantity > affordable)
      c.report.add("quantity-over-budget", node.budget.span, { benefit: id, quantity, affordable }, { related });
    if (quantity < affordable) {
      const args = { benefit: id, quantity, affordable };
      c.report.add("budget-left-over", node.budget.span, args, { severity: "warning", related });
    }
  }
}
