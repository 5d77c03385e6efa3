import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";

/**
 * Every holdout and every split divides users by a salt of its own: with one salt for two of them, the second would only ever see
 * one side of the first.
 */
export function distinctSalts(c: Checker): void {
  const first = new Map<string, Tree.TextLiteral>();
  for (const salt of salts(c)) {
    const earlier = first.get(salt.text);
    if (salt.text === "") c.report.add("salt-empty", salt.span, {});
    else if (earlier) c.report.add("salt-twice", salt.span, { salt: salt.text }, { related: [earlier.span] });
    else first.set(salt.text, salt);
  }
}

function salts({ catalogue }: Checker): Tree.TextLiteral[] {
  const { policy, sets, strategies } = catalogue;
  const ofPolicy = (policy?.rules ?? []).flatMap((rule) => (rule.is === "holdout" ? rule.holdout.salt : []));
  const ofSets = [...sets.values()].flatMap(({ node }) => saltsOf(node));
  const ofStrategies = [...strategies.values()].flatMap(({ node }) => saltsOf(node));
  // What a member takes from its set is the set's own and counts once.
  return [...new Set([...ofPolicy, ...ofSets, ...ofStrategies])];
}

function saltsOf({ holdout, split }: Tree.Clauses): Tree.TextLiteral[] {
  return [...(holdout ? [holdout.salt] : []), ...(split ? [split.salt] : [])];
}
