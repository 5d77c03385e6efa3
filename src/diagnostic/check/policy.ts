import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** Rules that hold for all strategies, and what strategies share: purposes, points, tags that they set. */
export interface PolicyMessages {
  "rule-twice": { readonly rule: "personalise" | "quiet" | "holdout" | "bestHour" };
  "cap-unit": { readonly name: string };
  "unknown-purpose": { readonly name: string; readonly exist: Exist };
  "unknown-point": { readonly name: string; readonly exist: Exist };
  "unknown-strategy-tag": { readonly name: string; readonly exist: Exist };
  "sets-fact-tag": { readonly tag: string };
  "strategy-tag-place": { readonly tag: string };
}

const ruleWords = {
  personalise: "personalise if",
  quiet: "quiet hours",
  holdout: "holdout",
  bestHour: "best hour from",
} as const;

export const policyEn: Catalogue<PolicyMessages> = {
  "rule-twice": ({ rule }) => ({
    message: `the policy says \`${ruleWords[rule]}\` twice`,
    fix: rule === "personalise" ? "Keep one, and join the conditions with `and` or `or`." : "Keep one of the two.",
  }),
  "cap-unit": ({ name }) => ({
    message: `there is no calendar cap per \`${name}\``,
    fix: "Write `per day`, `per week` or `per month`; for any other stretch, such as an hour: `in 1 hour`.",
  }),
  "unknown-purpose": ({ name, exist }) => ({
    message: `\`${name}\` is not a purpose`,
    fix: useEn(exist, "Write `marketing` or `service`."),
  }),
  "unknown-point": ({ name, exist }) => ({
    message: `there is no operating point called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`point ${name} "…"\`.`),
  }),
  "unknown-strategy-tag": ({ name, exist }) => ({
    message: `there is no tag called \`${name}\` that strategies set`,
    fix: useEn(exist, `Declare it first: \`tag strategy ${name} valid 30 days\`.`),
  }),
  "sets-fact-tag": ({ tag }) => ({
    message: `\`${tag}\` follows from what users do, so no strategy can set it`,
    fix: `Declare another one for it, such as \`tag strategy touched_${tag} valid 30 days\`.`,
  }),
  "strategy-tag-place": ({ tag }) => ({
    message: `\`${tag}\` is set by strategies, so only a strategy can ask for it, when its turn has come`,
    fix: `Write \`has ${tag}\` in the \`who\` of a strategy.`,
  }),
};

export const policyZh: Catalogue<PolicyMessages> = {
  "rule-twice": ({ rule }) => ({
    message: `触达规则里的 \`${ruleWords[rule]}\` 写了两次`,
    fix: rule === "personalise" ? "请只留一条，条件用 `and` 或 `or` 连起来。" : "请只留一条。",
  }),
  "cap-unit": ({ name }) => ({
    message: `频控不能写每 \`${name}\``,
    fix: "请写 `per day`、`per week` 或 `per month`；其他时长，例如一小时，请写 `in 1 hour`。",
  }),
  "unknown-purpose": ({ name, exist }) => ({
    message: `没有 \`${name}\` 这种触达目的`,
    fix: useZh(exist, "请写 `marketing`（营销）或 `service`（服务）。"),
  }),
  "unknown-point": ({ name, exist }) => ({
    message: `没有叫 \`${name}\` 的运营点`,
    fix: useZh(exist, `请先声明：\`point ${name} "…"\`。`),
  }),
  "unknown-strategy-tag": ({ name, exist }) => ({
    message: `没有叫 \`${name}\` 的策略标签`,
    fix: useZh(exist, `请先声明：\`tag strategy ${name} valid 30 days\`。`),
  }),
  "sets-fact-tag": ({ tag }) => ({
    message: `\`${tag}\` 是由用户行为得出的标签，策略不能给人打上`,
    fix: `请另外声明一个，例如 \`tag strategy touched_${tag} valid 30 days\`。`,
  }),
  "strategy-tag-place": ({ tag }) => ({
    message: `\`${tag}\` 是策略打上的标签，只有轮到某条策略时才知道有没有`,
    fix: `请把 \`has ${tag}\` 写在策略的 \`who\` 里。`,
  }),
};
