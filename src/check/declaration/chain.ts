import type { Step } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { lengthOf } from "../length.js";
import { meant } from "../report.js";
import { channelPlaces } from "./channel-name.js";
import { countOf } from "./count.js";

/** Channels that are tried one after the other, at once or after a wait. */
export interface Link {
  readonly wait: Step["wait"];
  readonly channels: readonly Tree.Name[];
  readonly preferred: Step["preferred"];
}

/** How many receipts each channel needs before it can be preferred, unless said. */
const RECEIPTS = 5;

/** The channels of an offer, in steps: the first is due at once, each other one a wait after the one before. */
export function chain(c: Checker, clause: Tree.ChannelClause): readonly Link[] | null {
  const names = channelNames(clause);
  const known = channelPlaces(c, names);
  if (clause.is === "preferred") {
    const least = clause.least ? countOf(c, { ...clause.least, unit: null }, 1) : RECEIPTS;
    return known && least !== null ? [{ wait: null, channels: names, preferred: { least } }] : null;
  }
  const links: Link[] = [];
  let sound = true;
  for (const { channel, wait } of clause.links) {
    const last = links.at(-1);
    if (last && !wait) {
      links[links.length - 1] = { ...last, channels: [...last.channels, channel] };
      continue;
    }
    const waited = wait && waitOf(c, wait);
    if (wait && !waited) sound = false;
    links.push({ wait: waited, channels: [channel], preferred: null });
  }
  return known && sound ? links : null;
}

/** All channels of a clause, in order. */
export function channelNames(clause: Tree.ChannelClause): readonly Tree.Name[] {
  return clause.is === "preferred" ? clause.channels : clause.links.map(({ channel }) => channel);
}

const outcomes = ["opened", "clicked", "delivered"] as const;

/** `after 4 hours if not opened`. */
function waitOf(c: Checker, { length, unless }: NonNullable<Tree.ChannelLink["wait"]>): Step["wait"] {
  const exact = lengthOf(length);
  const outcome = outcomes.find((each) => each === unless.text);
  if (!exact || exact.unit !== "ms" || exact.n <= 0) {
    return c.report.add("bad-length", length.span, { text: c.phrases.textOf(length.span), needs: "wait" });
  }
  if (outcome) return { ms: exact.n, unless: outcome };
  const { exist, suggestion } = meant(unless, outcomes);
  return c.report.add("unknown-outcome", unless.span, { name: unless.text, exist }, { suggestion });
}
