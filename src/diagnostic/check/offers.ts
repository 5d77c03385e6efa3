import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** Sets, splits and holdouts, and what strategies say about offers and about each other. */
export interface OfferMessages {
  "split-alone": Record<string, never>;
  "split-of-none": Record<string, never>;
  /** `earlier`: from 1, which of the earlier shares; `null` for today's. */
  "split-sum": { readonly sum: string; readonly earlier: number | null };
  "split-history": { readonly variant: string; readonly has: number; readonly other: string; readonly needs: number };
  /** `write` is how each variant has to begin; see `SplitChange`. */
  "split-changed": {
    readonly salt: string;
    readonly why: "shares" | "gone" | "order" | "filled" | "emptied";
    readonly variant: string;
    readonly write: readonly string[];
  };
  "salt-empty": Record<string, never>;
  "salt-twice": { readonly salt: string };
  "hole-may-lack-benefit": { readonly material: string; readonly hole: string; readonly benefit: string };
  "unknown-outcome": { readonly name: string; readonly exist: Exist };
  "unknown-metric": { readonly name: string; readonly exist: Exist };
  "guard-rate": { readonly text: string; readonly metric: string };
  "limit-key": { readonly text: string };
  "unknown-strategy": { readonly name: string; readonly exist: Exist };
  "exclusive-self": { readonly name: string };
  /** `set` is `null` where there is none. */
  "set-clause": { readonly set: string | null; readonly clause: "budget" | "holdout" };
  "otherwise-order": { readonly why: "alone" | "early" | "twice" };
}

