import type { Catalogue } from "../wording.js";

/** What messages lack, and what a channel cannot carry. */
export interface MaterialMessages {
  "locale-twice": { readonly locale: string };
  "quota-unit": { readonly name: string };
  "limit-twice": { readonly part: string };
  "misspelt-limit": { readonly written: string; readonly near: string; readonly channel: string };
  /** `length` counts what stands there whatever fills the holes; `holes` tells whether there are any. */
  "text-too-long": {
    readonly channel: string;
    readonly part: string;
    readonly length: number;
    readonly limit: number;
    readonly holes: boolean;
  };
  "template-empty": Record<string, never>;
  "parameter-twice": { readonly parameter: string };
  /** `variant` is `null` without a split; `parts` are those that the other texts have. */
  "locale-missing": {
    readonly material: string;
    readonly locale: string;
    readonly parts: readonly string[];
    readonly channel: string;
    readonly strategy: string;
    readonly variant: string | null;
  };
}

/** The lines to add, as they are written. */
const linesOf = (locale: string, parts: readonly string[]): string[] =>
  parts.map((part) => `\`${locale} ${part} "…"\``);

export const materialsEn: Catalogue<MaterialMessages> = {
  "locale-twice": ({ locale }) => ({
    message: `the locale \`${locale}\` is listed twice`,
    fix: "Remove one of the two.",
  }),
  "quota-unit": ({ name }) => ({
    message: `a quota cannot be counted per \`${name}\``,
    fix: "Write `per day`, `per week` or `per month`.",
  }),
  "misspelt-limit": ({ written, near, channel }) => ({
    message: `no material for \`${channel}\` has a part called \`${written}\`, so this limit would hold for nothing`,
    fix: `Write \`${near}\`, as the materials do.`,
  }),
  "limit-twice": ({ part }) => ({
    message: `the limit of \`${part}\` is said twice`,
    fix: "Remove one of the two.",
  }),
  "text-too-long": ({ channel, part, length, limit, holes }) => ({
    message: `this ${part} has ${length} characters${holes ? " even before its holes are filled" : ""}, and \`${channel}\` carries ${limit}`,
    fix: `Shorten it by ${length - limit}${holes ? " and by what fills the holes" : ""}, or raise the limit: \`limit ${part} ${length} characters\`.`,
  }),
  "template-empty": () => ({
    message: "the template has no id",
    fix: 'Write the id that your provider gave it, such as `template "SMS_2041"`.',
  }),
  "parameter-twice": ({ parameter }) => ({
    message: `the parameter \`${parameter}\` is filled twice`,
    fix: "Remove one of the two.",
  }),
  "locale-missing": ({ material, locale, parts, channel, strategy, variant }) => ({
    message: `the material \`${material}\` has no text in \`${locale}\`, and ${whereEn(strategy, variant)} sends it over \`${channel}\``,
    fix: `Add ${linesOf(locale, parts).join(" and ")}, or take \`${locale}\` out of the project's \`locales\`.`,
  }),
};

const whereEn = (strategy: string, variant: string | null): string =>
  variant === null ? `the strategy \`${strategy}\`` : `the variant \`${variant}\` of \`${strategy}\``;

export const materialsZh: Catalogue<MaterialMessages> = {
  "locale-twice": ({ locale }) => ({
    message: `语言地区 \`${locale}\` 列了两次`,
    fix: "请删掉一个。",
  }),
  "quota-unit": ({ name }) => ({
    message: `配额不能按 \`${name}\` 计算`,
    fix: "请写 `per day`（每天）、`per week`（每周）或 `per month`（每月）。",
  }),
  "misspelt-limit": ({ written, near, channel }) => ({
    message: `渠道 \`${channel}\` 的素材里没有叫 \`${written}\` 的部分，这个上限不会起作用`,
    fix: `请改成 \`${near}\`，与素材里的写法一致。`,
  }),
  "limit-twice": ({ part }) => ({
    message: `\`${part}\` 的字数上限写了两次`,
    fix: "请删掉一个。",
  }),
  "text-too-long": ({ channel, part, length, limit, holes }) => ({
    message: `这段 ${part} ${holes ? `还没填变量就有 ${length} 个字` : `有 ${length} 个字`}，而渠道 \`${channel}\` 最多 ${limit} 个字`,
    fix: `请缩短 ${length - limit} 个字${holes ? "，并给变量留出余量" : ""}；或放宽上限：\`limit ${part} ${length} characters\`。`,
  }),
  "template-empty": () => ({
    message: "模板没有写编号",
    fix: '请写服务商给的模板编号，例如 `template "SMS_2041"`。',
  }),
  "parameter-twice": ({ parameter }) => ({
    message: `模板参数 \`${parameter}\` 写了两次`,
    fix: "请删掉一个。",
  }),
  "locale-missing": ({ material, locale, parts, channel, strategy, variant }) => ({
    message: `素材 \`${material}\` 没有 \`${locale}\` 的文案，而${whereZh(strategy, variant)}会用它走渠道 \`${channel}\` 发送`,
    fix: `请补上 ${linesOf(locale, parts).join("、")}，或把 \`${locale}\` 从项目的 \`locales\` 里去掉。`,
  }),
};

const whereZh = (strategy: string, variant: string | null): string =>
  variant === null ? `策略 \`${strategy}\` ` : `策略 \`${strategy}\` 的分组 \`${variant}\` `;
