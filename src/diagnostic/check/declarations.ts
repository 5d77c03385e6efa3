import type { Catalogue } from "../wording.js";
import { leftOutEn, leftOutZh } from "./left-out.js";

/** Which unit a number with the wrong one should have. */
export type Unit = "money" | "points" | "plain";

/** Declarations that are incomplete, or contradict the project. */
export interface DeclarationMessages {
  "empty-project": Record<string, never>;
  "missing-project": Record<string, never>;
  "missing-user": Record<string, never>;
  "project-needs": { readonly part: "time zone" | "currency" };
  "user-needs-id": Record<string, never>;
  "user-id-type": Record<string, never>;
  "reserved-field": { readonly name: string };
  "second-field-of-type": { readonly type: "time zone" | "locale"; readonly first: string; readonly second: string };
  "mark-on-event": { readonly mark: string };
  /** `example`: phrases that hold of somebody who is left out; `null` where that takes too long to tell. */
  "lifecycle-needs-otherwise": { readonly lifecycle: string; readonly example: readonly string[] | null };
  "circular-definition": { readonly path: readonly string[] };
  "not-project-currency": { readonly text: string; readonly currency: string; readonly write: string | null };
  "not-positive": { readonly text: string };
  "not-whole": { readonly text: string };
  "wrong-unit": { readonly text: string; readonly unit: Unit; readonly write: string };
  "material-empty": { readonly material: string };
  "misspelt-part": { readonly written: string; readonly near: string };
  "material-part-missing": {
    readonly material: string;
    readonly locale: string;
    readonly part: string;
    readonly other: string;
  };
  "material-part-twice": { readonly locale: string; readonly part: string };
  "bad-locale": { readonly text: string };
}

export const declarationsEn: Catalogue<DeclarationMessages> = {
  "empty-project": () => ({
    message: "the project declares no strategy",
    fix: "Add a `strategy`, or run `touchline init` to see one.",
  }),
  "missing-project": () => ({
    message: "no file declares the `project`",
    fix: "Add for example `project shop { time zone Asia/Shanghai  currency CNY }`.",
  }),
  "missing-user": () => ({
    message: "no file declares what is known about a `user`",
    fix: "Add for example `user { id: text  city: text? }`.",
  }),
  "project-needs": ({ part }) => ({
    message: `the project does not say its ${part}`,
    fix: part === "currency" ? "Add for example `currency CNY`." : "Add for example `time zone Asia/Shanghai`.",
  }),
  "user-needs-id": () => ({
    message: "a `user` needs a field `id`, by which people are told apart",
    fix: "Add `id: text`.",
  }),
  "user-id-type": () => ({
    message: "the `id` of a user is a text that is always known",
    fix: "Write `id: text`.",
  }),
  "reserved-field": ({ name }) => ({
    message: `every event already has \`${name}\`, so a field cannot be called that`,
    fix: `Choose another name, such as \`${name}_text\`.`,
  }),
  "second-field-of-type": ({ type, first, second }) => ({
    message: `\`${first}\` and \`${second}\` are both a ${type}; a user can have only one`,
    fix: `Keep one of the two as \`${type}\` and make the other \`text\`.`,
  }),
  "mark-on-event": ({ mark }) => ({
    message: `\`${mark}\` is said of a user's field, not of an event's`,
    fix: `Remove \`${mark}\`.`,
  }),
  "lifecycle-needs-otherwise": ({ lifecycle, example }) => ({
    message: leftOutEn(`the lifecycle \`${lifecycle}\``, "users who match no stage", example),
    fix: "End it with the stage for everybody else, such as `otherwise intro`.",
  }),
  "circular-definition": ({ path }) => ({
    message: `\`${path[0]}\` is defined by itself: ${path.map((name) => `\`${name}\``).join(" needs ")}`,
    fix: "Define one of them without the others.",
  }),
  "not-project-currency": ({ text, currency, write }) => ({
    message: `\`${text}\` is not in ${currency}, the currency of the project`,
    fix: write === null ? `Write an amount in ${currency}.` : `Write \`${write}\`.`,
  }),
  "not-positive": ({ text }) => ({
    message: `\`${text}\` must be more than zero`,
    fix: "Write a positive number.",
  }),
  "not-whole": ({ text }) => ({
    message: `\`${text}\` must be a whole number`,
    fix: "Remove the digits after the point.",
  }),
  "wrong-unit": ({ text, unit, write }) => ({
    message: {
      money: `\`${text}\` is not an amount of money`,
      points: `\`${text}\` is not a number of points`,
      plain: `\`${text}\` has a unit, and a plain number is needed here`,
    }[unit],
    fix: `Write \`${write}\`.`,
  }),
  "material-empty": ({ material }) => ({
    message: `the material \`${material}\` has no text`,
    fix: 'Add a line, such as `en title "Hello"`.',
  }),
  "misspelt-part": ({ written, near }) => ({
    message: `this part is called \`${written}\` here and \`${near}\` in the other texts`,
    fix: `Write \`${near}\`; every language fills the same parts.`,
  }),
  "material-part-missing": ({ material, locale, part, other }) => ({
    message: `the material \`${material}\` has a \`${part}\` in \`${other}\`, but none in \`${locale}\``,
    fix: `Add \`${locale} ${part} "…"\`; every language fills the same parts.`,
  }),
  "material-part-twice": ({ locale, part }) => ({
    message: `\`${locale} ${part}\` is written twice`,
    fix: "Remove one of the two.",
  }),
  "bad-locale": ({ text }) => ({
    message: `\`${text}\` is not a language tag`,
    fix: "Write a tag such as `zh-CN`, `en` or `zh-Hant-TW`.",
  }),
};

