import type { RulePage } from "./page.js";

export const deadWho: RulePage = {
  code: "dead-who",
  claim: {
    en: "nobody can ever be in this `who`",
    zh: "谁也不可能符合这个 `who`",
  },
  shown: {
    en: "Every phrase leaves some values: of a field a range, of a kind of event how often it happened within a window. A window inside another cannot hold more events than the other; a streak of 5 days takes 5 events. Where nothing is left for one of them, the phrases that took it away are named. Such a strategy runs every day and never touches anybody, which looks just like a strategy with bad luck.",
    zh: "每句条件都只留下一部分可能：字段在哪个范围，一种行为在某段时间里发生了几次。小时间窗里的次数不会多过包住它的大时间窗；连续 5 天就至少有 5 次。只要有一项什么都没剩下，就列出把它排空的那几句。这样的策略天天运行、从不触达任何人，看上去和“运气不好”没有两样。",
  },
  unseen: {
    en: "What only your data can tell: that nobody happens to have visited more than 5 times is for `plan` to show.",
    zh: "只有数据才能说明的事：碰巧没有人访问超过 5 次，要看 `plan`。",
  },
  wrong: `strategy back {
  when every day at 10:00
  who did pay in the last 7 days
    and time since last pay > 30 days
  repeat never
  channel push
  benefit none
  material hello
}`,
  mended: `strategy back {
  when every day at 10:00
  who did pay ever
    and time since last pay > 30 days
  repeat never
  channel push
  benefit none
  material hello
}`,
};
