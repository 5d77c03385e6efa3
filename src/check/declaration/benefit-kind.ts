import type { BenefitKind, BenefitPart } from "../../diagnostic/check/benefits.js";
import type * as Tree from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker } from "../checker.js";

/** What a benefit of each kind must say, and what it may say; what is neither does not belong to it. */
const rules: {
  readonly [K in BenefitKind]: { readonly needs: readonly BenefitPart[]; readonly may: readonly BenefitPart[] };
} = (() => {
  const counted: readonly BenefitPart[] = ["quantity", "per user"];
  const plain: readonly BenefitPart[] = [...counted, "over", "valid", "budget", "cost"];
  return {
    coupon: { needs: ["amount"], may: [...plain, "up to"] },
    free_order: { needs: ["up to"], may: plain },
    points: { needs: ["amount"], may: plain },
    gift: { needs: ["amount"], may: plain },
    privilege: { needs: ["amount"], may: plain },
    check_in: { needs: ["amount"], may: plain },
    // What one draws, and what both sides get, says by itself how long it is valid and what it costs.
    lottery: { needs: ["prize", "salt"], may: counted },
    referral: { needs: ["giver", "friend"], may: counted },
  };
})();

/** The kind by its word; any other word was reported while reading. */
export function kindOf(node: Tree.Benefit): BenefitKind | null {
  return Object.hasOwn(rules, node.kind.text) ? (node.kind.text as BenefitKind) : null;
}

/** Whether a benefit says all that its kind needs, and nothing that does not belong to it. */
export function saysWhatItMust(c: Checker, node: Tree.Benefit, kind: BenefitKind): boolean {
  const { needs, may } = rules[kind];
  const said = partsOf(node);
  const missing = needs.filter((part) => !said.has(part));
  const stray = [...said].filter(([part]) => !needs.includes(part) && !may.includes(part));
  for (const [part, span] of stray) {
    c.report.add("benefit-part", span, { benefit: node.name.text, kind, part });
  }
  // Of a benefit with a clause that could not be read, only that is said.
  if (node.later.length > 0) return false;
  // Where the wrong kind was written, the parts that it lacks would only repeat that.
  const [part] = stray.length === 0 ? missing : [];
  if (part) c.report.add("benefit-needs", node.name.span, { benefit: node.name.text, kind, part });
  return missing.length === 0 && stray.length === 0;
}

function partsOf(node: Tree.Benefit): ReadonlyMap<BenefitPart, Span> {
  const said: readonly (readonly [BenefitPart, { readonly span: Span } | null | undefined])[] = [
    ["amount", node.amount],
    ["up to", node.upTo],
    ["over", node.over],
    ["valid", node.valid],
    ["quantity", node.quantity ?? node.byChannel[0]],
    ["per user", node.perUser],
    ["budget", node.budget],
    ["cost", node.cost],
    ["salt", node.salt],
    ["prize", node.prizes[0]],
    ["giver", node.giver],
    ["friend", node.friend],
  ];
  return new Map(said.flatMap(([part, at]) => (at ? [[part, at.span] as const] : [])));
}