export const offersEn: Catalogue<OfferMessages> = {
  "split-alone": () => ({
    message: "a split needs at least two variants to compare",
    fix: "Add for example `20% variant control { none }`, or leave out the split.",
  }),
  "split-of-none": () => ({
    message: "every variant of this split is `{ none }`, so nobody is ever touched",
    fix: "Let at least one variant offer something, such as `80% variant coupon { benefit hp20 }`.",
  }),
  "split-sum": ({ sum, earlier }) => ({
    message:
      earlier === null
        ? `the shares of this split add up to ${sum}, not to 100%`
        : `the earlier shares of this split, number ${earlier} after \`was\`, add up to ${sum}, not to 100%`,
    fix: "Change the shares so that every user has one variant; who gets nothing is a variant too: `20% variant control { none }`.",
  }),
  "split-history": ({ variant, has, other, needs }) => ({
    message: `\`${other}\` says ${needs === 1 ? "one earlier share" : `${needs} earlier shares`}, \`${variant}\` says ${has === 0 ? "none" : has}`,
    fix: `Give \`${variant}\` as many after \`was\`; a variant that was not there yet had 0%: \`20% was 0% variant ${variant}\`.`,
  }),
  "split-changed": ({ salt, why, variant, write }) => ({
    message: {
      shares: `the split \`${salt}\` is running, and \`${variant}\` has other shares than there, so users would silently change variants`,
      gone: `the split \`${salt}\` is running, and its variant \`${variant}\` is missing here, so its users would silently change variants`,
      order: `the split \`${salt}\` is running, and its variants stand in another order here, so users would silently change variants`,
      filled: `the split \`${salt}\` is running, and \`${variant}\` offers something here, while it is \`{ none }\` there`,
      emptied: `the split \`${salt}\` is running, and \`${variant}\` is \`{ none }\` here, while it offers something there`,
    }[why],
    fix:
      why === "filled" || why === "emptied"
        ? `Add a variant of another name and give \`${variant}\` 0%, or start a new experiment under another salt.`
        : `Write ${write.map((head) => `\`${head}\``).join(", ")}; or start a new experiment under another salt.`,
  }),
  "salt-empty": () => ({
    message: "the salt is empty",
    fix: 'Write a text that no other holdout or split has, such as `salt "d11-2026"`.',
  }),
  "salt-twice": ({ salt }) => ({
    message: `the salt \`${salt}\` is used twice, so both would divide users in the same way and spoil each other`,
    fix: `Give one of them another salt, such as \`salt "${salt}-2"\`.`,
  }),
  "hole-may-lack-benefit": ({ material, hole, benefit }) => ({
    message: `the material \`${material}\` shows \`{${hole}}\`, and with \`else none\` there may be no \`${benefit}\` to show`,
    fix: `Use a material without that hole, or leave out \`else none\`.`,
  }),
  "unknown-outcome": ({ name, exist }) => ({
    message: `\`${name}\` is not an outcome of a message`,
    fix: useEn(exist, "Write `opened`, `clicked` or `delivered`."),
  }),
  "unknown-metric": ({ name, exist }) => ({
    message: `\`${name}\` is not measured`,
    fix: useEn(exist, "Write for example `opt_out_rate`."),
  }),
  "guard-rate": ({ text, metric }) => ({
    message: `\`${metric}\` is a rate, and \`${text}\` is not a percentage from 0% to 100%`,
    fix: `Write for example \`stop if ${metric} > 2%\`.`,
  }),
  "limit-key": ({ text }) => ({
    message: `\`${text}\` is not a field of the event that starts the strategy`,
    fix: "Write for example `limit 1 per event.order_id`.",
  }),
  "unknown-strategy": ({ name, exist }) => ({
    message: `there is no strategy and no set called \`${name}\``,
    fix: useEn(exist, "Declare it first."),
  }),
  "exclusive-self": ({ name }) => ({
    message: `\`${name}\` cannot exclude itself`,
    fix: "Name another strategy or set; how soon the same user may be touched again is said by `repeat after 7 days`.",
  }),
  "set-clause": ({ set, clause }) => ({
    message:
      set === null
        ? "only a set has a budget of its own"
        : `the ${clause} belongs to the set \`${set}\` as a whole, not to one of its members`,
    fix:
      set === null
        ? "Write the budget where the benefit is declared, or make this a `set`."
        : `Write it once, in \`set ${set}\` outside its members.`,
  }),
  "otherwise-order": ({ why }) => ({
    message: {
      alone: "`otherwise` takes those whom no case took, and this set has no case",
      early: "`otherwise` stands before a case, which would then find nobody",
      twice: "this set has two `otherwise`, and the second would find nobody",
    }[why],
    fix: {
      alone: "Add `case who … strategy …` before it, or leave out `otherwise`.",
      early: "Move `otherwise` behind the last case.",
      twice: "Keep one of them, or turn the first into a `case who …`.",
    }[why],
  }),
};

