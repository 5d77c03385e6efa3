import type { Length } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { offersOf, type Proof } from "./proof.js";

const HOUR = 60 * 60_000;

/** A step that comes when the benefit, given with the first touch, has expired; or when the time for the goal is over. */
export function lateSteps(proof: Proof): void {
  const { c, program, strategy, entry } = proof;
  strategy.variants.forEach(({ offer }, at) => {
    const channel = offersOf(proof)[at]?.channel;
    if (!offer || channel?.is !== "chain") return;
    const waits = channel.links.flatMap(({ wait }) => (wait ? [wait] : []));
    const valid = offer.benefit === null ? null : (program.benefits[offer.benefit]?.valid ?? null);
    const within = strategy.goal?.within ?? null;
    let waited = 0;
    offer.steps.slice(1).forEach(({ wait }, place) => {
      const said = waits[place]?.length;
      waited += wait?.ms ?? 0;
      if (!said) return;
      if (valid && waited >= longest(valid)) {
        const benefit = program.benefits[offer.benefit ?? 0]?.id ?? "";
        c.report.add("late-step", said.span, { text: textOf(proof, said), after: benefit, of: "benefit" });
      } else if (within && entry.node.goal && waited >= longest(within)) {
        const related = [entry.node.goal.span];
        const after = c.phrases.textOf(entry.node.goal.span);
        c.report.add("late-step", said.span, { text: textOf(proof, said), after, of: "goal" }, { related });
      }
    });
  });
}

function textOf({ c }: Proof, node: Tree.Length): string {
  return c.phrases.textOf(node.span);
}

/** The longest that a length can be: days and months run to the end of a local day, and a day may have 26 hours. */
function longest({ unit, n }: Length): number {
  if (unit === "ms") return n;
  return ((unit === "day" ? n : 31 * n) + 1) * 24 * HOUR + 2 * HOUR;
}
