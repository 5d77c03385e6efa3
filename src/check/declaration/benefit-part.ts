import type { Piece } from "../../program/program.js";
import type { Benefit, Name } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";

/** A part of a benefit that a message can show. */
export type BenefitField = (Piece & { readonly is: "benefit" })["field"];

/** Whether a benefit has a part that a message shows, whatever is drawn of it. */
export function hasPart(c: Checker, node: Benefit, field: BenefitField): boolean {
  return shown(c, node).every(({ over, valid }) => field === "amount" || (field === "over" ? over : valid) !== null);
}

/** What a message shows of a benefit: any prize of a lottery, what who is touched gets of a referral, else itself. */
function shown(c: Checker, node: Benefit): readonly Benefit[] {
  const named = (name: Name): readonly Benefit[] => {
    const part = c.catalogue.benefits.get(name.text)?.node;
    return part ? [part] : [];
  };
  if (node.kind.text === "lottery") return node.prizes.flatMap(({ benefit }) => named(benefit));
  if (node.kind.text === "referral") return node.giver ? named(node.giver) : [];
  return [node];
}
