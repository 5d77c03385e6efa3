import { type ShownType, typeEn, typeZh } from "../type-words.js";
import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";
import { leftOutEn, leftOutZh } from "./left-out.js";

/** Measures, values and groups: what is found in the population. */
export interface ModelMessages {
  "measure-needs-otherwise": { readonly measure: string };
  "measure-days": { readonly text: string };
  "share-for-length": { readonly measure: string };
  "score-type": { readonly score: string; readonly text: string; readonly type: ShownType };
  "score-days": { readonly text: string };
  "score-needs-better": { readonly score: string };
  /** `of` is the value. */
  "unknown-score": { readonly name: string; readonly of: string; readonly exist: Exist };
  "value-needs-split": { readonly value: string; readonly text: string };
  /** `example`: phrases that hold of somebody who is left out; `null` where that takes too long to tell. */
  "value-needs-otherwise": { readonly value: string; readonly example: readonly string[] | null };
  "division-needs": {
    readonly kind: "value" | "groups";
    readonly name: string;
    readonly needs: "score" | "tier" | "groups" | "salt";
  };
  "next-without-top": { readonly tier: string; readonly text: string; readonly by: string };
  "tiers-over-all": { readonly text: string; readonly sum: string };
  "many-tiers": { readonly value: string; readonly levels: number };
}

export const modelsEn: Catalogue<ModelMessages> = {
  "measure-needs-otherwise": ({ measure }) => ({
    message: `the measure \`${measure}\` does not say what holds until it is found in the data`,
    fix: "End it with what to take until then, such as `otherwise 60 days`, or `otherwise 20%` for a share.",
  }),
  "measure-days": ({ text }) => ({
    message: `silences are counted in whole days, and \`${text}\` is no number of days`,
    fix: "Write days or weeks, such as `14 days`.",
  }),
  "share-for-length": ({ measure }) => ({
    message: `the measure \`${measure}\` is a share of users, and a length of time is needed here`,
    fix: "Write a length such as `30 days`, or a measure that begins with `smallest n of`.",
  }),
  "score-type": ({ score, text, type }) => ({
    message: `the score \`${score}\` must be an amount that can be averaged, and \`${text}\` is ${typeEn(type)}`,
    fix: "Score by a count, a sum, a number, money or a time since, such as `count of pay in the last 365 days`.",
  }),
  "score-days": ({ text }) => ({
    message: `the time since a moment is counted in whole days here, so \`${text}\` must fall back to days`,
    fix: "Write for example `if unknown 365 days`.",
  }),
  "score-needs-better": ({ score }) => ({
    message: `nothing says whether a high or a low \`${score}\` is the better one`,
    fix: "End the score with `better when higher` or `better when lower`.",
  }),
  "unknown-score": ({ name, of, exist }) => ({
    message: `\`${of}\` has no score called \`${name}\``,
    fix: useEn(exist, `Add one, such as \`score ${name} = count of pay ever better when higher\`.`),
  }),
  "value-needs-split": ({ value, text }) => ({
    message: `\`${text}\` asks where high begins, and \`${value}\` does not say`,
    fix: "Add `split at average` or `split at median`.",
  }),
  "value-needs-otherwise": ({ value, example }) => ({
    message: leftOutEn(`the value \`${value}\``, "members who match no tier", example),
    fix: "End it with the tier for all other members, such as `otherwise common`.",
  }),
  "division-needs": ({ kind, name, needs }) => ({
    message: {
      score: `${kind === "value" ? "the value" : "the groups"} \`${name}\` ${kind === "value" ? "has" : "have"} no score`,
      tier: `the value \`${name}\` has no tier`,
      groups: `\`${name}\` divides nobody: it names fewer than two groups`,
      salt: `the groups \`${name}\` do not say where the search for them begins`,
    }[needs],
    fix: {
      score:
        "Add for example `score m = sum of pay.amount in the last 365 days`, and for a value `better when higher`.",
      tier: "Add for example `tier big when m >= 1000 CNY`, or `tier gold top 20% by m`.",
      groups: "Name at least two, such as `group early  group late`.",
      salt: `Add for example \`salt "${name}-1"\`; another text finds other groups.`,
    }[needs],
  }),
  "next-without-top": ({ tier, text, by }) => ({
    message: `\`${tier}\` takes the next ${text} by \`${by}\`, and no tier before it takes the first`,
    fix: `Write \`top ${text} by ${by}\`.`,
  }),
  "tiers-over-all": ({ text, sum }) => ({
    message: `with \`${text}\` the tiers by share take ${sum} of the members, more than there are`,
    fix: "Lower the shares so that they stay within 100%.",
  }),
  "many-tiers": ({ value, levels }) => ({
    message: `\`${value}\` has ${levels} levels, more than five`,
    fix: "Put levels together that are served alike: hardly a team has something of its own for each of so many.",
  }),
};

