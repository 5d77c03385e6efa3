import type { Dice } from "./dice.js";
import { block, type Piece } from "./pieces.js";

export const channelIds = ["push", "sms", "mail"] as const;

/** Those that can be named; the last two are made of others. */
export const benefitIds = ["c20", "tenth", "lucky", "p100", "mug", "lounge", "checked", "wheel", "friends"] as const;

const units = ["day", "week", "month"];

export function channels(dice: Dice): Piece[] {
  const quota = () => (dice.once(4) ? [`quota ${1 + dice.below(3)} per ${dice.pick(units)}`] : []);
  const often = (text: string) => (dice.once(4) ? [] : [text]);
  return [
    block("channel push", ...often("reach if user.vip is true"), ...quota(), "cost 0 CNY"),
    block(
      "channel sms",
      ...often(dice.pick(["reach if user.city is known", 'reach if user.app is known and user.app >= "8.2"'])),
      ...quota(),
      ...(dice.once(3) ? [`limit body ${dice.pick([6, 7, 8])} characters`] : []),
      "cost 0.05 CNY",
    ),
    block(
      "channel mail",
      ...(dice.once(4) ? ["reach if did visit in the last 3 days"] : []),
      ...quota(),
      "cost 0.002 CNY",
    ),
  ];
}

/** Few of each, so that they run out. */
export function benefits(dice: Dice): Piece[] {
  const counted = () => [
    ...(dice.once(3) ? [`quantity ${2 + dice.below(3)}`] : []),
    ...(dice.once(4) ? [`quantity ${1 + dice.below(2)} by ${dice.pick(channelIds)}`] : []),
    ...(dice.once(4) ? [`${1 + dice.below(2)} per user`] : []),
  ];
  const limits = (cost: number) => [
    ...counted(),
    ...(dice.once(4) ? [`budget ${cost * (1 + dice.below(3))} CNY`] : []),
  ];
  const valid = () => `valid ${dice.pick(["7 days", "36 hours", "1 month"])} after issue`;
  return [
    block("benefit coupon c20", "20 CNY off over 100 CNY", valid(), ...limits(20)),
    block("benefit coupon tenth", "10% off up to 50 CNY", ...limits(50)),
    block("benefit free_order lucky", "free order up to 300 CNY", ...limits(300)),
    block("benefit points p100", "100 points", ...(dice.once(2) ? ["cost 0.5 CNY"] : []), ...limits(1)),
    block("benefit gift mug", "worth 39 CNY", "cost 12 CNY", ...limits(12)),
    block("benefit privilege lounge", "worth 99 CNY", valid(), ...limits(99)),
    block("benefit check_in checked", dice.pick(["50 points", "worth 10 CNY"]), ...limits(10)),
    block("benefit lottery wheel", "prize 30% c20", "prize 20% mug", "prize 50% p100", 'salt "wheel"', ...counted()),
    block("benefit referral friends", `giver ${dice.pick(["c20", "p100"])}`, "friend p100", ...counted()),
  ];
}

/** For each channel: texts of their own, with the benefit, with when it expires, with the event that started them. */
export const materials: readonly Piece[] = [
  block(
    "material plain_push for push",
    `zh-CN title "{user.city if unknown '？'}你好"`,
    `en title "Hello {user.city if unknown '?'}, {items of last pay if unknown 'friend'}"`,
  ),
  block("material plain_sms for sms", `zh-CN body "{user.name if unknown '—'}"`, `en body "Hello {user.id}"`),
  'material plain_mail for mail template "M_1" { who = user.id  spent = sum of pay.amount ever }',
  block("material gift_push for push", 'zh-CN title "{benefit.amount}"', 'en title "{benefit.amount} off"'),
  block("material gift_sms for sms", 'zh-CN body "{benefit.amount}"', 'en body "Take {benefit.amount}"'),
  block("material gift_mail for mail", 'zh-CN body "{benefit.amount}"', 'en body "Take {benefit.amount}"'),
  block(
    "material until_push for push",
    'zh-CN title "{benefit.amount} 至 {benefit.expires_at}"',
    'en title "{benefit.amount} until {benefit.expires_at}"',
  ),
  block("material until_sms for sms", 'zh-CN body "至 {benefit.expires_at}"', 'en body "until {benefit.expires_at}"'),
  block("material until_mail for mail", 'zh-CN body "至 {benefit.expires_at}"', 'en body "until {benefit.expires_at}"'),
  block(
    "material echo_push for push",
    `zh-CN title "{event.ref if unknown '无'}"`,
    `en title "{event.ref if unknown '-'}"`,
  ),
  `material echo_sms for sms template "S_2" { ref = event.ref if unknown '-' }`,
  block(
    "material echo_mail for mail",
    `zh-CN body "{event.ref if unknown '无'}"`,
    `en body "{event.ref if unknown '-'}"`,
  ),
];

/** Channel, benefit and material of a strategy or a variant, which go together. */
export function offerOf(dice: Dice, hasEvent: boolean): Piece[] {
  const list = dice.some(channelIds, dice.pick([1, 2]), 3);
  const benefit = dice.once(3) ? "none" : dice.pick(benefitIds);
  const without = benefit !== "none" && dice.once(4);
  const filled = dice.pick(flavours(benefit, without, hasEvent));
  return [
    `channel ${channelText(dice, list)}`,
    `benefit ${benefit}${without ? " else none" : ""}`,
    `material ${list.map((channel) => `${filled}_${channel}`).join(", ")}`,
  ];
}

function flavours(benefit: string, without: boolean, hasEvent: boolean): string[] {
  const plain = hasEvent ? ["plain", "echo"] : ["plain"];
  if (benefit === "none" || without) return plain;
  return benefit === "c20" || benefit === "lounge" ? [...plain, "gift", "until"] : [...plain, "gift"];
}

function channelText(dice: Dice, list: readonly string[]): string {
  if (list.length > 1 && dice.once(4))
    return `preferred of (${list.join(", ")})${dice.once(2) ? ` with at least ${1 + dice.below(2)} receipts` : ""}`;
  const wait = () =>
    dice.once(3)
      ? ""
      : ` after ${dice.pick(["10 minutes", "4 hours", "26 hours"])} if not ${dice.pick(["delivered", "opened", "opened", "clicked"])}`;
  return list.map((channel, place) => (place === 0 ? channel : `then ${channel}${wait()}`)).join(" ");
}

/** Hours of sending, where a strategy says them. */
export function sendOf(dice: Dice): string[] {
  if (dice.once(5))
    return [`send at best hour${dice.pick(["", " between 09:00 and 21:00", " between 20:00 and 03:00"])}`];
  if (dice.once(4))
    return [
      `send between ${dice.pick(["08:00 and 22:00", "20:00 and 02:00", "11:00 and 12:30"])} else ${dice.pick(["skip", "delay", "delay"])}`,
    ];
  return [];
}