export const declarationsZh: Catalogue<DeclarationMessages> = {
  "empty-project": () => ({
    message: "项目里没有任何 strategy（策略）",
    fix: "请添加一个 `strategy`，或运行 `touchline init` 查看示例。",
  }),
  "missing-project": () => ({
    message: "没有任何文件声明 `project`（项目）",
    fix: "例如加上 `project shop { time zone Asia/Shanghai  currency CNY }`。",
  }),
  "missing-user": () => ({
    message: "没有任何文件声明 `user`（用户有哪些字段）",
    fix: "例如加上 `user { id: text  city: text? }`。",
  }),
  "project-needs": ({ part }) => ({
    message: part === "currency" ? "项目没有写明货币" : "项目没有写明时区",
    fix: part === "currency" ? "例如加上 `currency CNY`。" : "例如加上 `time zone Asia/Shanghai`。",
  }),
  "user-needs-id": () => ({
    message: "`user` 缺少用来区分用户的 `id` 字段",
    fix: "请加上 `id: text`。",
  }),
  "user-id-type": () => ({
    message: "用户的 `id` 必须是文本，而且不能未知",
    fix: "请写成 `id: text`。",
  }),
  "reserved-field": ({ name }) => ({
    message: `每个事件本来就有 \`${name}\`，字段不能再用这个名字`,
    fix: `请换个名字，例如 \`${name}_text\`。`,
  }),
  "second-field-of-type": ({ type, first, second }) => ({
    message: `\`${first}\` 和 \`${second}\` 都是${type === "locale" ? "语言地区" : "时区"}，而每个用户只能有一个`,
    fix: `请只保留一个 \`${type}\`，另一个改成 \`text\`。`,
  }),
  "mark-on-event": ({ mark }) => ({
    message: `\`${mark}\` 只能标在用户字段上，不能标在事件字段上`,
    fix: `请去掉 \`${mark}\`。`,
  }),
  "lifecycle-needs-otherwise": ({ lifecycle, example }) => ({
    message: leftOutZh(`生命周期 \`${lifecycle}\``, "不符合任何阶段的用户", example),
    fix: "请在最后写上其余用户所在的阶段，例如 `otherwise intro`。",
  }),
  "circular-definition": ({ path }) => ({
    message: `\`${path[0]}\` 的定义绕回了自己：${path.map((name) => `\`${name}\``).join(" → ")}`,
    fix: "请改写其中一个，让它不再依赖其他几个。",
  }),
  "not-project-currency": ({ text, currency, write }) => ({
    message: `\`${text}\` 用的不是项目的货币 ${currency}`,
    fix: write === null ? `请改成 ${currency} 金额。` : `请写成 \`${write}\`。`,
  }),
  "not-positive": ({ text }) => ({
    message: `\`${text}\` 必须大于 0`,
    fix: "请写一个正数。",
  }),
  "not-whole": ({ text }) => ({
    message: `\`${text}\` 必须是整数`,
    fix: "请去掉小数部分。",
  }),
  "wrong-unit": ({ text, unit, write }) => ({
    message: {
      money: `\`${text}\` 不是金额`,
      points: `\`${text}\` 不是积分数`,
      plain: `\`${text}\` 带了单位，而这里只要一个数`,
    }[unit],
    fix: `请写成 \`${write}\`。`,
  }),
  "material-empty": ({ material }) => ({
    message: `素材 \`${material}\` 没有任何文案`,
    fix: '请加一行，例如 `zh-CN title "你好"`。',
  }),
  "misspelt-part": ({ written, near }) => ({
    message: `这一部分在这里叫 \`${written}\`，在其他文案里叫 \`${near}\``,
    fix: `请改成 \`${near}\`；每种语言要写齐同样的部分。`,
  }),
  "material-part-missing": ({ material, locale, part, other }) => ({
    message: `素材 \`${material}\` 在 \`${other}\` 下有 \`${part}\`，在 \`${locale}\` 下却没有`,
    fix: `请补上 \`${locale} ${part} "…"\`；每种语言要写齐同样的部分。`,
  }),
  "material-part-twice": ({ locale, part }) => ({
    message: `\`${locale} ${part}\` 写了两次`,
    fix: "请删掉一个。",
  }),
  "bad-locale": ({ text }) => ({
    message: `\`${text}\` 不是语言标签`,
    fix: "请写 `zh-CN`、`en`、`zh-Hant-TW` 这样的标签。",
  }),
};
