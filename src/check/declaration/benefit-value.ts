import type { BenefitKind } from "../../diagnostic/check/benefits.js";
import type { BenefitValue } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { amountOf, pointsOf } from "./amount.js";
import { percentOf } from "./percent.js";
import { partOf, prizesOf } from "./prize.js";

/** What one benefit gives; `null` when something in it was reported. Its kind has all the parts that it needs. */
export function benefitValue(c: Checker, node: Tree.Benefit, kind: BenefitKind): BenefitValue | null {
  switch (kind) {
    case "coupon":
      return node.amount && coupon(c, node, node.amount);
    case "free_order":
      return made(node.upTo && amountOf(c, node.upTo), (upTo) => ({ is: kind, upTo }));
    case "points":
      return made(node.amount && pointsOf(c, node.amount), (amount) => ({ is: kind, amount }));
    case "gift":
    case "privilege":
      return made(node.amount && amountOf(c, node.amount), (worth) => ({ is: kind, worth }));
    case "check_in":
      return node.amount && checkIn(c, node.amount);
    case "lottery":
      return made(prizesOf(c, node), (prizes) => ({ is: kind, salt: node.salt?.text ?? "", prizes }));
    case "referral":
      return referral(c, node);
  }
}

function made<From>(from: From | null, make: (from: From) => BenefitValue): BenefitValue | null {
  return from === null ? null : make(from);
}

/** `20 CNY off`, or `10% off up to 50 CNY`: without a bound nobody could say what a percentage costs. */
function coupon(c: Checker, node: Tree.Benefit, amount: Tree.Quantity): BenefitValue | null {
  const benefit = node.name.text;
  if (amount.unit !== "%") {
    if (node.upTo) return c.report.add("benefit-part", node.upTo.span, { benefit, kind: "coupon", part: "up to" });
    return made(amountOf(c, amount), (off) => ({ is: "coupon", amount: off }));
  }
  const share = percentOf(c, amount);
  if (!node.upTo) return c.report.add("benefit-needs", amount.span, { benefit, kind: "coupon", part: "up to" });
  const upTo = amountOf(c, node.upTo);
  return share === null || upTo === null ? null : { is: "percent", share, upTo };
}

function checkIn(c: Checker, amount: Tree.Quantity): BenefitValue | null {
  if (amount.unit === "points") {
    return made(pointsOf(c, amount), (points) => ({ is: "check_in", points, worth: 0 }));
  }
  return made(amountOf(c, amount), (worth) => ({ is: "check_in", points: 0, worth }));
}

function referral(c: Checker, node: Tree.Benefit): BenefitValue | null {
  const giver = node.giver && partOf(c, node, node.giver, "giver");
  const friend = node.friend && partOf(c, node, node.friend, "friend");
  if (giver === null || friend === null) return null;
  return { is: "referral", giver, friend };
}
