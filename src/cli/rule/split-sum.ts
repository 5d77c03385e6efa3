import type { RulePage } from "./page.js";

export const splitSum: RulePage = {
  code: "split-sum",
  claim: {
    en: "the shares of a split are not 100 % in all",
    zh: "分流各组的占比加起来不是 100%",
  },
  shown: {
    en: "A split assigns every user to one variant. What is missing from 100 % would be users of whom nobody knows what they get; those who get nothing are a variant too, so that they can be compared.",
    zh: "分流把每个用户分到正好一组。占比凑不满 100%，就有人不知道该得到什么；什么也不发的也要写成一组，这样才能对比。",
  },
  unseen: {
    en: "Whether the groups are large enough to learn something: `plan` shows their sizes.",
    zh: "各组的人数够不够得出结论：请看 `plan` 里的人数。",
  },
  wrong: `strategy welcome {
  when every day at 10:00
  repeat never
  split salt "welcome-1" {
    45% variant told { channel push  benefit none  material hello }
    45% variant given { channel push  benefit off20  material hello }
  }
}`,
  mended: `strategy welcome {
  when every day at 10:00
  repeat never
  split salt "welcome-1" {
    45% variant told { channel push  benefit none  material hello }
    45% variant given { channel push  benefit off20  material hello }
    10% variant control { none }
  }
}`,
};
