import type { Benefit, BenefitValue, Piece, Program, Type } from "../program/program.js";
import { MILLIONTHS } from "../program/program.js";
import { lastValid } from "./expiry.js";
import type { Filler } from "./filler.js";
import { formatMinute, formatNum } from "./format.js";

type BenefitField = Extract<Piece, { is: "benefit" }>["field"];

/** Tells of what the user gets; `null` where they get nothing, or it has no such thing. */
export function compileBenefitHole(field: BenefitField, { benefits, project }: Program): Filler {
  const money: Type = { is: "money", currency: project.currency, minor: project.minor };
  const fillers = benefits.map((benefit) => fillerOf(field, benefit, money));
  return (candidate, style) =>
    candidate.benefit === null ? null : (fillers[candidate.benefit]?.(candidate, style) ?? null);
}

const nothing: Filler = () => null;

function fillerOf(field: BenefitField, benefit: Benefit, money: Type): Filler {
  if (field === "expires_at") return expiry(benefit);
  if (field === "over") return benefit.over === null ? nothing : quantity({ n: benefit.over, type: money });
  const amount = amountOf(benefit.value, money);
  return amount ? quantity(amount) : nothing;
}

function quantity({ n, d = 1, type }: { n: number; d?: number; type: Type }): Filler {
  const value = { n: BigInt(n), d: BigInt(d) };
  return ({ zone }, style) => formatNum(value, type, zone, style);
}

function expiry({ valid }: Benefit): Filler {
  if (valid === null) return nothing;
  return ({ zone, sendAt, givenAt }, style) => {
    const { is, at } = lastValid(valid, zone, givenAt ?? sendAt);
    return is === "date" ? style.date(at) : formatMinute(at, zone, style);
  };
}

/** What the benefit gives: money, a share of what is spent, or points. A lottery and a referral give something else than themselves. */
function amountOf(value: BenefitValue, money: Type): { n: number; d?: number; type: Type } | null {
  switch (value.is) {
    case "coupon":
      return { n: value.amount, type: money };
    case "percent":
      return { n: value.share, d: MILLIONTHS, type: { is: "ratio" } };
    case "free_order":
      return { n: value.upTo, type: money };
    case "points":
      return { n: value.amount, type: { is: "points" } };
    case "gift":
    case "privilege":
      return { n: value.worth, type: money };
    case "check_in":
      return value.points > 0 ? { n: value.points, type: { is: "points" } } : { n: value.worth, type: money };
    case "lottery":
    case "referral":
      return null;
  }
}
