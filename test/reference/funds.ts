import type { Benefit, Quantity } from "../../src/syntax/tree.js";
import { bucketOf, parts } from "./assign.js";
import { declared } from "./catalogue.js";
import { type Candidate, counted, type Course } from "./course.js";
import { keyOf } from "./entries.js";
import type { Offer } from "./offer.js";
import { decimal, plus, type Rational, whole } from "./rational.js";
import { isFree, quotaWants, take, type Want } from "./stock.js";

/** What a touch gives. */
export interface Given {
  /** As the strategy names it. */
  readonly named: Benefit;
  /** What the user gets: what was drawn from a lottery, what bringing a friend gives, or what is named. */
  readonly own: Benefit;
  /** What the friend gets, of a referral. */
  readonly friend: Benefit | null;
}

/** Something that must be there: of what all users share, or of what one user may get. */
type Claim = Want | { readonly perUser: Benefit; readonly code: string };

/**
 * Takes all that a touch gives, costs and uses of its channel's quota, or nothing. A text says why it can't be had; else it is what
 * is given, which is nothing where the strategy goes without. A fallback takes of the quota alone.
 */
export function fund(
  candidate: Candidate,
  offer: Offer,
  channel: string,
  sendAt: number,
  course: Course,
): Given | string | null {
  const { catalogue } = candidate.world;
  const key = keyOf(candidate.member.id, course.person.id, candidate.key, candidate.step);
  const quota = quotaWants(channel, sendAt, catalogue);
  if (candidate.step > 1) return reserve(quota, key, candidate, course);
  if (offer.benefit !== null) {
    const given = givenOf(offer.benefit, key, candidate);
    const claims = [...benefitClaims(given, channel), ...setClaims(candidate, costOf(given), channel)];
    const lack = reserve([...claims, ...quota], key, candidate, course);
    if (lack === null) return given;
    if (!offer.without || quota.some(({ code }) => code === lack)) return lack;
  }
  return reserve([...setClaims(candidate, whole(0), channel), ...quota], key, candidate, course);
}

/** The code of the first claim that can't be met; else everything is taken. */
function reserve(claims: readonly Claim[], key: string, candidate: Candidate, course: Course): string | null {
  const wants = claims.flatMap((claim) => ("perUser" in claim ? [] : [claim]));
  const lack = claims.find((claim) =>
    "perUser" in claim
      ? hadBefore(claim.perUser, candidate, course) >= Number(claim.perUser.perUser?.amount)
      : !isFree(course.stock, claim, wants.slice(0, wants.indexOf(claim))),
  );
  if (lack !== undefined) return lack.code;
  take(course.stock, key, wants);
  return null;
}

/** How often the user got it before, with touches that stand. */
function hadBefore({ name }: Benefit, candidate: Candidate, course: Course): number {
  return counted(course, candidate, null).filter(
    ({ ghost, step, benefits }) => ghost === null && step === 1 && benefits.includes(name.text),
  ).length;
}

function givenOf(named: Benefit, key: string, { world: { catalogue } }: Candidate): Given {
  const benefit = (name: { readonly text: string } | null) => declared(catalogue.benefits, name?.text ?? "");
  switch (named.kind.text) {
    case "lottery":
      return { named, own: benefit(drawn(named, key)), friend: null };
    case "referral":
      return { named, own: benefit(named.giver), friend: benefit(named.friend) };
    default:
      return { named, own: named, friend: null };
  }
}

/** Each prize has the buckets of its share, in order. */
function drawn({ prizes, salt, name }: Benefit, key: string) {
  const tickets = prizes.flatMap(({ share, benefit }) => Array.from({ length: parts(share) }, () => benefit));
  const prize = tickets[bucketOf(salt?.text ?? "", key)];
  if (prize === undefined) throw new Error(`the prizes of ${name.text} do not add up`);
  return prize;
}

/** First of what is named, then of its parts; a friend's are not this user's. */
function benefitClaims(given: Given, channel: string): Claim[] {
  const { named, own, friend } = given;
  return [
    ...claimsOn(named, costOf(given), channel, true),
    ...(own === named ? [] : claimsOn(own, costFor(own), channel, true)),
    ...(friend === null ? [] : claimsOn(friend, costFor(friend), channel, false)),
  ];
}

function claimsOn(benefit: Benefit, cost: Rational, channel: string, ofUser: boolean): Claim[] {
  const id = benefit.name.text;
  const piece = (resource: string) => ({ resource, amount: whole(1), code: `out_of_stock ${id}` });
  const claims: Claim[] = [];
  if (benefit.quantity !== null) claims.push(piece(`benefit:${id}`));
  if (benefit.byChannel.some((each) => each.channel.text === channel)) claims.push(piece(`benefit:${id}@${channel}`));
  if (ofUser && benefit.perUser !== null) claims.push({ perUser: benefit, code: `per_user ${id}` });
  if (benefit.budget !== null) claims.push(...money(`money:benefit:${id}`, cost, id));
  return claims;
}

/** A set's budget pays for the benefit and for the sending. */
function setClaims(
  { member: { set }, world: { catalogue } }: Candidate,
  benefitCost: Rational,
  channel: string,
): Claim[] {
  if (set === null || set.budget === null) return [];
  const cost = plus(benefitCost, amountOf(declared(catalogue.channels, channel).cost));
  return money(`money:set:${set.name.text}`, cost, set.name.text);
}

/** Nothing is taken of a budget by what costs nothing. */
function money(resource: string, amount: Rational, id: string): Want[] {
  return amount.top === 0n ? [] : [{ resource, amount, code: `over_budget ${id}` }];
}

/** What a touch's benefits cost us together. */
export function costOf({ named, own, friend }: Given): Rational {
  const all = [named, ...(own === named ? [] : [own]), ...(friend === null ? [] : [friend])];
  return all.map(costFor).reduce(plus, whole(0));
}

/** What one costs us: as it says, else its face value. Points have none, and of lotteries and referrals the parts cost. */
function costFor(benefit: Benefit): Rational {
  if (benefit.cost !== null) return amountOf(benefit.cost);
  if (benefit.upTo !== null) return amountOf(benefit.upTo);
  return benefit.amount === null || benefit.amount.unit === "points" ? whole(0) : amountOf(benefit.amount);
}

function amountOf(quantity: Quantity | null): Rational {
  return quantity === null ? whole(0) : decimal(quantity.amount);
}
