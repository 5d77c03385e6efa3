import type * as tree from "../tree.js";
import { block, clause, type Clause, namesClause } from "./block.js";
import { type Doc, group, join, line, marked, name, nest, text } from "./doc.js";
import { clauses, expression } from "./expression.js";
import { goalOf } from "./offer.js";
import { endsClause } from "../../../grammar/words.js";
import { label, pointName, quantity } from "./value.js";
import { send, when } from "./when.js";

export function strategy(node: tree.Strategy): Doc {
  return block(["strategy ", name(node.name), label(node.label)], said(node), node.later, node.span);
}

/** Members stand where they were written; in a tree that comes from no text they are last. */
export function strategySet(node: tree.StrategySet): Doc {
  const parts = [...said(node), ...node.members.flatMap((each) => clause(each, member))];
  return block(["set ", name(node.name), label(node.label)], parts, node.later, node.span);
}

function member(node: tree.SetMember): Doc {
  const own = strategy(node.strategy);
  if (node.branch === "none") return own;
  const test: Doc = node.test === null ? "otherwise " : ["case who ", expression(node.test), " "];
  return marked(node.span, [test, own]);
}

/** What strategies and sets say, one clause a line. */
function said(node: tree.Clauses): readonly Clause[] {
  return [
    ...clause(node.aim, aim),
    ...clause(node.point, (point) => ["point ", pointName(point)]),
    ...clause(node.purpose, (purpose) => ["purpose ", name(purpose)]),
    ...clause(node.when, when),
    ...clause(node.who, (who) => ["who ", clauses(who)]),
    ...clause(node.repeat, repeat),
    ...clause(node.limit, ({ n, key }) => ["limit ", quantity(n), " per ", expression(key)]),
    ...offered(node),
    ...clause(node.goal, goal),
    ...clause(node.priority, (priority) => ["priority ", quantity(priority)]),
    ...node.exclusive.flatMap((each) => clause(each, exclusive)),
    ...clause(node.holdout, holdout),
    ...clause(node.budget, (budget) => ["budget ", quantity(budget)]),
    ...namesClause(node.sets, (names) => ["sets ", nest(join(names, [",", line]))]),
    ...clause(node.split, split),
    ...node.guards.flatMap((each) => clause(each, guard)),
    ...clause(node.hypothesis, hypothesis),
  ];
}

/** What a strategy, a set and a variant may say of the message itself. */
function offered(node: Pick<tree.Clauses, "send" | "channel" | "benefit" | "materials">): readonly Clause[] {
  return [
    ...clause(node.send, send),
    ...clause(node.channel, channel),
    ...benefit(node.benefit),
    ...namesClause(node.materials, (names) => ["material ", nest(join(names, [",", line]))]),
  ];
}

function repeat({ rule, span }: tree.Repeat): Doc {
  return marked(span, ["repeat ", typeof rule === "string" ? rule : ["after ", quantity(rule)]]);
}

function channel(node: tree.ChannelClause): Doc {
  if (node.is === "chain") {
    return group(marked(node.span, ["channel ", nest(join(node.links.map(link), [line, "then "]))]));
  }
  const names = group(["(", nest(join(node.channels.map(name), [",", line])), ")"]);
  const least = node.least === null ? "" : [" with at least ", quantity(node.least), " receipts"];
  return marked(node.span, ["channel preferred of ", names, least]);
}

function link({ channel: of, wait, span }: tree.ChannelLink): Doc {
  const waits: Doc = wait === null ? "" : [" after ", quantity(wait.length), " if not ", name(wait.unless)];
  return marked(span, [name(of), waits]);
}

function benefit(node: tree.BenefitClause | null): readonly Clause[] {
  if (node === null) return [];
  if (node.is === "none") return clause(node, ({ span }) => marked(span, "benefit none"));
  return clause(node.name, (named) => ["benefit ", name(named), node.elseNone ? " else none" : ""]);
}

function goal({ of, within, target, span }: tree.GoalClause): Doc {
  const named = of.is === "named" ? name(of.name) : goalOf(of);
  const more: Doc[] = [];
  if (within !== null) more.push([line, "within ", quantity(within)]);
  if (target !== null) more.push([line, "target ", quantity(target)]);
  return group(marked(span, ["goal ", named, nest(more)]));
}

/** The word of a clause would end the aim. */
function aim({ word, at, span }: tree.Aim): Doc {
  if (at === null) return marked(span, ["aim ", name(word)]);
  const [first, ...rest] = at.names as readonly [tree.Name, ...tree.Name[]];
  const path = [endsClause(first.text) ? marked(first.span, `\`${first.text}\``) : name(first), ...rest.map(name)];
  return marked(span, ["aim ", name(word), " ", marked(at.span, join(path, "."))]);
}

function hypothesis({ text: words, state, span }: tree.Hypothesis): Doc {
  const word = endsClause(state.text) ? marked(state.span, `\`${state.text}\``) : name(state);
  return group(marked(span, ["hypothesis ", marked(words.span, text(words.text)), nest([line, word])]));
}

function exclusive({ names, days, span }: tree.Exclusive): Doc {
  const long: Doc = days === null ? "" : [line, "for ", quantity(days)];
  return group(marked(span, ["exclusive with ", nest([join(names.map(name), [",", line]), long])]));
}

/** `holdout 2% salt "all-2026"` */
export function holdout({ share, salt, span }: tree.Holdout): Doc {
  return marked(span, ["holdout ", quantity(share), " salt ", marked(salt.span, text(salt.text))]);
}

function split({ salt, variants, span }: tree.Split): Doc {
  const head: Doc = ["split salt ", marked(salt.span, text(salt.text))];
  return block(
    head,
    variants.flatMap((each) => clause(each, variant)),
    [],
    span,
  );
}

function variant(node: tree.Variant): Doc {
  const was: Doc = node.was.length === 0 ? "" : [" was ", join(node.was.map(quantity), ", ")];
  const head: Doc = [quantity(node.share), was, " variant ", name(node.name), label(node.label)];
  return node.none ? marked(node.span, [head, " { none }"]) : block(head, offered(node), [], node.span);
}

function guard({ metric, op, value, after, span }: tree.Guard): Doc {
  const touches: Doc = after === null ? "" : [" after ", quantity(after), " touches"];
  return marked(span, ["stop if ", name(metric), ` ${op} `, quantity(value), touches]);
}
