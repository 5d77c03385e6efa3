import type { Policy, PolicyRule } from "../syntax/tree.js";
import { hoursOf } from "./clock.js";
import { after, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { isExact, lengthOf } from "./stretch.js";
import { holdout } from "./strategy.js";
import { told } from "./test.js";
import type { Purpose, Unit } from "./told.js";
import type { ToldCap } from "./told-strategy.js";

/** How often a user must have been seen before the hour tells something, unless said. */
const SEEN = "10";

/** A line for each rule. */
export function policyRules({ rules }: Policy, scope: Scope): Said[] {
  return rules.map((each) => rule(each, scope));
}

function rule(node: PolicyRule, scope: Scope): Said {
  const { words, catalogue } = scope;
  const channelName = (id: string): string => words.name(catalogue.named.channel.shown(id));
  switch (node.is) {
    case "consent": {
      const channel = node.channel && channelName(node.channel.text);
      return after(words.consentIf(channel, (node.purpose?.text ?? null) as Purpose | null), told(node.test, scope));
    }
    case "stopList":
      return after(words.stopIf, told(node.test, scope));
    case "personalise":
      return after(words.personalIf, told(node.test, scope));
    case "quiet":
      return words.quiet(hoursOf(node), node.otherwise, catalogue.zone);
    case "cap": {
      const channels = node.channels.map(({ text }) => channelName(text));
      return words.cap({ channels, n: node.n.amount, window: windowOf(node, scope) });
    }
    case "holdout":
      return words.holdoutOfAll(holdout(node.holdout, scope));
    case "bestHour": {
      const events = node.events.map(({ text }) => words.name(catalogue.named.event.shown(text)));
      return words.bestHour(events, node.least?.amount ?? SEEN);
    }
  }
}

function windowOf({ window }: PolicyRule & { readonly is: "cap" }, { catalogue }: Scope): ToldCap["window"] {
  if (window.is === "per") return { is: "per", unit: window.unit.text as Unit, starts: catalogue.weekStarts };
  return { is: "in", length: lengthOf(window.length), exact: isExact(window.length) };
}
