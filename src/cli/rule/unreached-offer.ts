import type { RulePage } from "./page.js";

export const unreachedOffer: RulePage = {
  code: "unreached-offer",
  claim: {
    en: "no channel named here reaches anybody of this `who`",
    zh: "写明的渠道触达不到 `who` 里的任何人",
  },
  shown: {
    en: "The `reach if` of each channel is put beside the `who`. If they can never hold together, whoever is wanted is refused at the gate `reachable`, on every channel.",
    zh: "把每个渠道的 `reach if` 和 `who` 放在一起看。如果永远不可能同时成立，要找的人就会在每个渠道上都停在 `reachable` 这一关。",
  },
  unseen: {
    en: "Consent, stop lists and uninstalled apps: who is on them is data.",
    zh: "授权、黑名单和卸载：谁在其中要看数据。",
  },
  wrong: `strategy call {
  when every day at 10:00
  who user.push_on is false
  repeat never
  channel push
  benefit none
  material hello
}`,
  mended: `strategy call {
  when every day at 10:00
  who user.push_on is false
  repeat never
  channel sms
  benefit none
  material hello_sms
}`,
};
