import type { Test } from "../../program/program.js";
import { channelNames } from "../declaration/chain.js";
import { type Clause, conflictOf, solveAll } from "./clause.js";
import { offersOf, type Proof } from "./proof.js";

/** A variant to which nobody is assigned, ever; it never had a share. */
export function emptyVariants({ c, strategy, entry: { node } }: Proof): void {
  strategy.variants.forEach(({ id, shares }, at) => {
    const name = node.split?.variants[at]?.name;
    if (name && shares.every((share) => share === 0)) c.report.add("empty-variant", name.span, { variant: id ?? "" });
  });
}

/** An offer whose channels all reach nobody of those in the `who`. */
export function unreachedOffers(proof: Proof): void {
  const { c, program, users, begun, who, strategy } = proof;
  const clauses = offersOf(proof);
  strategy.variants.forEach(({ offer }, at) => {
    const clause = clauses[at]?.channel;
    const channels = [...new Set(offer?.steps.flatMap((step) => step.channels) ?? [])];
    const reaches = channels.flatMap((channel) => program.channels[channel]?.reach ?? []);
    if (!clause || channels.length === 0 || reaches.length < channels.length) return;
    const any: Test = { is: "or", parts: reaches, said: -1 };
    const reach: Clause = { goals: [{ is: "test", test: any, want: true }], text: "", span: null, test: any };
    const all = [...begun, ...who, reach];
    if (solveAll(users.search, all).is !== "dead") return;
    const conflict = conflictOf(users.search, all).filter((each) => each !== reach);
    const related = conflict.flatMap(({ span }) => span ?? []);
    const names = [...new Set(channelNames(clause).map(({ text }) => text))];
    c.report.add(
      "unreached-offer",
      clause.span,
      { channels: names, phrases: conflict.map(({ text }) => text) },
      { related },
    );
  });
}