export const modelsZh: Catalogue<ModelMessages> = {
  "measure-needs-otherwise": ({ measure }) => ({
    message: `度量 \`${measure}\` 没有说明在从数据里测出之前用什么值`,
    fix: "请在末尾写上暂用的值，例如 `otherwise 60 days`；比例则写 `otherwise 20%`。",
  }),
  "measure-days": ({ text }) => ({
    message: `沉默时长按整天计算，而 \`${text}\` 不是天数`,
    fix: "请写天或周，例如 `14 days`。",
  }),
  "share-for-length": ({ measure }) => ({
    message: `度量 \`${measure}\` 是用户的比例，这里需要的是时长`,
    fix: "请写时长，例如 `30 days`，或改用以 `smallest n of` 开头的度量。",
  }),
  "score-type": ({ score, text, type }) => ({
    message: `得分 \`${score}\` 要能求平均，而 \`${text}\` 是${typeZh(type)}`,
    fix: "请按次数、总额、数值、金额或距今时长打分，例如 `count of pay in the last 365 days`。",
  }),
  "score-days": ({ text }) => ({
    message: `这里的距今时长按整天计算，所以 \`${text}\` 的缺省值也要是天`,
    fix: "例如写 `if unknown 365 days`。",
  }),
  "score-needs-better": ({ score }) => ({
    message: `没有说明 \`${score}\` 是高好还是低好`,
    fix: "请在得分末尾写 `better when higher` 或 `better when lower`。",
  }),
  "unknown-score": ({ name, of, exist }) => ({
    message: `\`${of}\` 里没有名为 \`${name}\` 的得分`,
    fix: useZh(exist, `请先加上，例如 \`score ${name} = count of pay ever better when higher\`。`),
  }),
  "value-needs-split": ({ value, text }) => ({
    message: `\`${text}\` 要分高低，但 \`${value}\` 没有说明以什么为界`,
    fix: "请加上 `split at average` 或 `split at median`。",
  }),
  "value-needs-otherwise": ({ value, example }) => ({
    message: leftOutZh(`价值模型 \`${value}\``, "不符合任何分层的成员", example),
    fix: "请在最后写上收纳其余成员的分层，例如 `otherwise common`。",
  }),
  "division-needs": ({ kind, name, needs }) => ({
    message: {
      score: `${kind === "value" ? "价值模型" : "分群"} \`${name}\` 没有得分`,
      tier: `价值模型 \`${name}\` 没有分层`,
      groups: `分群 \`${name}\` 分不开用户：人群少于两个`,
      salt: `分群 \`${name}\` 没有说明从哪里开始找`,
    }[needs],
    fix: {
      score: "请加上例如 `score m = sum of pay.amount in the last 365 days`；价值模型还要写 `better when higher`。",
      tier: "请加上例如 `tier big when m >= 1000 CNY` 或 `tier gold top 20% by m`。",
      groups: "请至少写两个人群，例如 `group early  group late`。",
      salt: `请加上例如 \`salt "${name}-1"\`；换一段文字，找到的人群也会不同。`,
    }[needs],
  }),
  "next-without-top": ({ tier, text, by }) => ({
    message: `\`${tier}\` 取 \`${by}\` 上接下来的 ${text}，但前面没有分层取最前面的`,
    fix: `请写成 \`top ${text} by ${by}\`。`,
  }),
  "tiers-over-all": ({ text, sum }) => ({
    message: `算上 \`${text}\`，按比例划分的各层合计 ${sum}，超过了全部成员`,
    fix: "请调低比例，合计不超过 100%。",
  }),
  "many-tiers": ({ value, levels }) => ({
    message: `\`${value}\` 分了 ${levels} 层，超过五层`,
    fix: "请把打法相同的层合并：层数太多，很难每层都有自己的运营动作。",
  }),
};
