import type { RulePage } from "./page.js";

export const lateStep: RulePage = {
  code: "late-step",
  claim: {
    en: "a later message comes after its benefit or goal is over",
    zh: "后续的触达来得太晚：权益已过期，或目标的期限已过",
  },
  shown: {
    en: "The waits of a channel chain are added up and held against the benefit's validity, which starts with the first touch, and against the time that the goal gives.",
    zh: "把各步的等待时间加起来，与权益的有效期（从首次触达算起）和目标给出的期限相比。",
  },
  unseen: {
    en: "Nights between the steps: a step that quiet hours move over the limit is told as `too_late` when it happens.",
    zh: "步骤之间的夜晚：被免打扰推过期限的那一步，发生时会以 `too_late` 说明。",
  },
  wrong: `strategy remind {
  when pay happens
  channel push then sms after 200 hours if not opened
  benefit off20
  material hello, hello_sms
}`,
  mended: `strategy remind {
  when pay happens
  channel push then sms after 48 hours if not opened
  benefit off20
  material hello, hello_sms
}`,
};