export const offersZh: Catalogue<OfferMessages> = {
  "split-alone": () => ({
    message: "分流实验至少要有两个组才能比较",
    fix: "请再加一组，例如 `20% variant control { none }`；不做实验就去掉 `split`。",
  }),
  "split-of-none": () => ({
    message: "这个分流的每一组都是 `{ none }`，谁也不会被触达",
    fix: "请至少让一组有内容，例如 `80% variant coupon { benefit hp20 }`。",
  }),
  "split-sum": ({ sum, earlier }) => ({
    message:
      earlier === null
        ? `这个分流各组占比加起来是 ${sum}，不是 100%`
        : `这个分流 \`was\` 后面第 ${earlier} 个旧占比加起来是 ${sum}，不是 100%`,
    fix: "请调整占比，让每个用户正好属于一组；什么也不发的也算一组：`20% variant control { none }`。",
  }),
  "split-history": ({ variant, has, other, needs }) => ({
    message: `\`${other}\` 写了 ${needs} 个旧占比，\`${variant}\` ${has === 0 ? "一个也没写" : `只写了 ${has} 个`}`,
    fix: `请给 \`${variant}\` 的 \`was\` 补齐；当时还没有这一组就写 0%，例如 \`20% was 0% variant ${variant}\`。`,
  }),
  "split-changed": ({ salt, why, variant, write }) => ({
    message: {
      shares: `分流 \`${salt}\` 正在运行，而 \`${variant}\` 的占比与线上不一致，用户会不知不觉换组`,
      gone: `分流 \`${salt}\` 正在运行，而它的 \`${variant}\` 组在这里没有了，组里的用户会不知不觉换组`,
      order: `分流 \`${salt}\` 正在运行，而这里各组的先后顺序变了，用户会不知不觉换组`,
      filled: `分流 \`${salt}\` 正在运行，\`${variant}\` 在线上是 \`{ none }\`，这里却有内容`,
      emptied: `分流 \`${salt}\` 正在运行，\`${variant}\` 在线上有内容，这里却是 \`{ none }\``,
    }[why],
    fix:
      why === "filled" || why === "emptied"
        ? `请另起名加一组，把 \`${variant}\` 降到 0%；或换一个 salt，重新开始实验。`
        : `请写成 ${write.map((head) => `\`${head}\``).join("、")}；或换一个 salt，重新开始实验。`,
  }),
  "salt-empty": () => ({
    message: "salt 是空的",
    fix: '请写一个不与其他留白组、分流重复的文本，例如 `salt "d11-2026"`。',
  }),
  "salt-twice": ({ salt }) => ({
    message: `salt \`${salt}\` 用了两次，两处会按同样的方式切分用户，互相干扰`,
    fix: `请给其中一处换一个，例如 \`salt "${salt}-2"\`。`,
  }),
  "hole-may-lack-benefit": ({ material, hole, benefit }) => ({
    message: `素材 \`${material}\` 用到了 \`{${hole}}\`，而写了 \`else none\`，可能没有 \`${benefit}\` 可显示`,
    fix: "请换一个不含它的素材，或去掉 `else none`。",
  }),
  "unknown-outcome": ({ name, exist }) => ({
    message: `消息没有 \`${name}\` 这种结果`,
    fix: useZh(exist, "请写 `opened`、`clicked` 或 `delivered`。"),
  }),
  "unknown-metric": ({ name, exist }) => ({
    message: `没有 \`${name}\` 这个监控指标`,
    fix: useZh(exist, "例如写 `opt_out_rate`。"),
  }),
  "guard-rate": ({ text, metric }) => ({
    message: `\`${metric}\` 是比率，而 \`${text}\` 不是 0% 到 100% 之间的百分比`,
    fix: `例如写 \`stop if ${metric} > 2%\`。`,
  }),
  "limit-key": ({ text }) => ({
    message: `\`${text}\` 不是触发事件的字段`,
    fix: "例如写 `limit 1 per event.order_id`。",
  }),
  "unknown-strategy": ({ name, exist }) => ({
    message: `没有叫 \`${name}\` 的策略或策略组`,
    fix: useZh(exist, "请先声明它。"),
  }),
  "exclusive-self": ({ name }) => ({
    message: `\`${name}\` 不能和自己互斥`,
    fix: "请写别的策略或策略组；多久之内不再触达同一个用户，请用 `repeat after 7 days`。",
  }),
  "set-clause": ({ set, clause }) => ({
    message:
      set === null
        ? "只有策略组才有自己的预算"
        : `${clause === "budget" ? "预算" : "留白组"}属于整个策略组 \`${set}\`，不能写在单个策略里`,
    fix: set === null ? "请把预算写在权益的声明里，或改成 `set`。" : `请只在 \`set ${set}\` 里、各策略之外写一次。`,
  }),
  "otherwise-order": ({ why }) => ({
    message: {
      alone: "`otherwise` 接住没有命中任何 case 的人，而这个策略组里没有 case",
      early: "`otherwise` 写在了某个 case 前面，那个 case 就找不到人了",
      twice: "这个策略组有两个 `otherwise`，第二个找不到人",
    }[why],
    fix: {
      alone: "请在前面加上 `case who … strategy …`，或去掉 `otherwise`。",
      early: "请把 `otherwise` 移到最后一个 case 后面。",
      twice: "请只留一个，或把前一个改成 `case who …`。",
    }[why],
  }),
};
