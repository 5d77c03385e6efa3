import { solveAll, type Clause } from "./clause.js";
import type { Proof } from "./proof.js";
import { between } from "./values.js";

/**
 * A tag that only strategies set who ask for it: nobody can have it for the first time. `proofs` are those of all strategies,
 * `dead` are those that reach nobody, which is said of them already.
 */
export function ownTags(proofs: readonly Proof[], dead: ReadonlySet<Proof>): void {
  const [first] = proofs;
  if (!first) return;
  first.program.strategyTags.forEach(({ id }, tag) => {
    const setters = proofs.filter(({ strategy }) => strategy.sets.includes(tag));
    if (setters.length === 0 || setters.some((proof) => dead.has(proof) || !needs(proof, tag))) return;
    const [name, ...others] = setters.flatMap(({ entry }) => entry.node.sets.find(({ text }) => text === id) ?? []);
    const related = others.map(({ span }) => span);
    if (name) first.c.report.add("own-tag", name.span, { tag: id, others: others.length }, { related });
  });
}

/** Whether nobody without the tag is in the `who`. */
function needs({ c, users, begun, who }: Proof, tag: number): boolean {
  const column = c.facts.known({ is: "strategyTag", tag });
  if (column === null) return false;
  const atom = users.search.terms.column(column);
  const without: Clause = { goals: [{ is: "atom", atom, values: between(0, 0) }], text: "", span: null, test: null };
  return solveAll(users.search, [...begun, ...who, without]).is === "dead";
}
