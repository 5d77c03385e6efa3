import type { RulePage } from "./page.js";

export const idlePart: RulePage = {
  code: "idle-part",
  claim: {
    en: "a part of this `who` adds nothing",
    zh: "`who` 里有一句写了等于没写",
  },
  shown: {
    en: "A part is idle when its opposite can hold for nobody whom the other parts describe. Often something else was meant: another window, another event, another bound.",
    zh: "其他条件都成立时，这一句的反面不可能成立，它就什么也没有排除。往往本来想写的是另一段时间、另一种行为或另一个界限。",
  },
  unseen: {
    en: "`is known` before a phrase that needs the value is not called idle: it is what makes that phrase safe.",
    zh: "后面的条件要用到某个值时，前面的 `is known` 不算多余：正是它保证那个值可用。",
  },
  wrong: `strategy fans {
  when every day at 10:00
  who did visit at least 3 times in the last 7 days
    and did visit in the last 30 days
  repeat never
  channel push
  benefit none
  material hello
}`,
  mended: `strategy fans {
  when every day at 10:00
  who did visit at least 3 times in the last 7 days
    and did pay in the last 30 days
  repeat never
  channel push
  benefit none
  material hello
}`,
};
