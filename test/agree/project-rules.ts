import type { Dice } from "./dice.js";
import { block, type Piece } from "./pieces.js";
import { channelIds } from "./project-offer.js";

const caps = ["per day", "per week", "per month", "in 2 days", "in 7 days", "in 90 minutes", "in 24 hours"];

/** A policy with some of all rules, tight enough that they say no. */
export function policyOf(dice: Dice): Piece {
  const share = () => `${dice.pick([5, 10, 20])}%`;
  const sometimes = (inSoMany: number, text: string) => (dice.once(inSoMany) ? [text] : []);
  const rules = [
    ...sometimes(5, "consent sms for marketing if user.city is known"),
    ...sometimes(6, "consent all if did visit ever or user.vip is true"),
    ...sometimes(6, "consent mail for service if user.age is known"),
    ...sometimes(4, "stop list if count of pay ever >= 5"),
    ...sometimes(12, "stop list if user.plan is silver"),
    ...sometimes(6, "personalise if user.vip is true"),
    ...sometimes(
      2,
      `quiet hours from ${dice.pick(["22:00 to 08:00", "12:00 to 14:00", "00:00 to 02:30"])} else ${dice.pick(["delay", "delay", "skip"])}`,
    ),
    ...sometimes(3, `holdout ${share()} salt "all"`),
    ...sometimes(2, `best hour from ${dice.pick(["pay", "pay, visit"])} at least ${dice.pick([1, 2, 3])} times`),
    ...capsOf(dice),
  ];
  return block("policy reach", ...dice.shuffled(rules));
}

function capsOf(dice: Dice): string[] {
  const made = dice.times(dice.below(4), () => {
    const who = dice.pick(["all", "all", ...channelIds, dice.some(channelIds, 2, 2).join(", ")]);
    return [who, dice.pick([0, 1, 1, 2, 2, 3]), dice.pick(caps)] as const;
  });
  // Two caps of one name are refused.
  const named = new Map(made.map(([who, n, window]) => [`${who} ${window}`, `cap ${who} ${n} ${window}`]));
  return [...named.values()];
}

const repeats = [
  "always",
  "always",
  "always",
  "always",
  "never",
  "after 1 day",
  "after 2 days",
  "after 1 week",
  "after 1 month",
];

export function repeatOf(dice: Dice, must: boolean): string[] {
  return must || dice.once(3) ? [`repeat ${dice.pick(repeats)}`] : [];
}
