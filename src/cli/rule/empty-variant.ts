import type { RulePage } from "./page.js";

export const emptyVariant: RulePage = {
  code: "empty-variant",
  claim: {
    en: "nobody is ever assigned to this variant",
    zh: "没有人会分到这个实验组",
  },
  shown: {
    en: "A variant of 0 % gets nobody. It may stay for those who were assigned to it before, which `was` says; one that never had a share is a slip.",
    zh: "占比 0% 的组分不到人。以前有人分到过的组可以留着，用 `was` 写明；从来没有过份额的，就是写错了。",
  },
  unseen: {
    en: "A share so small that no one falls into it by chance.",
    zh: "占比小到碰巧没有人落进去的情形。",
  },
  wrong: `strategy welcome {
  when every day at 10:00
  repeat never
  split salt "welcome-1" {
    100% variant told { channel push  benefit none  material hello }
    0% variant control { none }
  }
}`,
  mended: `strategy welcome {
  when every day at 10:00
  repeat never
  split salt "welcome-1" {
    90% variant told { channel push  benefit none  material hello }
    10% variant control { none }
  }
}`,
};
