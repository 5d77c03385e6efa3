import type { RulePage } from "./page.js";

export const ownTag: RulePage = {
  code: "own-tag",
  claim: {
    en: "a tag asks for itself: nobody can be the first to get it",
    zh: "标签要求自己：没有人能第一个得到它",
  },
  shown: {
    en: "Every strategy that sets the tag wants users who have it already. Nobody has it at the start, so nobody ever will.",
    zh: "给这个标签的策略都只找已经有它的人。一开始没有人有，以后也就没有人会有。",
  },
  unseen: {
    en: "A circle through several tags, each of which is set for those who have the next.",
    zh: "多个标签互相要求形成的圈。",
  },
  wrong: `strategy keep_vip {
  when every day at 10:00
  who has vip
  repeat always
  channel push
  benefit none
  material hello
  sets vip
}`,
  mended: `strategy become_vip {
  when every day at 10:00
  who user.visits >= 10
  repeat always
  channel push
  benefit none
  material hello
  sets vip
}`,
};
