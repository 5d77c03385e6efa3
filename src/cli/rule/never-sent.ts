import type { RulePage } from "./page.js";

export const neverSent: RulePage = {
  code: "never-sent",
  claim: {
    en: "the send window and the quiet hours let nothing out",
    zh: "发送时段和免打扰时段一条也不放行",
  },
  shown: {
    en: "The clock time of the schedule, the strategy's own send window and the policy's quiet hours are laid over each other. `else skip` drops what falls outside, `else delay` waits for the next minute that is let out, for 3 days at most.",
    zh: "把策略的钟点、它自己的发送时段和全局的免打扰时段叠在一起看。`else skip` 会丢掉时段之外的触达，`else delay` 会等到下一个放行的时刻，最多等 3 天。",
  },
  unseen: {
    en: "Best hours found from a user's own habits, and hours that a change of the clock takes away.",
    zh: "按用户自己的习惯求出的最佳时间，以及因夏令时切换而消失的时刻。",
  },
  wrong: `strategy early {
  when every day at 07:30
  repeat never
  channel push
  benefit none
  material hello
  send between 08:00 and 22:00 else skip
}`,
  mended: `strategy early {
  when every day at 07:30
  repeat never
  channel push
  benefit none
  material hello
  send between 08:00 and 22:00 else delay
}`,
};
