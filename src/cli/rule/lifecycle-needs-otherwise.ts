import type { RulePage } from "./page.js";

export const lifecycleNeedsOtherwise: RulePage = {
  code: "lifecycle-needs-otherwise",
  claim: {
    en: "a lifecycle leaves somebody out",
    zh: "生命周期漏掉了一些用户",
  },
  shown: {
    en: "Every user is in exactly one stage, or counts and shares mean nothing. A lifecycle without `otherwise` is sound when it is proved that nobody can be outside of all its stages; where somebody can, the message describes such a user.",
    zh: "每个用户必须正好属于一个阶段，否则人数和占比都没有意义。没有 `otherwise` 的生命周期，要能证明没有人落在所有阶段之外；如果有，报错里会描述这样的用户。",
  },
  unseen: {
    en: "Tests too rich to be looked through. There `otherwise` is asked for as well: it costs nothing where it stays empty.",
    zh: "复杂得看不完的条件。这时同样要求写 `otherwise`：没有人时它就是空的，没有坏处。",
  },
  wrong: `lifecycle buyer {
  stage active when did pay in the last 30 days
  stage asleep when did pay ever
}`,
  mended: `lifecycle buyer {
  stage active when did pay in the last 30 days
  stage asleep when did pay ever
  stage intro when not did pay ever
}`,
};
