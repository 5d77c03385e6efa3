import type { BenefitRole } from "../../diagnostic/check/benefits.js";
import type { BenefitValue } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import { shareOf, WHOLE_SHARE } from "./share.js";
import { kindOf } from "./benefit-kind.js";

type Prizes = (BenefitValue & { readonly is: "lottery" })["prizes"];

/** The prizes of a lottery, whose shares add up to 100%. */
export function prizesOf(c: Checker, node: Tree.Benefit): Prizes | null {
  const prizes = node.prizes.flatMap(({ share: said, benefit: name }) => {
    const share = shareOf(c, said);
    const benefit = partOf(c, node, name, "prize");
    return share === null || benefit === null ? [] : [{ share, benefit }];
  });
  if (prizes.length < node.prizes.length) return null;
  const total = prizes.reduce((sum, { share }) => sum + share, 0);
  if (total === WHOLE_SHARE) return prizes;
  const args = { lottery: node.name.text, total: `${total / 100}%` };
  return c.report.add("prize-total", node.name.span, args, { related: node.prizes.map(({ span }) => span) });
}

/** A benefit that another one is made of, by place. It must give something by itself: it is not made of others again. */
export function partOf(c: Checker, of: Tree.Benefit, name: Tree.Name, role: BenefitRole): number | null {
  const entry = c.catalogue.benefits.get(name.text);
  if (!entry) {
    const others = [...c.catalogue.benefits.keys()].filter((each) => each !== of.name.text);
    const { exist, suggestion } = meant(name, others);
    return c.report.add("unknown-benefit", name.span, { name: name.text, exist }, { suggestion });
  }
  const kind = kindOf(entry.node);
  if (kind !== "lottery" && kind !== "referral") return entry.place;
  return c.report.add("benefit-in-benefit", name.span, { role, name: name.text, kind });
}
