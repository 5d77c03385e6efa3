import type { RulePage } from "./page.js";

export const quantityOverBudget: RulePage = {
  code: "quantity-over-budget",
  claim: {
    en: "a benefit has more pieces than its budget pays for",
    zh: "权益的数量超过预算能发的份数",
  },
  shown: {
    en: "The cost to you of one piece, times the quantity, is more than the budget. The pieces run out of money before they run out, and the last users are refused as `over_budget`.",
    zh: "单份成本乘以数量，超过了预算：还没发完钱就用光了，最后一批用户会以 `over_budget` 被拒绝。",
  },
  unseen: {
    en: "How many will really be used: a budget counts what is promised.",
    zh: "实际会核销多少：预算按承诺发出的计算。",
  },
  wrong: `benefit coupon spring {
  20 CNY off over 100 CNY
  quantity 1000
  budget 15000 CNY
}`,
  mended: `benefit coupon spring {
  20 CNY off over 100 CNY
  quantity 750
  budget 15000 CNY
}`,
};
