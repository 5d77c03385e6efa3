import type { RulePage } from "./page.js";

export const budgetLeftOver: RulePage = {
  code: "budget-left-over",
  claim: {
    en: "a benefit's budget can never be used up",
    zh: "权益的预算永远用不完",
  },
  shown: {
    en: "All pieces together cost less than the budget, by one piece or more. Either money lies idle or the quantity has a digit too few.",
    zh: "全部发完也用不完预算，至少还剩一份的钱：要么钱闲置了，要么数量少写了。",
  },
  unseen: {
    en: "How many will really be used: a budget counts what is promised.",
    zh: "实际会核销多少：预算按承诺发出的计算。",
  },
  wrong: `benefit coupon spring {
  20 CNY off over 100 CNY
  quantity 100
  budget 15000 CNY
}`,
  mended: `benefit coupon spring {
  20 CNY off over 100 CNY
  quantity 750
  budget 15000 CNY
}`,
};
