import type { Benefit, Clock, Expr, Goal, Name, Repeat, Strategy, When } from "../syntax/tree.js";
import type { Kind } from "./catalogue.js";
import { dateText, happening } from "./event.js";
import type { Weekday } from "./fixed.js";
import { terms } from "./offer.js";
import { after, ended, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { lengthOf } from "./stretch.js";
import { told } from "./test.js";
import type { Aim } from "./wording.js";

/** What a strategy refers to, for what is said of it in the strategy itself. */
export interface Offers {
  readonly benefits: ReadonlyMap<string, Benefit>;
  readonly goals: ReadonlyMap<string, Goal>;
}

/** When, who, channel, benefit, material, and then the rest: a sentence each. */
export function strategy(node: Strategy, offers: Offers, scope: Scope): Said[] {
  const { words } = scope;
  const names = (kind: Kind, list: readonly Name[]): string[] => list.map(({ text }) => shown(kind, text, scope));
  const sentences = [
    words.channels(
      names("channel", node.channel?.is === "chain" ? node.channel.links.map(({ channel }) => channel) : []),
    ),
    benefit(node, offers, scope),
    words.materials(names("material", node.materials)),
    repeat(node.repeat, scope),
    ...goal(node, offers, scope),
    words.rank((node.aim?.text ?? null) as Aim | null, node.priority?.amount ?? null),
  ];
  return [who(node.who, when(node.when, scope), scope), ...sentences.map((sentence) => sentence + words.stop)];
}

function shown(kind: Kind, id: string, { words, catalogue }: Scope): string {
  return words.name(catalogue.named[kind].shown(id));
}

function when(node: When | null, { words, catalogue: { zone } }: Scope): string {
  if (node?.is === "every" && node.at)
    return words.every(node.day.is === "weekday" ? (node.day.name.text as Weekday) : null, clock(node.at), zone);
  if (node?.is === "once") return words.once(dateText(node.date), clock(node.at), zone);
  throw new Error("a strategy without its time passed the checker");
}

function clock({ hour, minute }: Clock): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** The parts of the outermost `and` are numbered as a refusal names them. */
function who(expr: Expr | null, start: string, scope: Scope): Said {
  const { words } = scope;
  if (!expr) return words.who(start, "everybody") + words.stop;
  if (expr.is !== "and") return ended(after(words.who(start, "one"), told(expr, scope)), words.stop);
  const items = expr.parts.map((part) => told(part, scope));
  return { head: words.who(start, "all"), numbered: true, items };
}

function benefit(node: Strategy, { benefits }: Offers, scope: Scope): string {
  const { words } = scope;
  if (node.benefit?.is !== "named") return words.noBenefit;
  const id = node.benefit.name.text;
  const found = benefits.get(id);
  return words.benefit(shown("benefit", id, scope), found ? terms(found, scope) : "");
}

/** What is only due once need not say that it does not come again. */
function repeat(node: Repeat | null, { words }: Scope): string {
  const rule = node?.rule ?? "never";
  return words.repeat(typeof rule === "string" ? rule : lengthOf(rule));
}

function goal({ goal: clause }: Strategy, { goals }: Offers, scope: Scope): string[] {
  const pattern = clause && goals.get(clause.name.text)?.pattern;
  if (!clause?.within || !pattern) return [];
  const name = shown("goal", clause.name.text, scope);
  return [scope.words.goalWithin(name, happening(pattern, scope), lengthOf(clause.within))];
}
