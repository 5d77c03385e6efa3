import type { RulePage } from "./page.js";

export const shadowedStage: RulePage = {
  code: "shadowed-stage",
  claim: {
    en: "nobody can be in this stage or tier",
    zh: "谁也进不了这个阶段或层级",
  },
  shown: {
    en: "Stages are asked from top to bottom, and the first that holds counts. A stage is shadowed when whoever is in it is in one of those above as well. Its users are counted elsewhere, and the strategies for it reach nobody.",
    zh: "阶段从上往下问，先符合的算数。符合这个阶段的人若都已经符合上面的某个阶段，它就永远是空的：它的用户都算到了别处，为它写的策略谁也触达不到。",
  },
  unseen: {
    en: "Limits that `calibrate` finds in your data: which of two of them is larger is not known here.",
    zh: "由 `calibrate` 从数据里求出的界限：两个界限谁大谁小，在这里还不知道。",
  },
  wrong: `lifecycle visitor {
  stage regular when user.visits >= 2
  stage devoted when user.visits >= 10
  otherwise new_here
}`,
  mended: `lifecycle visitor {
  stage devoted when user.visits >= 10
  stage regular when user.visits >= 2
  otherwise new_here
}`,
};
