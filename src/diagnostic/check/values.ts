import type { Catalogue } from "../wording.js";

/** Literals and values of types that compare in a way of their own. */
export interface ValueMessages {
  "bad-version": { readonly text: string; readonly write: string | null };
  "lunar-compared": { readonly text: string };
}

export const valuesEn: Catalogue<ValueMessages> = {
  "bad-version": ({ text, write }) => ({
    message: `\`${text}\` is not a version number`,
    fix:
      write === null
        ? 'Write two or three numbers in quotes, such as `"8.2"` or `"8.2.0"`.'
        : `Write \`${write}\`: in quotes, since 8.10 is later than 8.9.`,
  }),
  "lunar-compared": ({ text }) => ({
    message: `\`${text}\` is a lunar date, which comes every year on another day and cannot be compared`,
    fix: `Ask whether \`${text} is known\`, or start a strategy from it: \`when 3 days before ${text} at 09:00\`.`,
  }),
};

export const valuesZh: Catalogue<ValueMessages> = {
  "bad-version": ({ text, write }) => ({
    message: `\`${text}\` 不是版本号`,
    fix:
      write === null
        ? '请把两段或三段数字写在引号里，例如 `"8.2"`、`"8.2.0"`。'
        : `请写成 \`${write}\`：版本号要加引号，因为 8.10 比 8.9 新。`,
  }),
  "lunar-compared": ({ text }) => ({
    message: `\`${text}\` 是农历日期，每年对应的公历日子都不同，不能拿来比较`,
    fix: `可以判断 \`${text} is known\`，或用它来触发策略：\`when 3 days before ${text} at 09:00\`。`,
  }),
};
