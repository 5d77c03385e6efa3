import type { Benefit, Quantity } from "../syntax/tree.js";
import type { Scope } from "./scope.js";
import { lengthOf } from "./stretch.js";
import type { ToldStock, ToldValue } from "./told-strategy.js";
import type { BenefitKind } from "./wording.js";

/** What a benefit gives, on what order, and how long it lasts. */
export function terms(node: Benefit, scope: Scope): string {
  const over = node.over && amount(node.over, scope);
  return scope.words.terms(valueOf(node, scope), over, node.valid && lengthOf(node.valid));
}

/** How much there is of it, and what it costs us. */
export function stock(node: Benefit, scope: Scope): string[] {
  const { words, catalogue } = scope;
  const { quantity, byChannel, perUser, budget, cost, salt } = node;
  const told: ToldStock[] = [
    ...(quantity ? [{ is: "quantity", n: quantity.amount } as const] : []),
    ...byChannel.map(({ channel, quantity: n }) => {
      return {
        is: "byChannel",
        channel: words.name(catalogue.named.channel.shown(channel.text)),
        n: n.amount,
      } as const;
    }),
    ...(perUser ? [{ is: "perUser", n: perUser.amount } as const] : []),
    ...(budget ? [{ is: "budget", amount: amount(budget, scope) } as const] : []),
    ...(cost ? [{ is: "cost", amount: amount(cost, scope) } as const] : []),
    ...(salt ? [{ is: "salt", salt: words.text(salt.text) } as const] : []),
  ];
  return told.map(words.stock);
}

function valueOf(node: Benefit, scope: Scope): ToldValue {
  const kind = node.kind.text as BenefitKind;
  const given = amount(node.amount, scope);
  const upTo = amount(node.upTo, scope);
  const named = (id: string): string => scope.words.name(scope.catalogue.named.benefit.shown(id));
  switch (kind) {
    case "coupon":
      return node.amount?.unit === "%" ? { is: "percent", share: given, upTo } : { is: kind, amount: given };
    case "points":
      return { is: kind, amount: given };
    case "free_order":
      return { is: kind, upTo };
    case "gift":
    case "privilege":
      return { is: kind, worth: given };
    case "check_in":
      return node.amount?.unit === "points" ? { is: "check_in_points", amount: given } : { is: kind, worth: given };
    case "lottery": {
      const prizes = node.prizes.map(({ share, benefit }) => {
        return { share: amount(share, scope), benefit: named(benefit.text) };
      });
      return { is: kind, prizes };
    }
    case "referral":
      return { is: kind, giver: named(node.giver?.text ?? ""), friend: named(node.friend?.text ?? "") };
  }
}

function amount(node: Quantity | null, { words }: Scope): string {
  return node ? words.quantity(node.amount, node.unit) : "";
}
