import type { RulePage } from "./page.js";

export const beatenPriority: RulePage = {
  code: "beaten-priority",
  claim: {
    en: "a higher priority never counts, since the other strategy starts earlier",
    zh: "更高的优先级用不上：对手总是更早开始",
  },
  shown: {
    en: "Priority settles who wins at one instant. Of two strategies that exclude each other, the one with the earlier clock time has touched the user before the other one looks.",
    zh: "优先级只决定同一时刻谁赢。两个互斥的策略，钟点更早的那个在对方开始之前就已经触达了用户。",
  },
  unseen: {
    en: "Strategies that an event starts: at which hour they meet is not known.",
    zh: "由行为触发的策略：它们在几点相遇并不知道。",
  },
  wrong: `strategy small {
  when every day at 09:00
  repeat always
  channel push
  benefit none
  material hello
  priority 40
}
strategy large {
  when every day at 10:00
  repeat always
  channel push
  benefit off20
  material hello
  priority 80
  exclusive with small
}`,
  mended: `strategy small {
  when every day at 10:00
  repeat always
  channel push
  benefit none
  material hello
  priority 40
}
strategy large {
  when every day at 10:00
  repeat always
  channel push
  benefit off20
  material hello
  priority 80
  exclusive with small
}`,
};
