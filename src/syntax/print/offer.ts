import type * as tree from "../tree.js";
import { block, clause, type Clause } from "./block.js";
import { type Doc, group, line, marked, name, nest, text } from "./doc.js";
import { expression, where } from "./expression.js";
import { pattern } from "./pattern.js";
import { unprintable } from "./unprintable.js";
import { label, quantity } from "./value.js";

export function channel(node: tree.Channel): Doc {
  const clauses = [
    ...clause(node.reach, (test) => ["reach if ", expression(test)]),
    ...clause(node.quota, ({ n, per, span }) => marked(span, ["quota ", quantity(n), " per ", name(per)])),
    ...node.limits.flatMap((each) => clause(each, limit)),
    ...clause(node.cost, (cost) => ["cost ", quantity(cost)]),
  ];
  return block(["channel ", name(node.name), label(node.label)], clauses, node.later, node.span);
}

const limit = ({ part, characters, span }: tree.Channel["limits"][number]): Doc =>
  marked(span, ["limit ", name(part), " ", quantity(characters), " characters"]);

export function benefit(node: tree.Benefit): Doc {
  const clauses = [
    ...value(node),
    ...node.prizes.flatMap((each) => clause(each, prize)),
    ...clause(node.giver, (giver) => ["giver ", name(giver)]),
    ...clause(node.friend, (friend) => ["friend ", name(friend)]),
    ...clause(node.salt, (salt) => ["salt ", marked(salt.span, text(salt.text))]),
    ...clause(node.quantity, (quantities) => ["quantity ", quantity(quantities)]),
    ...node.byChannel.flatMap((each) => clause(each, byChannel)),
    ...clause(node.perUser, (perUser) => [quantity(perUser), " per user"]),
    ...clause(node.valid, (valid) => ["valid ", quantity(valid), " after issue"]),
    ...clause(node.budget, (budget) => ["budget ", quantity(budget)]),
    ...clause(node.cost, (cost) => ["cost ", quantity(cost)]),
  ];
  return block(["benefit ", name(node.kind), " ", name(node.name), label(node.label)], clauses, node.later, node.span);
}

/** What it is worth, on one line with its bounds: `10% off up to 50 CNY over 200 CNY`. */
function value(node: tree.Benefit): readonly Clause[] {
  const { amount, upTo, over } = node;
  const first = amount ?? upTo ?? over;
  if (first === null) return [];
  const parts: Doc[] = [];
  if (amount !== null) parts.push(amountWords(node, amount));
  if (upTo !== null) parts.push([amount === null ? "free order up to " : "up to ", quantity(upTo)]);
  if (over !== null) parts.push(["over ", quantity(over)]);
  return [{ start: first.span.start, doc: parts.map((part, index) => (index === 0 ? part : [" ", part])) }];
}

function amountWords({ kind }: tree.Benefit, amount: tree.Quantity): Doc {
  if (amount.unit === "points") return quantity(amount);
  return kind.text === "coupon" ? [quantity(amount), " off"] : ["worth ", quantity(amount)];
}

const prize = ({ share, benefit: won, span }: tree.Benefit["prizes"][number]): Doc =>
  marked(span, ["prize ", quantity(share), " ", name(won)]);

const byChannel = ({ channel: over, quantity: n, span }: tree.Benefit["byChannel"][number]): Doc =>
  marked(span, ["quantity ", quantity(n), " by ", name(over)]);

export function goal(node: tree.Goal): Doc {
  for (const each of node.later) unprintable(each);
  const target: Doc = node.target === null ? "" : [line, "target ", quantity(node.target)];
  const of: Doc = node.of === null ? "" : goalOf(node.of);
  return group(marked(node.span, ["goal ", name(node.name), label(node.label), " = ", of, nest(target)]));
}

/** `did pay after touch`, `user enters spend.gold` */
export function goalOf(of: tree.GoalOf): Doc {
  const said =
    of.is === "did" ? ["did ", pattern(of.pattern, where), " after touch"] : ["user enters ", expression(of.state)];
  return marked(of.span, said);
}
