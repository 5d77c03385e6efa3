import { DateTime } from "luxon";
import type { Benefit, Program } from "../../../src/program/program.js";
import { type History, instantOf, type Rule, sentOf, strategyOf, type TouchItem } from "../log.js";
import { grouped, periodOf } from "./caps.js";

/** Never more is given out than there is, in all, over a channel, to a user, or for the money. */
export const stock: Rule = (history) => {
  const { program } = history;
  const sent = history.users.flatMap(sentOf);
  const starts = sent.filter(({ step }) => step === "1");
  return [
    ...program.benefits.flatMap((benefit) => overBenefit(program, benefit, starts)),
    ...program.sets.flatMap(({ id, budget }) => {
      const spent = total(
        starts.filter((touch) => touch.set === id),
        (touch) => costOf(program, touch) + sendCost(program, touch),
      );
      return budget !== null && spent > budget ? [broken(`set ${id}: ${spent} of ${budget}`)] : [];
    }),
    ...overQuota(history, sent),
  ];
};

function overBenefit(program: Program, benefit: Benefit, touches: readonly TouchItem[]): ReturnType<Rule> {
  const { id, quantity, byChannel, perUser, budget } = benefit;
  const given = touches.filter((touch) => partsOf(touch).includes(id));
  const found: ReturnType<Rule> = [];
  if (quantity !== null && given.length > quantity) found.push(broken(`${id}: ${given.length} of ${quantity}`));
  for (const { channel, quantity: most } of byChannel) {
    const over = given.filter((touch) => touch.channel === program.channels[channel]?.id).length;
    if (over > most) found.push(broken(`${id} by ${program.channels[channel]?.id}: ${over} of ${most}`));
  }
  if (perUser !== null)
    for (const [user, own] of grouped(given, (touch) => touch.user))
      if (own.length > perUser) found.push({ ...broken(`${id}: ${own.length} of ${perUser}`), user });
  const spent = given.length * benefit.cost;
  if (budget !== null && spent > budget) found.push(broken(`${id}: ${spent} of ${budget}`));
  return found;
}

/** What is free is what nobody holds: nothing is lost, nothing given back twice. */
export const books: Rule = ({ program, users, stock: { has } }) => {
  const starts = users.flatMap(sentOf).filter(({ step }) => step === "1");
  return program.benefits.flatMap(({ id, quantity, budget, cost }) => {
    const given = starts.filter((touch) => partsOf(touch).includes(id)).length;
    return [
      { resource: `benefit:${id}`, limit: quantity, taken: given },
      { resource: `money:benefit:${id}`, limit: budget, taken: given * cost },
    ].flatMap(({ resource, limit, taken }) => {
      if (limit === null) return [];
      const free = limit - taken;
      if (has({ resource, amount: free }) && !has({ resource, amount: free + 1 })) return [];
      return [broken(`${resource}: not ${free} are free`)];
    });
  });
};

/** The ids of all that a touch gives: the benefit, the lottery it was drawn from, both sides of a referral. */
function partsOf({ benefit }: TouchItem): string[] {
  if (benefit === null) return [];
  const { id, lottery, referral } = benefit;
  return [id, ...(lottery === null ? [] : [lottery]), ...(referral === null ? [] : [referral.id, referral.friend.id])];
}

function costOf(program: Program, touch: TouchItem): number {
  return total(partsOf(touch), (id) => program.benefits.find((benefit) => benefit.id === id)?.cost ?? 0);
}

function sendCost(program: Program, touch: TouchItem): number {
  return program.channels.find(({ id }) => id === touch.channel)?.cost ?? 0;
}

/** What all users together may get over a channel, by the date of sending in the project's zone. */
function overQuota({ program, ...history }: History, sent: readonly TouchItem[]): ReturnType<Rule> {
  return program.channels.flatMap(({ id, quota }) => {
    if (quota === null) return [];
    const own = sent.filter(({ channel }) => channel === id);
    const periods = grouped(own, ({ send_at }) => {
      const date = DateTime.fromMillis(instantOf(send_at), { zone: program.project.zone }).toISODate() ?? "";
      return periodOf({ program, ...history }, quota.per, date);
    });
    return [...periods].flatMap(([period, touches]) =>
      touches.length > quota.n ? [broken(`quota of ${id} from ${period}: ${touches.length} of ${quota.n}`)] : [],
    );
  });
}

function broken(detail: string): ReturnType<Rule>[number] {
  return { rule: "stock", user: "", detail };
}

function total<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

/** What a touch gives is what its variant offers, or nothing where the offer says so. */
export const offers: Rule = (history) =>
  history.users.flatMap((user) =>
    sentOf(user).flatMap((touch) => {
      const variant = strategyOf(history, touch.strategy).variants.find(({ id }) => id === touch.variant);
      const step = variant?.offer?.steps[Number(touch.step) - 1];
      const channels = step?.channels.map((place) => history.program.channels[place]?.id) ?? [];
      return channels.includes(touch.channel)
        ? []
        : [{ rule: "offer", user: user.id, detail: `${touch.strategy} ${touch.variant} over ${touch.channel}` }];
    }),
  );
