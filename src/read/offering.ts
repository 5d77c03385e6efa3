import { type OfferClauses, offerOf } from "../check/inherited.js";
import type { Benefit, ChannelClause, Goal, Name, Send, Split, Strategy, Variant } from "../syntax/tree.js";
import { terms } from "./benefit.js";
import { membersOf } from "./catalogue.js";
import { hoursOf } from "./clock.js";
import type { Said } from "./said.js";
import type { Scope } from "./scope.js";
import { lengthOf } from "./stretch.js";
import type { Outcome } from "./told.js";
import type { ToldLink } from "./told-strategy.js";

/** What strategies refer to, for what is said of it in the strategies themselves. */
export interface Offers {
  readonly benefits: ReadonlyMap<string, Benefit>;
  readonly goals: ReadonlyMap<string, Goal>;
  /** The channel that each material is for. */
  readonly channels: ReadonlyMap<string, string>;
}

/** How many receipts each channel needs before it can be preferred, unless said. */
const RECEIPTS = "5";

/** What a strategy offers to all, or what its variants have in common and each for itself. */
export function offering(node: Strategy, offers: Offers, scope: Scope): Said[] {
  if (!node.split) return offerSaid(node, offers, scope);
  const { words } = scope;
  const variants = node.split.variants.map((variant) => {
    return { variant, said: variant.none ? null : offerSaid(offerOf(node, variant), offers, scope) };
  });
  const all = variants.flatMap(({ said }) => (said ? [said] : []));
  const common = all.length > 1 ? (all[0] ?? []).filter((each) => all.every((said) => said.includes(each))) : [];
  const items = variants.map(({ variant, said }) => {
    const own = said?.filter((each) => !common.includes(each));
    return (
      head(variant, node.split, scope) + words.colon + (own ? words.sentences(own) || words.asAbove : words.control)
    );
  });
  return [...common, { head: words.split(words.text(node.split.salt.text)), numbered: false, items }];
}

function head({ name, label, share, was }: Variant, split: Split | null, { words }: Scope): string {
  const members = membersOf(
    (split?.variants ?? []).map((each) => ({ id: each.name.text, label: each.label?.text ?? null })),
  );
  const shown = members.shown(name.text);
  const named = words.withId(words.name({ ...shown, id: null }), label && shown.text !== name.text ? name.text : null);
  const shares = was.map(({ amount, unit }) => words.quantity(amount, unit));
  return words.variant(named, words.quantity(share.amount, share.unit), shares);
}

/** Channels, benefit, words and time: a sentence each, without its end. */
function offerSaid(clauses: OfferClauses, offers: Offers, scope: Scope): string[] {
  const { words } = scope;
  const used = new Set(clauses.channel ? channelNames(clauses.channel).map(({ text }) => text) : []);
  const materials = clauses.materials.filter(({ text }) => used.has(offers.channels.get(text) ?? ""));
  return [
    ...(clauses.channel ? [channels(clauses.channel, scope)] : []),
    benefit(clauses, offers, scope),
    words.materials(materials.map(({ text }) => words.name(scope.catalogue.named.material.shown(text)))),
    ...(clauses.send ? [send(clauses.send, scope)] : []),
  ];
}

function channelNames(clause: ChannelClause): readonly Name[] {
  return clause.is === "preferred" ? clause.channels : clause.links.map(({ channel }) => channel);
}

/** Links without a wait are one step. */
function channels(clause: ChannelClause, { words, catalogue }: Scope): string {
  const shown = ({ text }: Name): string => words.name(catalogue.named.channel.shown(text));
  if (clause.is === "preferred") return words.preferred(clause.channels.map(shown), clause.least?.amount ?? RECEIPTS);
  const links: ToldLink[] = [];
  for (const { channel, wait } of clause.links) {
    const last = links.at(-1);
    if (last && !wait) links[links.length - 1] = { ...last, channels: [...last.channels, shown(channel)] };
    else {
      const waited = wait && { length: lengthOf(wait.length), unless: wait.unless.text as Outcome };
      links.push({ wait: waited, channels: [shown(channel)] });
    }
  }
  return words.channels(links);
}

function benefit({ benefit: clause }: OfferClauses, { benefits }: Offers, scope: Scope): string {
  const { words, catalogue } = scope;
  if (clause?.is !== "named") return words.noBenefit;
  const id = clause.name.text;
  const found = benefits.get(id);
  return words.benefit(
    words.name(catalogue.named.benefit.shown(id)),
    found ? terms(found, scope) : "",
    clause.elseNone,
  );
}

function send(clause: Send, { words, catalogue: { zone } }: Scope): string {
  if (clause.is === "between") return words.sendBetween(hoursOf(clause), clause.otherwise, zone);
  return words.sendAtBestHour(clause.between && hoursOf(clause.between), zone);
}
