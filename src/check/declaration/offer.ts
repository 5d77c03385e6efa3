import type { Offer, Step } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import type { OfferClauses } from "../inherited.js";
import { benefitOf } from "./benefit-clause.js";
import { chain, channelNames, type Link } from "./chain.js";
import { chosen, type Materials } from "./material-choice.js";
import { sendRule } from "./send.js";

/** What is sent, over what, with what; `null` when something in it was reported. */
export function offer(c: Checker, node: Tree.Strategy, clauses: OfferClauses, materials: Materials): Offer | null {
  const links = clauses.channel ? chain(c, clauses.channel) : missing(c, node, "channel");
  const channels = links && clauses.channel ? channelNames(clauses.channel) : null;
  const benefit = clauses.benefit ? benefitOf(c, clauses.benefit) : missing(c, node, "benefit");
  const texts =
    clauses.materials.length > 0
      ? chosen(materials, clauses.materials, channels, benefit)
      : missing(c, node, "material");
  const send = sendRule(c, clauses.send);
  if (!links || !benefit || !texts || !send) return null;
  return {
    steps: links.map((link) => step(c, link, texts)),
    benefit: benefit.place,
    unfunded: benefit.elseNone ? "without" : "refuse",
    send,
  };
}

function missing(c: Checker, node: Tree.Strategy, clause: "channel" | "benefit" | "material"): null {
  // A clause made of what is not there yet has been reported as that.
  if (node.later.length > 0) return null;
  return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause });
}

function step(c: Checker, { wait, channels, preferred }: Link, texts: ReadonlyMap<string, number>): Step {
  return {
    wait,
    channels: channels.flatMap(({ text }) => c.catalogue.channels.get(text)?.place ?? []),
    materials: channels.map(({ text }) => texts.get(text) ?? null),
    preferred,
  };
}
