import type { Benefit, Program } from "../program/program.js";
import { decimalText } from "../text/decimal.js";

/** The face value of a benefit, with its unit: `20 CNY`, `10% up to 50 CNY`, `100 points`; empty for what only others are drawn from. */
export function faceText(project: Program["project"], { value }: Benefit): string {
  const money = (minor: number): string => moneyText(project, minor, project.minor);
  switch (value.is) {
    case "coupon":
      return money(value.amount);
    case "percent":
      // Millionths of the whole are 1/10,000 of a per cent.
      return `${decimalText(BigInt(value.share), 4)}% up to ${money(value.upTo)}`;
    case "free_order":
      return `up to ${money(value.upTo)}`;
    case "points":
      return `${value.amount} points`;
    case "gift":
    case "privilege":
      return money(value.worth);
    case "check_in":
      return value.points > 0 ? `${value.points} points` : money(value.worth);
    case "lottery":
    case "referral":
      return "";
  }
}

/** The points that a benefit gives; 0 if it is worth money. */
export function pointsOf({ value }: Benefit): number {
  return value.is === "points" ? value.amount : value.is === "check_in" ? value.points : 0;
}

/** `0.05 CNY`: an amount in parts of a unit, `per` of which make one; a power of ten. */
export function moneyText({ currency }: Program["project"], amount: number, per: number): string {
  return `${decimalText(BigInt(amount), per.toString().length - 1)} ${currency}`;
}
