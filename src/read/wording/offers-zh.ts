import type { Length } from "../told.js";
import type { ToldValue } from "../told-strategy.js";
import type { OfferWording } from "../wording.js";
import { row, zh } from "./chinese.js";
import { namesZh } from "./names-zh.js";
import { lengthZh } from "./time-zh.js";

const slots: ReadonlyMap<string, string> = new Map([
  ["title", "标题"],
  ["body", "正文"],
  ["subject", "主题"],
]);
const words = new Set(slots.values());
const named = (id: string): string => namesZh.word({ text: id, id: null });
const slot = (part: string): string => slots.get(part) ?? (words.has(part) ? `「${part}」` : named(part));

const valid = (term: Length | null): string => (term === null ? "长期有效" : zh`发放后 ${lengthZh(term)}内有效`);

const on = (over: string | null, given: string): string => (over === null ? given : zh`订单满 ${over}得${given}`);

const checkIn = (over: string | null, given: string): string =>
  over === null ? zh`签到得${given}` : zh`签到且订单满 ${over}得${given}`;

/** What is made of other benefits says nothing of its own about orders and time. */
const terms = (value: ToldValue, over: string | null, term: Length | null): string => {
  const from = over === null ? "无门槛" : zh`满 ${over}`;
  switch (value.is) {
    case "coupon":
      return `${zh`${from}减 ${value.amount}`}，${valid(term)}`;
    case "percent":
      return `${zh`${from}减 ${value.share}`}，${zh`最多减 ${value.upTo}`}，${valid(term)}`;
    case "free_order":
      return `${over === null ? "无门槛免单" : zh`满 ${over}免单`}，${zh`最高免 ${value.upTo}`}，${valid(term)}`;
    case "points":
      return `${on(over, value.amount)}，${valid(term)}`;
    case "gift":
    case "privilege":
      return `${on(over, zh`价值 ${value.worth}的${value.is === "gift" ? "礼品" : "特权"}`)}，${valid(term)}`;
    case "check_in":
      return `${checkIn(over, zh`价值 ${value.worth}的奖励`)}，${valid(term)}`;
    case "check_in_points":
      return `${checkIn(over, value.amount)}，${valid(term)}`;
    case "lottery":
      return `抽奖：${value.prizes.map(({ share, benefit }) => zh`${share}抽中${benefit}`).join("，")}`;
    case "referral":
      return `${row("邀请人得", value.giver)}，${row("被邀请的好友得", value.friend)}`;
  }
};

const units = { day: "天", week: "周", month: "月" } as const;

export const offersZh: OfferWording = {
  reachAll: "所有用户都可触达",
  reachIf: "可触达的条件是：",
  cost: (amount) => zh`每发一次 ${amount}`,
  quota: (n, per) => zh`全体用户每${units[per]}合计最多发 ${n} 次`,
  characters: (part, n) => zh`${slot(part)}最多 ${n} 个字`,
  terms,
  stock: (stock) => {
    switch (stock.is) {
      case "quantity":
        return `共 ${stock.n} 份`;
      case "byChannel":
        return zh`其中走${stock.channel}的最多 ${stock.n} 份`;
      case "perUser":
        return `每人最多 ${stock.n} 份`;
      case "budget":
        return zh`总成本不超过 ${stock.amount}`;
      case "cost":
        return zh`每份成本 ${stock.amount}`;
      case "salt":
        return row("抽奖随机盐", stock.salt);
    }
  },
  materialFor: (channel) => row("用于", channel),
  materialLine: (locale, part, text) => zh`${locale} ${slot(part)}：${text}`,
  template: (id) => row("用服务商模板", id),
  parameter: (name, value) => `${named(name)} = ${value}`,
  fallbackLocale: (locale, recorded) =>
    recorded ? zh`用户的语言没有对应文字时，用 ${locale} 的` : zh`没有记录用户的语言，所以都用 ${locale} 的`,
};
