import type { Catalogue } from "../wording.js";

/** Strategies that are incomplete, or whose parts do not belong together. */
export interface StrategyMessages {
  "strategy-needs": {
    readonly strategy: string;
    readonly clause: "when" | "channel" | "benefit" | "material" | "repeat";
  };
  "clock-missing": { readonly write: string };
  "bad-clock": { readonly text: string };
  "priority-range": { readonly text: string };
  "goal-needs-within": { readonly goal: string };
  "channel-twice": { readonly channel: string };
  "material-channel-unused": { readonly material: string; readonly channel: string; readonly chain: readonly string[] };
  "channel-without-material": { readonly channel: string };
  "channel-two-materials": { readonly channel: string; readonly first: string; readonly second: string };
  /** `benefit` is `null` under `benefit none`. */
  "hole-needs-benefit": { readonly material: string; readonly hole: string; readonly benefit: string | null };
}

const clauseEn = {
  when: ["when it starts", "Add for example `when every day at 10:00`."],
  channel: ["over which channel it reaches people", "Add for example `channel push`."],
  benefit: ["which benefit it gives", "Add `benefit` and its name, or `benefit none`."],
  material: ["what it sends", "Add `material` and the name of a material for each channel."],
  repeat: [
    "whether it may reach the same user again",
    "Add `repeat never`, `repeat always` or for example `repeat after 30 days`.",
  ],
} as const;

export const strategiesEn: Catalogue<StrategyMessages> = {
  "strategy-needs": ({ strategy, clause }) => ({
    message: `the strategy \`${strategy}\` does not say ${clauseEn[clause][0]}`,
    fix: clauseEn[clause][1],
  }),
  "clock-missing": ({ write }) => ({
    message: "this schedule does not say at what time of day",
    fix: `Add a time, such as \`${write}\`.`,
  }),
  "bad-clock": ({ text }) => ({
    message: `there is no time of day \`${text}\``,
    fix: "Write a time from `00:00` to `23:59`.",
  }),
  "priority-range": ({ text }) => ({
    message: `\`${text}\` is outside the range of priorities`,
    fix: "Write a whole number from 0 to 100; the higher one goes first, and 50 is usual.",
  }),
  "goal-needs-within": ({ goal }) => ({
    message: `the goal \`${goal}\` does not say how soon after the touch it must be reached`,
    fix: `Write for example \`goal ${goal} within 3 days\`.`,
  }),
  "channel-twice": ({ channel }) => ({
    message: `the channel \`${channel}\` stands here twice`,
    fix: "Remove one of the two.",
  }),
  "material-channel-unused": ({ material, channel, chain }) => ({
    message: `the material \`${material}\` is for \`${channel}\`, which this strategy does not use`,
    fix: `Remove the material, or add the channel: \`channel ${[...chain, channel].join(" then ")}\`.`,
  }),
  "channel-without-material": ({ channel }) => ({
    message: `no material of this strategy is for the channel \`${channel}\``,
    fix: `Name a material that is declared \`for ${channel}\`.`,
  }),
  "channel-two-materials": ({ channel, first, second }) => ({
    message: `\`${first}\` and \`${second}\` are both for the channel \`${channel}\``,
    fix: "Keep one material per channel.",
  }),
  "hole-needs-benefit": ({ material, hole, benefit }) => ({
    message:
      benefit === null
        ? `the material \`${material}\` shows \`{${hole}}\`, but this strategy gives no benefit`
        : `the material \`${material}\` shows \`{${hole}}\`, but the benefit \`${benefit}\` does not have that`,
    fix: missingEn(hole, benefit),
  }),
};

function missingEn(hole: string, benefit: string | null): string {
  if (benefit === null) return "Name a benefit, or use a material without that hole.";
  if (hole === "benefit.over")
    return "Use a coupon with a threshold, such as `20 CNY off over 200 CNY`, or another material.";
  return `Say how long \`${benefit}\` is valid, such as \`valid 7 days after issue\`, or use another material.`;
}

const clauseZh = {
  when: ["什么时候触达", "例如加上 `when every day at 10:00`。"],
  channel: ["走哪个渠道", "例如加上 `channel push`。"],
  benefit: ["发什么权益", "请写 `benefit` 加权益名；不发就写 `benefit none`。"],
  material: ["用什么素材", "请写 `material`，给每个渠道各指定一个素材。"],
  repeat: ["能不能重复触达同一个用户", "请写 `repeat never`、`repeat always`，或例如 `repeat after 30 days`。"],
} as const;

export const strategiesZh: Catalogue<StrategyMessages> = {
  "strategy-needs": ({ strategy, clause }) => ({
    message: `策略 \`${strategy}\` 没有写明${clauseZh[clause][0]}`,
    fix: clauseZh[clause][1],
  }),
  "clock-missing": ({ write }) => ({
    message: "没有写明在几点执行",
    fix: `请加上时间，例如 \`${write}\`。`,
  }),
  "bad-clock": ({ text }) => ({
    message: `没有 \`${text}\` 这个时间`,
    fix: "请写 `00:00` 到 `23:59` 之间的时间。",
  }),
  "priority-range": ({ text }) => ({
    message: `优先级 \`${text}\` 超出了范围`,
    fix: "请写 0 到 100 的整数，数字大的优先，一般写 50。",
  }),
  "goal-needs-within": ({ goal }) => ({
    message: `目标 \`${goal}\` 没有写明触达后多久之内算达成`,
    fix: `例如写 \`goal ${goal} within 3 days\`。`,
  }),
  "channel-twice": ({ channel }) => ({
    message: `渠道 \`${channel}\` 写了两次`,
    fix: "请删掉一个。",
  }),
  "material-channel-unused": ({ material, channel, chain }) => ({
    message: `素材 \`${material}\` 是给渠道 \`${channel}\` 用的，而这个策略不走这个渠道`,
    fix: `请去掉这个素材，或加上渠道：\`channel ${[...chain, channel].join(" then ")}\`。`,
  }),
  "channel-without-material": ({ channel }) => ({
    message: `渠道 \`${channel}\` 没有对应的素材`,
    fix: `请加上一个声明为 \`for ${channel}\` 的素材。`,
  }),
  "channel-two-materials": ({ channel, first, second }) => ({
    message: `\`${first}\` 和 \`${second}\` 都是渠道 \`${channel}\` 的素材`,
    fix: "每个渠道只留一个素材。",
  }),
  "hole-needs-benefit": ({ material, hole, benefit }) => ({
    message:
      benefit === null
        ? `素材 \`${material}\` 用到了 \`{${hole}}\`，而这个策略不发权益`
        : `素材 \`${material}\` 用到了 \`{${hole}}\`，而权益 \`${benefit}\` 没有这一项`,
    fix: missingZh(hole, benefit),
  }),
};

function missingZh(hole: string, benefit: string | null): string {
  if (benefit === null) return "请指定一个权益，或换一个不含它的素材。";
  if (hole === "benefit.over") return "请换成有门槛的券，例如 `20 CNY off over 200 CNY`，或换一个素材。";
  return `请写明 \`${benefit}\` 的有效期，例如 \`valid 7 days after issue\`，或换一个素材。`;
}
