import type { Program } from "../../program/program.js";
import type { Checker } from "../checker.js";
import { beatenPriorities } from "./beaten-priority.js";
import { begun } from "./begun.js";
import { clausesOf } from "./clause.js";
import { deadWho } from "./dead-who.js";
import { idleParts } from "./idle-part.js";
import { lateSteps } from "./late-step.js";
import { neverSent } from "./never-sent.js";
import { ownTags } from "./own-tag.js";
import type { Proof } from "./proof.js";
import { shadowedStages } from "./shadowed-stage.js";
import { unevenBudgets } from "./uneven-budget.js";
import { emptyVariants, unreachedOffers } from "./unreached-variant.js";
import { users } from "./user-ground.js";
import { checkedWorld } from "./world.js";

/**
 * Reports what can be shown of a sound program without any data. Each claim has its own file. Of a strategy that reaches nobody
 * only that is said: everything else follows from it. Where that took too long to tell, what is harder still is not asked.
 */
export function prove(c: Checker, program: Program): void {
  const all = users(checkedWorld(c));
  shadowedStages(c, all);
  unevenBudgets(c, program);
  const entries = [...c.catalogue.strategies.values()];
  const proofs = program.strategies.flatMap((strategy, place): Proof[] => {
    const entry = entries[place];
    if (!entry) return [];
    const start = begun(c, all, entry, strategy.when);
    return [{ c, program, users: all, strategy, entry, begun: start, who: clausesOf(c, strategy.who) }];
  });
  const found = new Map(proofs.map((proof) => [proof, deadWho(proof)]));
  const dead = new Set(proofs.filter((proof) => found.get(proof) === "dead"));
  for (const proof of proofs) {
    emptyVariants(proof);
    neverSent(proof);
    lateSteps(proof);
    if (found.get(proof) !== "open") continue;
    idleParts(proof);
    unreachedOffers(proof);
  }
  ownTags(proofs, dead);
  beatenPriorities(proofs);
}
